"""What pages tell machines: JSON-LD for search engines, Open Graph for where pages are shared."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import lxml.html
import pytest
import time_machine
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone
from PIL import Image as Pixels

from articles import structured_data
from articles.actions.publishing import publish
from articles.actions.records import save_record
from articles.actions.saving import save
from articles.draft import DraftByline
from articles.frame import load_frame
from articles.models import Author, Masthead, PublishedArticle
from articles.preview import preview_page
from articles.views.article import article_context
from tests.factories import (
    figure,
    make_author,
    make_draft,
    make_image,
    make_published,
    make_section,
    picture_bytes,
)

pytestmark = pytest.mark.django_db

SITE = "https://bao.example"
START = datetime(2024, 5, 19, 0, 6, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _address(settings):
    settings.SITE_URL = SITE


def read(client, path: str):
    response = client.get(path)
    assert response.status_code == 200
    return lxml.html.fromstring(response.content.decode())


def things(document) -> dict[str, dict]:
    """What a page's one block of JSON-LD tells of, by its type; every address in it is whole."""
    (text,) = document.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    for address in addresses(data["@graph"]):
        assert (urlsplit(address).scheme, urlsplit(address).netloc) == ("https", "bao.example")
    return {thing["@type"]: thing for thing in data["@graph"]}


def addresses(value, name: str = "") -> list[str]:
    """Every value of a field that holds an address."""
    if isinstance(value, dict):
        return [found for name, each in value.items() for found in addresses(each, name)]
    if isinstance(value, list):
        return [found for each in value for found in addresses(each, name)]
    return [value] if name in {"@id", "url", "contentUrl", "item", "sameAs"} else []


def empty_fields(value) -> bool:
    """Whether something in it says nothing."""
    if isinstance(value, dict):
        return not value or any(map(empty_fields, value.values()))
    if isinstance(value, list):
        return not value or any(map(empty_fields, value))
    return value is None or value == ""


def meta(document) -> dict[str, str]:
    """What stands in meta elements, by name or property; the last of several."""
    return {
        each.get("property") or each.get("name"): each.get("content")
        for each in document.xpath("//head/meta[@content]")
    }


def make_whole() -> PublishedArticle:
    """An article that has everything an article can have."""
    parent = make_section("Đời sống", slug="doi-song")
    section = make_section("Sức khỏe", slug="suc-khoe", parent=parent)
    writer, photographer = make_author("Nguyệt Hòa"), make_author("Phan Chài")
    return make_published(
        title="Tít “hay” & lạ",
        sapo="Một câu mở đầu.",
        section=section,
        tags=("mưa lũ", "Đà Nẵng"),
        bylines=(
            DraftByline(writer.pk, writer.name),
            DraftByline(photographer.pk, photographer.name, role="Ảnh", separator=" - "),
            DraftByline(writer.pk, writer.name, role="Đồ họa", separator=" - "),
        ),
        body=figure(make_image(data=picture_bytes(1300, 900))),
        dateline=START,
        copyright_notice="Của báo.",
    )


# --- An article -------------------------------------------------------------------------------


def test_an_article_has_every_field_that_search_engines_ask_for(client):
    facts = {"name": "Sớm Mai", "slogan": "Mỗi ngày", "email": "toa-soan@bao.example"}
    save_record(Masthead.current(), facts, by=None)
    publication = make_whole()
    url = SITE + publication.get_absolute_url()
    article = things(read(client, publication.get_absolute_url()))["NewsArticle"]
    picture = f"{SITE}/media/p/{publication.lead_image.hash}"
    publisher = article.pop("publisher")
    assert article == {
        "@type": "NewsArticle",
        "@id": f"{url}#bai",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "url": url,
        "headline": "Tít “hay” & lạ",
        "description": "Một câu mở đầu.",
        "image": [
            {
                "@type": "ImageObject",
                "url": f"{picture}-{crop}-{width}.webp",
                "width": width,
                "height": height,
                "caption": "Một tấm ảnh",
            }
            for crop, width, height in (
                ("broad", 1200, 675),
                ("classic", 800, 600),
                ("square", 800, 800),
            )
        ],
        "datePublished": "2024-05-19T07:06:00+07:00",
        "dateModified": "2024-05-19T07:06:00+07:00",
        "author": [
            {"@type": "Person", "name": "Nguyệt Hòa", "url": f"{SITE}/tac-gia/nguyet-hoa/"},
            {"@type": "Person", "name": "Phan Chài", "url": f"{SITE}/tac-gia/phan-chai/"},
        ],
        "articleSection": ["Đời sống", "Sức khỏe"],
        "keywords": ["mưa lũ", "Đà Nẵng"],
        "copyrightNotice": "Của báo.",
        "inLanguage": "vi-VN",
        "isAccessibleForFree": True,
    }
    logo = publisher.pop("logo")
    assert publisher == {
        "@type": "NewsMediaOrganization",
        "@id": f"{SITE}/#bao",
        "name": "Sớm Mai",
        "url": f"{SITE}/",
        "slogan": "Mỗi ngày",
        "email": "toa-soan@bao.example",
    }
    assert logo["@type"] == "ImageObject"
    assert logo["url"] == logo["contentUrl"] == f"{SITE}/static/articles/logo.png"
    with Pixels.open(finders.find("articles/logo.png")) as file:
        assert file.size == (logo["width"], logo["height"]) == (512, 512)


