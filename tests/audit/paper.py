"""The pages that are audited: all that a robot finds, and the answers that no link leads to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.template.loader import render_to_string
from django.urls import resolve
from lxml import etree

from tests.checks.crawl import Answer, Crawl, crawl, read
from tests.checks.sitemaps import SITEMAP
from tests.services.sample import Sample

BOUNDARY = "ranh-gioi"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as a reader gets it: `kind` is the name of its address, or its status."""

    kind: str
    path: str
    html: bytes
    features: frozenset[str]


class _NoRedirects(HTTPRedirectHandler):
    """A redirect is an answer like another."""

    def redirect_request(self, *_facts: object) -> None:
        return None


class Paper:
    """The sample, walked through once."""

    def __init__(self, sample: Sample) -> None:
        self.site = sample.address
        self._open = build_opener(_NoRedirects).open
        self._gone = _withdraw_one(sample)

    def fetch(self, path: str, **request: object) -> Answer:
        """What the paper answers at a path; a redirect is told, not followed."""
        try:
            answer = self._open(Request(self.site + path, **request), timeout=60)
        except HTTPError as error:
            answer = error
        with answer:
            return Answer(answer.status, answer.headers.get("Content-Type", ""), answer.read())

    @cached_property
    def found(self) -> Crawl:
        """All that a robot finds from the front page on."""
        return crawl(self.fetch, self.site)

    @cached_property
    def listed(self) -> list[str]:
        """The paths of all pages that the sitemaps name."""
        files = self.locations("/sitemap.xml")
        return [path for file in files for path in self.locations(file)]

    def locations(self, path: str) -> list[str]:
        """The paths that a sitemap names."""
        root = etree.fromstring(self.fetch(path).body)
        return [each.text.removeprefix(self.site) for each in root.iter(f"{SITEMAP}loc")]

    @cached_property
    def pages(self) -> list[Shown]:
        """Every page of the walk, and one of each answer that is no page."""
        walked = [(_kind(path), path, page.html) for path, page in self.found.pages.items()]
        return [self._shown(*each) for each in (*walked, *self._without_link())]

    @cached_property
    def examples(self) -> list[Shown]:
        """Pages of every kind that show, together, each element and class that the kind has."""
        by_kind: dict[str, list[Shown]] = defaultdict(list)
        for page in self.pages:
            by_kind[page.kind].append(page)
        return [page for pages in by_kind.values() for page in _cover(pages)]

    def _shown(self, kind: str, path: str, html: bytes) -> Shown:
        tree = read(path, html, self.site).tree
        features = {f"{each.tag}.{each.get('class', '')}" for each in tree.iter(etree.Element)}
        return Shown(kind, path, html, frozenset(features))

    def _without_link(self) -> Iterable[tuple[str, str, bytes]]:
        """Answers to what readers do wrong, to what is gone, and to what goes wrong here."""
        article = next(path for path in self.listed if path.endswith(".html"))
        number = article.rpartition("-")[2].removesuffix(".html")
        comments = f"/{number}/binh-luan/"
        form = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        empty, whole = _form(name="", body=""), _form(**self._comment(comments))
        for kind, path, request in (
            ("404", "/khong-co-trang-nay/", {}),
            ("410", self._gone, {}),
            ("comment_wrong", comments, {"data": empty, "headers": form}),
            ("comment_review", comments, {"data": whole, "headers": form}),
            ("comment_sent", f"{comments}da-gui/", {}),
            ("403", comments, {"data": whole, "headers": {**form, "Origin": "null"}}),
            ("413", comments, {"data": b" " * 20_000, "headers": form}),
        ):
            yield kind, path, self.fetch(path, **request).body
        # What a failing machine shows: nobody can ask for it.
        for status in ("400", "500", "503"):
            yield status, f"/{status}/", render_to_string(f"{status}.html").encode()

    def _comment(self, path: str) -> dict[str, str]:
        """What a reader types, and the privacy notice that the page shows."""
        (policy,) = self.found.pages[path].tree.xpath("//input[@name='policy']/@value")
        typed = {"name": "Tư Ghềnh", "email": "tu@thu.example", "body": "Hay.", "consent": "on"}
        return typed | {"policy": policy}


def _withdraw_one(sample: Sample) -> str:
    """Withdraw the oldest article that no hand-made list holds; the path where it was."""
    code = (
        "from articles.actions.withdrawing import withdraw\n"
        "from articles.models import Placement, PublishedArticle\n"
        "placed = Placement.objects.values('article')\n"
        "last = PublishedArticle.objects.exclude(article__in=placed).earliest('article_id')\n"
        "withdraw(last.article, by=None, reason='Gỡ để xem trang báo bài đã gỡ.')\n"
        "print(last.get_absolute_url())"
    )
    return sample.site.manage("shell", "-v", "0", "-c", code).split()[-1]


def _kind(path: str) -> str:
    """The name of an address; of a list's older pages another one."""
    path, _, query = path.partition("?")
    return f"{resolve(path).url_name}{' older' if query else ''}"


def _cover(pages: list[Shown]) -> Iterable[Shown]:
    """The richest page, then the one that adds most to what was shown, until nothing is new."""
    shown: set[str] = set()
    while (best := max(pages, key=lambda page: len(page.features - shown))).features - shown:
        shown |= best.features
        yield best


def _form(**fields: str) -> bytes:
    """A filled form as browsers send it."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    return "".join([*parts, f"--{BOUNDARY}--\r\n"]).encode()
