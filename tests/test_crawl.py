"""A robot's walk over a paper: every link arrives, nothing is out of reach, no two pages look alike."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import etree

from articles.actions.placing import place
from articles.models import Slot
from tests.checks.crawl import Answer, crawl, faults
from tests.checks.sitemaps import SITEMAP
from tests.comment_factories import make_approved
from tests.factories import figure, make_author, make_image, make_published, make_section

SITE = "https://bao.example"


# --- This paper -------------------------------------------------------------------------------


@pytest.fixture
def paper(settings, client):
    """A paper with older pages behind its lists, with pictures, comments and replies."""
    settings.SITE_URL = SITE
    parent = make_section("Đời sống", slug="doi-song")
    section = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    author, image = make_author("Nguyệt Hòa"), make_image()
    # Of one day, whatever the time is now: the page of that day must go on over two pages.
    noon = timezone.localtime().replace(hour=12) - timedelta(days=1)
    for number in range(30):
        publication = make_published(
            title=f"Bài thứ {number}",
            section=section,
            authors=[author],
            tags=("mưa lũ",),
            body=figure(image) + "<p>Thân.</p>",
            dateline=noon - timedelta(minutes=number),
        )
        if number < 3:
            place(publication.article, Slot.DO_NOT_MISS, by=None)
    comment = make_approved(publication)
    make_approved(publication, parent=comment)
    for number in range(21):
        make_approved(publication, name=f"Người đọc {number}")

    def fetch(path: str) -> Answer:
        response = client.get(path)
        body = b"".join(response)
        return Answer(response.status_code, response.headers["Content-Type"], body)

    return fetch


def listed(fetch) -> list[str]:
    """The paths of all pages that the sitemaps name."""
    found: list[str] = []
    for file in locations(fetch, "/sitemap.xml"):
        found += locations(fetch, file)
    return found


def locations(fetch, path: str) -> list[str]:
    root = etree.fromstring(fetch(path).body)
    return [each.text.removeprefix(SITE) for each in root.iter(f"{SITEMAP}loc")]


@pytest.mark.django_db
def test_a_robot_finds_nothing_amiss(paper):
    found = crawl(paper, SITE)
    assert [*faults(found, listed(paper))] == []
    cursors = [path for path in found.pages if "?truoc=" in path]
    lists = {path.split("?")[0] for path in cursors}
    assert len(lists) == 7  # front, two sections, author, tag, day, comments
    assert len(found.others) > 5  # style sheets, letters, pictures


# --- What it would find -----------------------------------------------------------------------

PAGE = """<!doctype html><html><head><title>{title}</title>
<meta name="description" content="{title}."></head><body><h1>{title}</h1>{rest}</body></html>"""


def page(title: str, rest: str = "") -> str:
    return PAGE.format(title=title, rest=rest)


def walk(site: dict[str, str], sitemap: tuple[str, ...] = ("/",)) -> list[str]:
    """The faults of a site that is given as HTML by path; what begins with 3 redirects."""

    def fetch(path: str) -> Answer:
        html = site.get(path)
        if html is None:
            return Answer(404, "text/html")
        if html.startswith("3"):
            return Answer(301, "text/html")
        return Answer(200, "text/html; charset=utf-8", html.encode())

    return [*faults(crawl(fetch, SITE), sitemap)]


def test_a_site_without_a_fault_has_none():
    two = '<a href="/hai/">2</a> <a href="https://khac.example/">ngoài</a>'
    assert walk({"/": page("Một", two), "/hai/": page("Hai", '<a href="../#x">1</a><p id="x">')})[
        :1
    ] == ["/hai/ leads to /#x, where there is no such place"]
    one = page("Một", two + '<p id="x">')
    assert walk({"/": one, "/hai/": page("Hai", '<a href="../#x">1</a>')}) == []


@pytest.mark.parametrize(
    ("site", "fault"),
    [
        ({"/": page("Một", '<a href="/mat/">2</a>')}, "/mat/ answers 404; linked from /"),
        ({"/": page("Một", '<img src="/a.webp">')}, "/a.webp answers 404; linked from /"),
        (
            {"/": page("Một", '<img srcset="/a.webp 1w, /b.webp 2w">'), "/a.webp": "3"},
            "/a.webp answers 301; linked from /",
        ),
        ({"/": page("Một", '<a href="/cu/">2</a>'), "/cu/": "3"}, "/cu/ answers 301"),
        ({"/": page("Một", "<h1>Hai</h1>")}, "/ has 2 headings of the first level"),
        ({"/": page("Một").replace("h1", "h2")}, "/ has 0 headings of the first level"),
        ({"/": page("Một").replace("name=", "class=")}, "no description: / (1 pages)"),
        (
            {"/": page("Một", '<a href="/hai/">2</a>'), "/hai/": page("Một")},
            "the same title on /, /hai/ (2 pages): Một",
        ),
    ],
)
def test_each_fault_is_found(site, fault):
    assert any(each.startswith(fault) for each in walk(site))


def test_a_page_that_no_link_leads_to_is_found():
    fault = "/mo-coi/ stands in a sitemap and no page leads there"
    site = {"/": page("Một"), "/mo-coi/": page("Hai")}
    assert walk(site, ("/", "/mo-coi/")) == [fault]
