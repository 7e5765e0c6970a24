"""A picture taken down is gone from all that readers get, and what showed it is whole."""

import re
from datetime import timedelta
from io import BytesIO

import lxml.html
import pytest
import time_machine
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from articles.actions.fixing import quick_fix
from articles.actions.publications import prepare, without_taken_down
from articles.actions.publishing import publish
from articles.actions.records import replace_image_file, save_record
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.taking_down import put_back, take_down
from articles.housekeeping import sweep_public_renditions
from articles.images import store
from articles.models import Activity, Image, Notice, PublishedArticle, PublishedBody

from . import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two():
    """An article that two pictures stand in: the first leads."""
    first = factories.make_image(data=factories.picture_bytes(colour="navy"))
    second = factories.make_image(data=factories.picture_bytes(colour="olive"))
    body = factories.figure(first, "Bến đò.") + factories.figure(second, "Chợ nổi.")
    row = factories.make_published(
        body=body + "<p>Nước lên.</p>", authors=[factories.make_author()], tags=("lũ",)
    )
    return row, first, second


def files_of(image: Image) -> list[str]:
    version = image.versions.get()
    paths = store.rendition_paths(version.hash, version.width, version.height)
    return [path for path in paths if default_storage.exists(path)]


def everywhere(client, row) -> dict[str, str]:
    """All that readers get of the article."""
    author, tag = row.bylines.get().author, row.tags.get().tag
    pages = [
        row.get_absolute_url(),
        "/",
        row.section.get_absolute_url(),
        author.get_absolute_url(),
        tag.get_absolute_url(),
        "/rss/home.rss",
        f"/rss{row.section.get_absolute_url()[:-1]}.rss",
    ]
    return {page: client.get(page).content.decode() for page in pages}


def down(image: Image, cast) -> Image:
    return take_down(image, by=cast.picture_editor, reason="Người trong ảnh yêu cầu")


def test_it_is_gone_from_every_page_card_and_feed_and_its_files_too(client, cast, two):
    row, first, _second = two
    name = first.current.hash
    assert all(name in page for page in everywhere(client, row).values())
    assert files_of(first)
    down(first, cast)
    assert not any(name in page for page in everywhere(client, row).values())
    assert files_of(first) == []
    assert client.get(f"/media/p/{name}-full-400.webp").status_code == 404


def test_the_article_closes_over_the_gap_and_the_next_picture_leads(client, cast, two):
    row, first, second = two
    down(first, cast)
    page = client.get(row.get_absolute_url()).content.decode()
    document = lxml.html.fromstring(page)
    assert len(document.xpath("//article//figure")) == 1
    assert "Bến đò." not in page
    (shared, *_more) = document.xpath("//meta[@property='og:image']/@content")
    assert second.current.hash in shared
    assert all(second.current.hash in each for each in list(everywhere(client, row).values())[:6])


def test_without_any_picture_left_nothing_is_broken(client, cast, two):
    row, first, second = two
    down(first, cast)
    down(second, cast)
    for address, page in everywhere(client, row).items():
        assert not re.search(r"<figure[^>]*>\s*</figure>", page), address
        assert "/media/p/" not in page, address
    assert PublishedArticle.objects.get().lead_image is None


def test_what_was_approved_stays_on_record(cast, two):
    row, first, _second = two
    down(first, cast)
    body = PublishedBody.objects.get(publication=row)
    assert "Bến đò." in body.source
    assert row.figures.count() == 2


def test_who_asked_why_and_by_which_document_is_kept(cast, two):
    _row, first, _second = two
    take_down(
        first,
        by=cast.picture_editor,
        reason="Vi phạm bản quyền",
        requested_by="Tác giả ảnh",
        document_number="07/YC",
    )
    data = Activity.objects.get(act="take_down_image").data
    kept = (data["reason"], data["requested_by"], data["document_number"])
    assert kept == ("Vi phạm bản quyền", "Tác giả ảnh", "07/YC")


def test_the_authors_are_told(cast):
    image = factories.make_image()
    publish(factories.make_article(by=cast.reporter, body=factories.figure(image)), by=None)
    down(image, cast)
    assert Notice.objects.get(kind="picture").recipient == cast.reporter


def test_put_back_it_stands_where_it_stood(client, cast, two):
    row, first, _second = two
    before = everywhere(client, row)
    down(first, cast)
    put_back(first, by=cast.managing_editor, reason="Đã có giấy phép")
    assert everywhere(client, row)[row.get_absolute_url()] == before[row.get_absolute_url()]
    assert files_of(first)
    assert PublishedArticle.objects.get().lead_image == first.versions.get()
    assert Image.objects.get(pk=first.pk).current == first.versions.get()


