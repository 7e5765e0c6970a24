"""Readers' code reads only what was published: every public address, tried one by one."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from articles import sitemaps
from articles.actions.correcting import approve_correction, write_correction
from articles.actions.placing import place
from articles.actions.previewing import create_preview_link
from articles.actions.withdrawing import withdraw
from articles.listings import Cursor
from articles.models import Article, PaperPage, Redirect, Slot
from tests.comment_factories import make_approved
from tests.factories import (
    figure,
    make_article,
    make_author,
    make_image,
    make_published,
    make_section,
)
from tests.reader_role import as_reader, reader_role  # noqa: F401

pytestmark = pytest.mark.django_db


class Paper:
    """A small paper that has something at every address."""

    def __init__(self) -> None:
        self.section = make_section("Thời sự", slug="thoi-su")
        self.sub = make_section("Thời tiết", slug="thoi-tiet", parent=self.section)
        self.author = make_author("Hải Miên")
        self.image = make_image()
        self.article = make_published(
            section=self.sub,
            authors=[self.author],
            tags=("mưa lũ",),
            body=figure(self.image, credit="Phan Chài") + "<p>Nước lên.</p>",
        )
        self.tag = self.article.tags.get().tag
        for slot in Slot:
            placed = make_published(section=self.section)
            place(placed.article, slot, by=None)
        self.scheduled = make_published(at=timezone.now() + timedelta(days=1))
        self.draft = make_article()
        self.withdrawn = make_published(section=self.section)
        withdraw(self.withdrawn.article, by=None, reason="Sai tên.")
        told = {"heading": "Tên xã", "wrong": "Xã Đông Hà.", "right": "Xã Đông Hải."}
        for each in (self.article, self.withdrawn):
            approve_correction(write_correction(each.article, by=None, **told), by=None)
        self.comment = make_approved(self.article)
        Redirect.objects.create(old_path="/chuyen-cu/", target="/thoi-su/")


@pytest.fixture
def paper() -> Paper:
    return Paper()


def addresses(paper: Paper) -> dict[str, list[tuple[str, int]]]:
    """For each address by its name: paths to try and the status that each has to answer."""
    article, number = paper.article, paper.article.article_id
    cursor = f"?truoc={Cursor(timezone.now(), 1)}"
    picture = paper.image.current.hash
    gone, later = paper.withdrawn.article_id, paper.scheduled.article_id
    day = timezone.localtime(article.first_published_at)
    file = (number - 1) // sitemaps.CHUNK + 1
    return {
        "front": [("/", 200), (f"/{cursor}", 200), ("/?truoc=hom-qua", 404)],
        "healthz": [("/healthz", 200)],
        "readyz": [("/readyz", 200)],
        "favicon": [("/favicon.ico", 302)],
        "media": [(f"/media/p/{picture}-full-400.webp", 200), ("/media/p/khong-co", 404)],
        "robots": [("/robots.txt", 200)],
        "sitemap": [("/sitemap.xml", 200)],
        "sitemap_pages": [("/sitemap-pages.xml", 200)],
        "sitemap_news": [("/sitemap-news.xml", 200)],
        "sitemap_articles": [(f"/sitemap-{file}.xml", 200), ("/sitemap-1.xml", 404)],
        "feeds": [("/rss/", 200)],
        "paper_feed": [("/rss/home.rss", 200)],
        "section_feed": [("/rss/thoi-su.rss", 200), ("/rss/khong-co.rss", 404)],
        "subsection_feed": [
            ("/rss/thoi-su/thoi-tiet.rss", 200),
            ("/rss/thoi-su/khong-co.rss", 404),
        ],
        "paper_page": [(f"/{address}/", 200) for address in PaperPage.Address.values],
        "corrections": [("/dinh-chinh/", 200), (f"/dinh-chinh/{cursor}", 200)],
        "archive": [("/luu-tru/", 200)],
        "archive_year": [(f"/luu-tru/{day:%Y}/", 200), ("/luu-tru/1999/", 404)],
        "archive_month": [(f"/luu-tru/{day:%Y/%m}/", 200), ("/luu-tru/1999/12/", 404)],
        "archive_day": [
            (f"/luu-tru/{day:%Y/%m/%d}/", 200),
            (f"/luu-tru/{day:%Y/%m/%d}/{cursor}", 200),
            ("/luu-tru/1999/12/31/", 404),
        ],
        "author": [
            (paper.author.get_absolute_url(), 200),
            (paper.author.get_absolute_url() + cursor, 200),
            ("/tac-gia/khong-ai/", 404),
        ],
        "tag": [
            (paper.tag.get_absolute_url(), 200),
            (paper.tag.get_absolute_url() + cursor, 200),
            ("/tu-khoa/khong-co/", 404),
        ],
        "short_link": [(f"/{number}", 301), (f"/{gone}", 410), (f"/{later}", 404), ("/77", 404)],
        "article": [
            (article.get_absolute_url(), 200),
            (f"/sai-{number}.html", 301),
            (paper.withdrawn.get_absolute_url(), 410),
            (paper.scheduled.get_absolute_url(), 404),
            (f"/bai-{paper.draft.pk}.html", 404),
        ],
        "section": [("/thoi-su/", 200), (f"/thoi-su/{cursor}", 200), ("/chuyen-cu/", 301)],
        "subsection": [("/thoi-su/thoi-tiet/", 200), ("/thoi-su/khong-co/", 404)],
        "comments": [
            (f"/{number}/binh-luan/", 200),
            (f"/{number}/binh-luan/{cursor}", 200),
            (f"/{gone}/binh-luan/", 410),
        ],
        "comment_sent": [(f"/{number}/binh-luan/da-gui/", 200)],
        "comment_reply": [(f"/{number}/binh-luan/tra-loi/{paper.comment.public_id}/", 200)],
    }


def public_names(patterns=None) -> set[str]:
    """The name of every address outside the desk."""
    names: set[str] = set()
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            if pattern.app_name != "admin":
                names |= public_names(pattern.url_patterns)
        else:
            names.add(pattern.name)
    return names


# The desk's side, open to whoever holds a link: what is not published is read there on purpose.
# Who may, and until when, is tried in tests/test_preview_links.py and
# tests/test_preview_link_life.py.
BY_LINK = {"preview_link", "preview_link_picture"}


def test_every_public_address_is_tried_here(paper):
    assert public_names() == set(addresses(paper)) | BY_LINK


def test_a_preview_link_is_no_part_of_the_readers_side(paper, client, reader_role):  # noqa: F811
    link = create_preview_link(paper.draft, by=None, days=1)
    with pytest.raises((AssertionError, ProgrammingError)), as_reader(reader_role):
        client.get(link.get_absolute_url())


def test_no_public_address_reads_what_the_desk_writes(paper, client, reader_role):  # noqa: F811
    for name, tries in addresses(paper).items():
        for path, status in tries:
            with as_reader(reader_role):
                response = client.get(path)
                b"".join(response)
            assert response.status_code == status, f"{name}: {path}"


def test_a_look_at_the_working_copy_would_be_caught(paper, reader_role):  # noqa: F811
    with pytest.raises((AssertionError, ProgrammingError)), as_reader(reader_role):
        Article.objects.count()


def test_a_look_at_a_relation_of_the_working_copy_would_be_caught(paper, reader_role):  # noqa: F811
    with pytest.raises((AssertionError, ProgrammingError)), as_reader(reader_role):
        list(paper.article.article.bylines.all())
