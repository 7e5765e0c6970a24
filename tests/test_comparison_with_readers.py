"""The texts of an article compared with what readers see."""

from datetime import UTC, datetime
from io import BytesIO

import pytest

from articles.actions.fixing import quick_fix
from articles.actions.merging import merge_authors
from articles.actions.publishing import publish
from articles.actions.records import replace_image_file
from articles.actions.taking_down import take_down
from articles.actions.withdrawing import withdraw
from articles.images import store
from articles.models import PublishedBody
from tests import factories
from tests.comparisons import compare, marks, parts_of, rows_of, write
from tests.desk import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


@pytest.fixture
def article():
    return factories.make_article(title="Nước lũ lên ba mét", body="<p>Thân.</p>")


def test_what_was_just_published_does_not_differ_from_the_working_copy(client):
    image = factories.make_image()
    image.alt = "Con đê"
    image.save()
    section = factories.make_section()
    article = factories.make_article(
        section=section,
        also_in=(factories.make_section().pk,),
        authors=[factories.make_author("An"), factories.make_author("Bình")],
        tags=("lũ", "đê"),
        body=f"{factories.figure(image, credit='Hải Miên')}\n<p>Thân.</p>",
        copyright_notice="Theo Báo thử",
        dateline=datetime(2024, 5, 19, 0, 6, tzinfo=UTC),
    )
    publish(article, by=None)
    assert parts_of(compare(client, article, "live", 1)) == {}
    assert parts_of(compare(client, article, 1, "live")) == {}


def test_what_readers_see_is_what_is_published_and_not_its_revision(client, article):
    row = publish(article, by=None)
    PublishedBody.objects.filter(publication=row).update(source="<p>Thân đã chữa.</p>")
    (body,) = parts_of(compare(client, article, "live", 1)).values()
    assert marks(body)[0] == ["đã chữa"] or "đã chữa" in marks(body)[0][0]


def test_after_a_quick_fix_the_newer_working_copy_differs_in_its_own_words_only(cast, client):
    article = factories.make_article(title="Nước lũ lên ba met", body="<p>Thân.</p>")
    publish(article, by=None)
    write(article, body="<p>Thân dài hơn.</p>")
    quick_fix(article, by=cast.managing_editor, passage="ba met", words="ba mét")
    article.refresh_from_db()
    parts = parts_of(compare(client, article, "live", article.revision_number))
    assert list(parts) == ["body"]


def test_a_merged_author_is_no_difference_to_readers(client):
    authors = [factories.make_author("An"), factories.make_author("Bình")]
    article = factories.make_article(authors=authors[:1])
    publish(article, by=None)
    merge_authors(authors[0], authors[1], by=None)
    parts = parts_of(compare(client, article, "live", 1))
    # The line stays as it was printed; the next publication would print the present name.
    assert list(parts) == ["bylines"]
    publish(article, by=None)
    assert parts_of(compare(client, article, "live", 1)) == {}


def test_a_picture_with_a_newer_file_or_taken_down_is_told(client):
    images = [
        factories.make_image(f"{colour}.jpg", data=factories.picture_bytes(colour=colour))
        for colour in ("teal", "olive")
    ]
    article = factories.make_article(body="".join(factories.figure(image) for image in images))
    publish(article, by=None)
    stored = store.take_in(BytesIO(factories.picture_bytes(colour="navy")), "de.jpg")
    replace_image_file(images[0], stored, by=None)
    take_down(images[1], by=None, reason="Bản quyền")
    rows = rows_of(compare(client, article, "live", 1))
    assert len(rows) == 2
    page = parts_of(compare(client, article, "live", 1))["body"]
    assert len(page.xpath(".//ul[@class='remarks']/li")) == 2
    # Of two revisions nobody knows which file they had.
    assert parts_of(compare(client, article, 1, 1)) == {}


@pytest.mark.parametrize("gone", [False, True])
def test_what_readers_do_not_have_cannot_be_compared(client, article, gone):
    if gone:
        publish(article, by=None)
        withdraw(article, by=None, reason="Sai")
    assert compare(client, article, "live", 1).status_code == 404
