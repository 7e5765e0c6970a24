"""What pages cost: the same number of queries however large the paper, none that reads it all."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.placing import place
from articles.comments.models import Comment, Commenter, Status
from articles.front_page import NEWEST_SIZE
from articles.listings import PAGE_SIZE, Cursor
from articles.models import (
    Article,
    Listing,
    PublishedArticle,
    PublishedBody,
    PublishedByline,
    PublishedTag,
    Slot,
    Tag,
)
from articles.structure import State
from tests.factories import figure, make_author, make_image, make_published, make_section

pytestmark = pytest.mark.django_db

START = datetime(2020, 1, 1, tzinfo=UTC)
ARTICLE, SECTION, FRONT = 8, 8, 12


class Paper:
    """Five sections with a subsection or more each, an author, a tag, and an article with everything."""

    def __init__(self) -> None:
        self.sections = [make_section(slug=f"muc-{number}") for number in range(5)]
        self.subsections = [make_section(slug="con", parent=section) for section in self.sections]
        for number in range(10):
            make_section(slug=f"con-{number}", parent=self.sections[0])
        self.author = make_author("Hải Miên")
        self.image = make_image()
        self.article = self.publish(pictures=1)
        for slot in Slot:
            for _ in range(4):
                place(self.publish(pictures=1).article, slot, by=None)

    def publish(self, *, pictures: int) -> PublishedArticle:
        return make_published(
            section=self.subsections[0],
            authors=[self.author],
            tags=("mưa lũ",),
            body=figure(self.image) * pictures + "<p>Thân bài.</p>",
        )

    def grow(self, count: int) -> None:
        """Add `count` published articles, older than those made one by one."""
        tag = Tag.objects.get()
        version = self.image.current
        articles = Article.objects.bulk_create(
            Article(
                title=f"Bài {number}",
                slug=f"bai-{number}",
                section=self.subsections[number % 5],
                state=State.PUBLISHED,
            )
            for number in range(count)
        )
        publications = PublishedArticle.objects.bulk_create(
            PublishedArticle(
                article=article,
                kind=article.kind,
                revision_number=1,
                section=article.section,
                title=article.title,
                slug=article.slug,
                lead_image=version,
                first_published_at=START + timedelta(minutes=number),
                visible_from=START + timedelta(minutes=number),
            )
            for number, article in enumerate(articles)
        )
        PublishedBody.objects.bulk_create(
            PublishedBody(publication=each, source="", html="<p>Thân.</p>", html_version=1)
            for each in publications
        )
        entries = [(each, _entry(each)) for each in publications]
        for inherited in (False, True):
            Listing.objects.bulk_create(
                Listing(
                    section=each.section.parent if inherited else each.section,
                    inherited=inherited,
                    **entry,
                )
                for each, entry in entries
            )
        PublishedByline.objects.bulk_create(
            PublishedByline(author=self.author, position=0, name="Hải Miên", **entry)
            for _each, entry in entries
        )
        PublishedTag.objects.bulk_create(
            PublishedTag(tag=tag, position=0, **entry) for _each, entry in entries
        )


def _entry(publication: PublishedArticle) -> dict:
    return {
        "publication": publication,
        "article_id": publication.article_id,
        "first_published_at": publication.first_published_at,
        "visible_from": publication.visible_from,
    }


def comment(publication: PublishedArticle, count: int) -> None:
    """Let `count` approved comments stand under the article, every second one a reply."""
    commenter = Commenter.objects.create(email_hmac="0" * 64)
    values = {
        "article_id": publication.article_id,
        "commenter": commenter,
        "display_name": "Bạn đọc",
        "body": "Ý kiến.",
        "status": Status.APPROVED,
        "policy_version": 1,
        "consented_at": START,
        "created_at": START,
    }
    rows = [
        Comment(
            public_id=f"c{at}", nonce=f"c{at}", published_at=START + timedelta(minutes=at), **values
        )
        for at in range(count // 2)
    ]
    threads = Comment.objects.bulk_create(rows)
    Comment.objects.bulk_create(
        Comment(
            public_id=f"r{at}",
            nonce=f"r{at}",
            root=thread,
            parent=thread,
            published_at=START + timedelta(minutes=at),
            **values,
        )
        for at, thread in enumerate(threads)
    )


@pytest.fixture
def paper() -> Paper:
    return Paper()


def ask(client, path: str) -> list[str]:
    """The queries of a page that must be there."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def pages(paper: Paper) -> dict[str, int]:
    """Addresses and what each may cost."""
    deep = f"?truoc={Cursor(START + timedelta(minutes=30), 10**15)}"
    tag = Tag.objects.get()
    return {
        paper.article.get_absolute_url(): ARTICLE,
        "/": FRONT,
        f"/{deep}": SECTION,
        "/muc-0/": SECTION,
        f"/muc-0/{deep}": SECTION,
        "/muc-0/con/": SECTION,
        paper.author.get_absolute_url(): SECTION,
        paper.author.get_absolute_url() + deep: SECTION,
        tag.get_absolute_url(): SECTION,
        tag.get_absolute_url() + deep: SECTION,
    }


def test_no_page_costs_more_with_6000_articles_than_with_12(client, paper):
    paper.grow(12)
    small = {path: len(ask(client, path)) for path in pages(paper)}
    paper.grow(6000)
    large = {path: len(ask(client, path)) for path in pages(paper)}
    assert large == small
    for path, budget in pages(paper).items():
        assert small[path] <= budget, path


@pytest.mark.parametrize("comments", [0, 200])
@pytest.mark.parametrize("pictures", [1, 12])
def test_an_article_costs_no_more_with_many_pictures_and_comments(
    client, paper, comments, pictures
):
    publication = paper.publish(pictures=pictures)
    comment(publication, comments)
    queries = ask(client, publication.get_absolute_url())
    assert len(queries) <= ARTICLE
    html = client.get(publication.get_absolute_url()).content.decode()
    assert html.count("<figure") == pictures
    assert f"({comments})" in html


def test_an_article_that_is_gone_or_moved_costs_less(client, paper):
    number = paper.article.article_id
    for path, most in ((f"/{number}", 1), (f"/sai-{number}.html", 1), ("/77", 5)):
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        assert len(captured) <= most, path


def test_no_page_reads_or_sorts_a_whole_table_of_publications(client, paper):
    paper.grow(6000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        for path in pages(paper):
            for sql in ask(client, path):
                cursor.execute(f"{EXPLAIN} {sql}")
                plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
                for model in (PublishedArticle, Listing, PublishedByline, PublishedTag):
                    assert f"{WHOLE} {model._meta.db_table}" not in plan, f"{path}\n{sql}\n{plan}"
                if A_PAGE.search(sql):
                    assert "_newest" in plan, f"{path}\n{sql}\n{plan}"


SQLITE = connection.vendor == "sqlite"
EXPLAIN, WHOLE = ("EXPLAIN QUERY PLAN", "SCAN") if SQLITE else ("EXPLAIN", "Seq Scan on")
# The query of a list fetches one article more than it shows.
A_PAGE = re.compile(rf"first_published_at.* LIMIT ({PAGE_SIZE + 1}|{NEWEST_SIZE + 1})$", re.DOTALL)