def test_an_article_of_bare_words_leaves_out_what_it_does_not_have(client):
    save_record(Masthead.current(), {"name": "Sớm Mai"}, by=None)
    publication = make_published(sapo="")
    article = things(read(client, publication.get_absolute_url()))["NewsArticle"]
    assert not empty_fields(article)
    assert not {"description", "keywords", "copyrightNotice"} & set(article)
    (card,) = article["image"]
    with Pixels.open(finders.find("articles/card.png")) as file:
        assert file.size == (card["width"], card["height"]) == (1200, 675)
    (author,) = article["author"]
    assert (author["@type"], author["name"]) == ("NewsMediaOrganization", "Sớm Mai")


def test_a_date_without_a_time_is_not_given_one(client):
    midnight = datetime(2024, 5, 18, 17, 0, tzinfo=UTC)
    publication = make_published(dateline=midnight, dateline_has_time=False)
    article = things(read(client, publication.get_absolute_url()))["NewsArticle"]
    assert article["datePublished"] == article["dateModified"] == "2024-05-19"


def test_a_changed_article_tells_when(client):
    publication = make_published(dateline=START)
    article = publication.article
    article.refresh_from_db()
    draft = make_draft(section=article.section, body="<p>Thân mới.</p>", dateline=START)
    article = save(article, draft, by=None, base_version=article.version)
    later = datetime(2027, 1, 1, 3, 0, tzinfo=UTC)
    with time_machine.travel(later, tick=False):
        publish(article, by=None)
        document = read(client, publication.get_absolute_url())
    told = things(document)["NewsArticle"]
    assert told["datePublished"] == "2024-05-19T07:06:00+07:00"
    assert told["dateModified"] == "2027-01-01T10:00:00+07:00"
    assert meta(document)["article:modified_time"] == "2027-01-01T10:00:00+07:00"


def test_the_way_to_an_article_is_told_step_by_step(client):
    publication = make_whole()
    steps = things(read(client, publication.get_absolute_url()))["BreadcrumbList"]
    assert steps["itemListElement"] == [
        {"@type": "ListItem", "position": position, "name": name, "item": SITE + path}
        for position, name, path in (
            (1, "Đời sống", "/doi-song/"),
            (2, "Sức khỏe", "/doi-song/suc-khoe/"),
            (3, "Tít “hay” & lạ", publication.get_absolute_url()),
        )
    ]


@pytest.mark.parametrize(
    "title",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "a & b",
        "]]>",
        '"\\',
        "a\u2028b\u2029c",
    ],
)
def test_the_desks_words_never_end_the_element_nor_begin_another(client, title):
    publication = make_published(title="Tít", sapo="Sapo.")
    PublishedArticle.objects.filter(pk=publication.pk).update(title=title, sapo=title)
    document = read(client, publication.get_absolute_url())
    assert things(document)["NewsArticle"]["headline"] == title
    (text,) = document.xpath("//script[@type='application/ld+json']/text()")
    assert not set(text) & set("<>&\u2028\u2029")
    assert len(document.xpath("//script[not(@src)]")) == 1


def test_a_preview_tells_machines_nothing():
    draft = make_draft(title="Bản nháp", sapo="Sapo nháp.", body="<p>Thân nháp.</p>")
    frame = load_frame(timezone.now())
    context = article_context(preview_page(draft, frame.masthead), frame)
    document = lxml.html.fromstring(render_to_string("pages/article.html", context))
    assert not document.xpath("//script[@type='application/ld+json']")
    assert not [name for name in meta(document) if name.startswith(("og:", "twitter:", "article:"))]


# --- The paper --------------------------------------------------------------------------------


def test_the_front_page_tells_of_the_paper_and_its_site(client):
    facts = {
        "name": "Sớm Mai",
        "address": "Số 1, phố Bến",
        "phone": "024 0000 0000",
        "governing_body": "Hội Bến Sông",
    }
    save_record(Masthead.current(), facts, by=None)
    found = things(read(client, "/"))
    paper, site = found["NewsMediaOrganization"], found["WebSite"]
    assert (paper["name"], paper["url"]) == ("Sớm Mai", f"{SITE}/")
    assert (paper["address"], paper["telephone"]) == ("Số 1, phố Bến", "024 0000 0000")
    assert paper["parentOrganization"] == {"@type": "Organization", "name": "Hội Bến Sông"}
    assert (site["name"], site["url"], site["inLanguage"]) == ("Sớm Mai", f"{SITE}/", "vi-VN")
    assert site["publisher"]["@id"] == paper["@id"]
    assert not empty_fields(found)


