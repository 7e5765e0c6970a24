"""A walk over a whole paper from its front page, as a search engine's robot makes it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
from lxml import etree

# What a page brings along and what it leads to, as XPath of attributes.
PARTS = "//img/@src | //script/@src | //link[@rel!='canonical']/@href | //meta[@property='og:image']/@content"
LINKS = "//a/@href | //area/@href | //link[@rel='canonical']/@href | //form/@action"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the paper answers at an address; `body` only of pages and XML."""

    status: int
    content_type: str
    body: bytes = b""

    @property
    def is_page(self) -> bool:
        """Whether a person can read it."""
        return self.status == 200 and self.content_type.startswith("text/html")


Fetch = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its path (with its query): `links` and `parts` are paths, links with their #."""

    path: str
    html: bytes
    tree: etree._Element
    links: frozenset[str]
    parts: frozenset[str]

    @property
    def title(self) -> str:
        """What stands on the browser's tab."""
        return " ".join(self.tree.xpath("string(//title)").split())

    @property
    def description(self) -> str:
        """What search engines print below it."""
        return " ".join(self.tree.xpath("string(//meta[@name='description']/@content)").split())

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may show it."""
        return "noindex" not in self.tree.xpath("string(//meta[@name='robots']/@content)")

    @property
    def anchors(self) -> set[str]:
        """Where a link with a # may lead."""
        return set(self.tree.xpath("//@id"))


@dataclass(slots=True)
class Crawl:
    """All that was found: pages, what answered otherwise, and who leads to each address."""

    site: str
    pages: dict[str, Page] = field(default_factory=dict)
    others: dict[str, Answer] = field(default_factory=dict)
    led_by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def crawl(fetch: Fetch, site: str, start: str = "/") -> Crawl:
    """Follow every link from `start` on; `site` is the paper's address without a final /."""
    found = Crawl(site)
    waiting, known = [start], {start}
    while waiting:
        path = waiting.pop()
        answer = fetch(path)
        if not answer.is_page:
            found.others[path] = answer
            continue
        page = found.pages[path] = read(path, answer.body, site)
        for link in sorted({urldefrag(each).url for each in page.links} | page.parts):
            found.led_by[link].add(path)
            if link not in known:
                known.add(link)
                waiting.append(link)
    return found


def read(path: str, html: bytes, site: str) -> Page:
    """A page of the paper with what it leads to."""
    tree = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    parts = set(tree.xpath(PARTS))
    for sources in tree.xpath("//@srcset"):
        parts.update(candidate.split()[0] for candidate in sources.split(","))
    return Page(
        path=path,
        html=html,
        tree=tree,
        links=frozenset(_inside(tree.xpath(LINKS), path, site)),
        parts=frozenset(_inside(parts, path, site)),
    )


def faults(found: Crawl, listed: Iterable[str]) -> Iterator[str]:
    """What is wrong with a paper; `listed` are the paths that its sitemaps name."""
    for path, answer in sorted(found.others.items()):
        if answer.status != 200:
            yield f"{path} answers {answer.status}; linked from {_some(found.led_by[path])}"
    for page in found.pages.values():
        for link in sorted(page.links):
            path, anchor = urldefrag(link)
            if anchor and path in found.pages and unquote(anchor) not in found.pages[path].anchors:
                yield f"{page.path} leads to {link}, where there is no such place"
    for path in sorted(set(listed) - set(found.pages)):
        yield f"{path} stands in a sitemap and no page leads there"
    for page in found.pages.values():
        if (count := len(page.tree.xpath("//h1"))) != 1:
            yield f"{page.path} has {count} headings of the first level"
    yield from _repeated(found, "title", [(each.path, each.title) for each in found.pages.values()])
    yield from _repeated(
        found, "description", [(each.path, each.description) for each in found.pages.values()]
    )


def _repeated(found: Crawl, name: str, values: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Pages that have no title (or description), or the same one as another page."""
    paths: dict[str, list[str]] = defaultdict(list)
    for path, value in values:
        paths[value].append(path)
    for value, same in sorted(paths.items()):
        if not value:
            yield f"no {name}: {_some(same)} ({len(same)} pages)"
        elif len(same) > 1:
            yield f"the same {name} on {_some(same)} ({len(same)} pages): {value}"


def _some(paths: Iterable[str]) -> str:
    """The first three of them."""
    return ", ".join(sorted(paths)[:3])


def _inside(addresses: Iterable[str], path: str, site: str) -> Iterator[str]:
    """Those that lead to the paper itself, as paths below `site`."""
    for address in addresses:
        whole = urljoin(site + path, address.strip())
        if whole == site or whole.startswith((f"{site}/", f"{site}#", f"{site}?")):
            yield whole.removeprefix(site) or "/"