def test_a_scheduled_text_begins_without_it(client, cast):
    image = factories.make_image()
    at = timezone.now() + timedelta(hours=1)
    row = factories.make_published(body=factories.figure(image) + "<p>Thân.</p>", at=at)
    down(image, cast)
    with time_machine.travel(at + timedelta(minutes=1)):
        page = client.get(row.get_absolute_url()).content.decode()
    assert "<p>Thân.</p>" in page
    assert image.current.hash not in page


def test_publishing_anew_a_quick_fix_and_rerendering_do_not_bring_it_back(client, cast, two):
    row, first, _second = two
    name = first.current.hash
    down(first, cast)
    quick_fix(row.article, by=cast.managing_editor, passage="Nước lên.", words="Nước rút.")
    PublishedBody.objects.update(html_version=0)
    call_command("rerender")
    assert name not in client.get(row.get_absolute_url()).content.decode()
    publish(row.article, by=None)
    sweep_public_renditions()
    assert name not in client.get(row.get_absolute_url()).content.decode()
    assert files_of(first) == []


def test_what_was_made_ready_before_is_published_without_it(cast, two):
    row, first, second = two
    prepared = prepare(row.article)
    down(first, cast)
    with transaction.atomic():
        held = without_taken_down(prepared)
    assert list(held.pictures) == [second.pk]
    assert first.current.hash not in held.html


def test_the_same_file_sent_twice_goes_twice(client, cast):
    data = factories.picture_bytes(colour="maroon")
    one, other = factories.make_image(data=data), factories.make_image(data=data)
    name = one.current.hash
    row = factories.make_published(body=factories.figure(other) + "<p>Thân.</p>")
    down(one, cast)
    assert name not in client.get(row.get_absolute_url()).content.decode()
    assert files_of(other) == []
    assert Activity.objects.filter(act="take_down_image").count() == 2


def test_a_portrait_leaves_its_authors_page(client, cast):
    image = factories.make_image()
    author = factories.make_author()
    save_record(author, {"portrait": image}, by=None)
    factories.make_published(authors=[author])
    name = image.current.hash
    assert name in client.get(author.get_absolute_url()).content.decode()
    down(image, cast)
    assert name not in client.get(author.get_absolute_url()).content.decode()
    assert files_of(image) == []
    put_back(image, by=cast.managing_editor, reason="Nhầm ảnh")
    assert name in client.get(author.get_absolute_url()).content.decode()
    assert files_of(image)


def test_no_new_file_brings_it_back_by_the_way(cast):
    image = down(factories.make_image(), cast)
    stored = store.take_in(BytesIO(factories.picture_bytes(colour="red")), "khac.jpg")
    with pytest.raises(Refused):
        replace_image_file(image, stored, by=cast.picture_editor)


def test_it_is_refused_without_a_reason_twice_and_to_those_who_may_not(cast):
    image = factories.make_image()
    with pytest.raises(Refused):
        take_down(image, by=cast.picture_editor, reason=" ")
    with pytest.raises(NotPermitted):
        take_down(image, by=cast.editor, reason="Thử")


def test_who_takes_down_too_late_is_told_to_look_and_not_that_a_text_is_kept(cast):
    image = factories.make_image()
    stale = image.version
    save_record(image, {"caption": "Bến đò."}, by=cast.picture_editor, base_version=stale)
    with translation.override("en"), pytest.raises(Stale) as refused:
        take_down(image, by=cast.picture_editor, reason="Thử", base_version=stale)
    assert "look at it" in str(refused.value)
    with translation.override("en"), pytest.raises(Stale) as refused:
        save_record(image, {"caption": "Đò."}, by=cast.picture_editor, base_version=stale)
    assert "What you typed" in str(refused.value)
    with pytest.raises(Refused):
        put_back(image, by=cast.managing_editor, reason="Thử")
    down(image, cast)
    with pytest.raises(Refused):
        down(image, cast)
    with pytest.raises(NotPermitted):
        put_back(image, by=cast.picture_editor, reason="Thử")


def test_who_takes_it_down_or_puts_it_back_sees_what_it_is(client, cast):
    image = factories.make_image()
    save_record(image, {"alt": "Thả đèn trên sông"}, by=None)
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")

    def about(verb: str) -> lxml.html.HtmlElement:
        page = client.get(reverse(f"admin:articles_image_{verb}", args=[image.pk]))
        (shown,) = lxml.html.fromstring(page.content.decode()).xpath("//div[@class='about']")
        return shown

    file = reverse("admin:picture_file", args=[image.current.pk, "full", 400])
    assert about("take-down").xpath(".//img/@src") == [file]
    assert "Thả đèn trên sông" in about("take-down").text_content()
    down(image, cast)
    assert "Thả đèn trên sông" in about("put-back").text_content()


def test_the_desk_says_so_and_offers_to_put_it_back(client, cast):
    image = down(factories.make_image(), cast)
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    page = client.get(reverse("admin:articles_image_change", args=[image.pk])).content.decode()
    assert reverse("admin:articles_image_put-back", args=[image.pk]) in page
    assert 'data-mark="down"' in page