def test_a_paper_without_a_masthead_still_tells_its_name(client):
    Masthead.objects.all().delete()
    assert not empty_fields(things(read(client, "/")))


def test_data_made_of_anything_comes_back_whole():
    thing = {"@type": "Thing", "name": "</ScRiPt>&amp;<!-- \u2028 “ẫ” \x00\x7f 👍"}
    script = structured_data.as_script(thing)
    text = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(text)["@graph"] == [thing]


# --- Where a page is shared -------------------------------------------------------------------


def test_a_shared_article_shows_its_title_its_sapo_and_its_picture(client):
    save_record(Masthead.current(), {"name": "Sớm Mai"}, by=None)
    publication = make_whole()
    document = read(client, publication.get_absolute_url())
    found = meta(document)
    wanted = {
        "og:type": "article",
        "og:site_name": "Sớm Mai",
        "og:locale": "vi_VN",
        "og:title": "Tít “hay” & lạ",
        "og:description": "Một câu mở đầu.",
        "og:url": SITE + publication.get_absolute_url(),
        "og:image": f"{SITE}/media/p/{publication.lead_image.hash}-broad-1200.webp",
        "og:image:type": "image/webp",
        "og:image:width": "1200",
        "og:image:height": "675",
        "og:image:alt": "Một tấm ảnh",
        "twitter:card": "summary_large_image",
        "article:published_time": "2024-05-19T07:06:00+07:00",
        "article:section": "Sức khỏe",
    }
    assert {name: found.get(name) for name in wanted} == wanted
    assert "article:modified_time" not in found

    def every(name: str) -> list[str]:
        return document.xpath(f"//meta[@property='{name}']/@content")

    assert every("article:tag") == ["mưa lũ", "Đà Nẵng"]
    assert f"{SITE}/tac-gia/nguyet-hoa/" in every("article:author")


def test_an_article_without_a_picture_is_shared_with_the_papers_card(client):
    found = meta(read(client, make_published().get_absolute_url()))
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image"] == f"{SITE}/static/articles/card.png"
    with Pixels.open(finders.find("articles/card.png")) as file:
        assert file.size == (int(found["og:image:width"]), int(found["og:image:height"]))


def test_an_author_is_told_with_role_biography_and_portrait(client):
    save_record(Masthead.current(), {"name": "Sớm Mai"}, by=None)
    image = make_image(data=picture_bytes(900, 1300))
    facts = {"name": "Hải Miên", "role": "Phóng viên", "biography": "Lớn lên bên sông."}
    author = save_record(Author(), facts | {"portrait": image}, by=None)
    make_published(authors=[author])
    document = read(client, author.get_absolute_url())
    page = things(document)["ProfilePage"]
    portrait = f"{SITE}/media/p/{image.current.hash}-square-800.webp"
    person = page["mainEntity"]
    assert (person["name"], person["jobTitle"]) == ("Hải Miên", "Phóng viên")
    assert person["description"] == "Lớn lên bên sông."
    assert person["image"]["url"] == portrait == meta(document)["og:image"]
    assert person["worksFor"]["name"] == "Sớm Mai"
    assert meta(document)["twitter:card"] == "summary"


def test_every_page_that_may_be_found_is_told_where_it_is_shared(client):
    author = make_author("Hải Miên")
    make_published(section=make_section("Thời sự", slug="thoi-su"), authors=[author], tags=("mưa",))
    wanted = {
        "/": ("website", Masthead.current().name),
        "/thoi-su/": ("website", "Thời sự"),
        "/tac-gia/hai-mien/": ("profile", "Hải Miên"),
        "/tu-khoa/mua/": ("website", "mưa"),
    }
    for path, (kind, title) in wanted.items():
        found = meta(read(client, path))
        assert (found["og:type"], found["og:title"]) == (kind, title)
        assert found["og:url"] == SITE + path
        assert "" not in found.values()


def test_pictures_of_another_host_keep_their_address(client, settings):
    publication = make_whole()
    storages = {name: dict(storage) for name, storage in settings.STORAGES.items()}
    options = storages["default"]["OPTIONS"] | {"base_url": "https://anh.example/"}
    storages["default"]["OPTIONS"] = options
    settings.STORAGES = storages
    found = meta(read(client, publication.get_absolute_url()))
    assert found["og:image"].startswith("https://anh.example/p/")


def test_a_scheduled_change_is_not_told_before_its_minute(client):
    publication = make_published(title="Tít cũ")
    article = publication.article
    article.refresh_from_db()
    draft = make_draft(title="Tít mới", section=article.section)
    article = save(article, draft, by=None, base_version=article.version)
    minute = timezone.now() + timedelta(hours=1)
    publish(article, by=None, at=minute)
    path = publication.get_absolute_url()
    assert things(read(client, path))["NewsArticle"]["headline"] == "Tít cũ"
    with time_machine.travel(minute, tick=False):
        assert things(read(client, path))["NewsArticle"]["headline"] == "Tít mới"
