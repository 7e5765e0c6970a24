"""Corrections: written by one person, approved by another, and told to readers for good."""

import json
from datetime import datetime, timedelta

import lxml.html
import pytest
import time_machine
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from articles.actions.correcting import (
    approve_correction,
    correction_refusal,
    decline_correction,
    write_correction,
)
from articles.actions.publishing import cancel
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.withdrawing import withdraw
from articles.listings import PAGE_SIZE
from articles.models import Activity, Correction, Notice, PublishedCorrection

from . import factories

pytestmark = pytest.mark.django_db

TOLD = {
    "heading": "Số nhà bị ngập ở Tân Phú",
    "wrong": "Bài viết 120 nhà bị ngập.",
    "right": "Đúng là 102 nhà. Tòa soạn xin lỗi bạn đọc.",
}


def corrected(article, cast, **fields) -> PublishedCorrection:
    correction = write_correction(article, by=cast.editor, **(TOLD | fields))
    return approve_correction(correction, by=cast.managing_editor)


def read(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_readers_have_nothing_of_it_before_another_person_approves(client, cast):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.editor, **TOLD)
    for path in (row.get_absolute_url(), "/dinh-chinh/"):
        assert TOLD["right"] not in read(client, path)
    approve_correction(correction, by=cast.managing_editor)
    for path in (row.get_absolute_url(), "/dinh-chinh/"):
        page = read(client, path)
        assert all(text in page for text in TOLD.values())


def test_the_page_tells_search_engines(client, cast):
    row = factories.make_published()
    corrected(row.article, cast)
    document = lxml.html.fromstring(read(client, row.get_absolute_url()))
    (text,) = document.xpath("//script[@type='application/ld+json']/text()")
    article = next(t for t in json.loads(text)["@graph"] if t["@type"] == "NewsArticle")
    (told,) = article["correction"]
    assert told["@type"] == "CorrectionComment"
    assert TOLD["wrong"] in told["text"]
    assert TOLD["right"] in told["text"]
    assert datetime.fromisoformat(told["datePublished"]).tzinfo


def test_an_article_without_one_tells_of_none(client):
    row = factories.make_published()
    page = read(client, row.get_absolute_url())
    assert "đính chính" not in page.replace('">Đính chính</a>', "")
    assert "CorrectionComment" not in page


def test_the_list_names_the_article_as_it_was_printed(client, cast):
    row = factories.make_published(title="Lũ về Tân Phú")
    corrected(row.article, cast)
    page = read(client, "/dinh-chinh/")
    assert f'<a href="{row.get_absolute_url()}">Lũ về Tân Phú</a>' in page
    assert row.section.name in page


def test_a_withdrawn_article_keeps_its_correction_in_the_list_without_a_link(client, cast):
    row = factories.make_published(title="Lũ về Tân Phú")
    corrected(row.article, cast)
    withdraw(row.article, by=None, reason="Sai")
    page = read(client, "/dinh-chinh/")
    assert "“Lũ về Tân Phú”" in page
    assert row.get_absolute_url() not in page


def test_a_withdrawn_article_can_still_be_corrected(client, cast):
    row = factories.make_published()
    withdraw(row.article, by=None, reason="Sai")
    corrected(row.article, cast)
    assert TOLD["right"] in read(client, "/dinh-chinh/")


def test_it_stands_in_the_foot_of_every_page_and_in_the_sitemap(client):
    assert 'href="/dinh-chinh/"' in read(client, "/")
    assert "/dinh-chinh/</loc>" in read(client, "/sitemap-pages.xml")


def test_the_list_goes_on_by_cursor_and_misses_none(client, cast):
    row = factories.make_published()
    with time_machine.travel(timezone.now(), tick=False):
        for number in range(PAGE_SIZE + 3):
            corrected(row.article, cast, heading=f"Đính chính số {number:03}")
    first = read(client, "/dinh-chinh/")
    older = lxml.html.fromstring(first).xpath("//p[@class='older']/a/@href")[0]
    second = read(client, older)
    for number in range(PAGE_SIZE + 3):
        heading = f"Đính chính số {number:03}"
        assert (heading in first) != (heading in second)
    assert client.get("/dinh-chinh/?truoc=hom-qua").status_code == 404


def test_another_can_follow_it(client, cast):
    row = factories.make_published()
    first = corrected(row.article, cast)
    second = corrected(row.article, cast, heading="Vẫn là số nhà", follows=first.correction)
    assert second.follows == first
    page = read(client, row.get_absolute_url())
    assert f"thay cho đính chính “{TOLD['heading']}”" in page
    assert page.index(TOLD["heading"]) < page.index("Vẫn là số nhà")


def test_only_a_published_correction_of_the_same_article_can_be_followed(cast):
    row, other = factories.make_published(), factories.make_published()
    foreign = corrected(other.article, cast).correction
    waiting = write_correction(row.article, by=cast.editor, **TOLD)
    for follows in (foreign, waiting):
        with pytest.raises(Refused) as refused:
            write_correction(row.article, by=cast.editor, **TOLD, follows=follows)
        assert refused.value.field == "follows"


def test_who_wrote_it_does_not_approve_it(cast):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.managing_editor, **TOLD)
    with pytest.raises(NotPermitted):
        approve_correction(correction, by=cast.managing_editor)
    reason = correction_refusal("approve_correction", cast.managing_editor, correction)
    assert isinstance(reason, NotPermitted)
    approve_correction(correction, by=cast.editor_in_chief)


def test_it_is_decided_once(cast):
    row = factories.make_published()
    correction = corrected(row.article, cast).correction
    for act in (approve_correction, lambda *a, **k: decline_correction(*a, reason="Thôi", **k)):
        with pytest.raises(Refused):
            act(correction, by=cast.editor_in_chief)
    assert PublishedCorrection.objects.count() == 1


def test_a_page_opened_before_another_decided_is_refused(cast):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.editor, **TOLD)
    decline_correction(correction, by=cast.managing_editor, reason="Bài in đúng.")
    with pytest.raises(Stale):
        approve_correction(correction, by=cast.editor_in_chief, base_version=0)


def test_a_declined_one_is_kept_and_told_to_its_writer_alone(client, cast):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.editor, **TOLD)
    decline_correction(correction, by=cast.managing_editor, reason="Bài in đúng.")
    assert Correction.objects.get().state == "declined"
    assert TOLD["right"] not in read(client, "/dinh-chinh/")
    assert Notice.objects.filter(kind="returned").get().recipient == cast.editor
    assert Activity.objects.latest("pk").data["reason"] == "Bài in đúng."


@pytest.mark.parametrize("missing", ["heading", "wrong", "right"])
def test_it_says_all_three_things(cast, missing):
    row = factories.make_published()
    with pytest.raises(Refused) as refused:
        write_correction(row.article, by=cast.editor, **(TOLD | {missing: " \u200b"}))
    assert refused.value.field == missing


def test_the_same_words_wait_once(cast):
    row = factories.make_published()
    first = write_correction(row.article, by=cast.editor, **TOLD)
    acts = Activity.objects.count()
    with pytest.raises(Refused):
        write_correction(row.article, by=cast.editor, **TOLD)
    assert (Correction.objects.count(), Activity.objects.count()) == (1, acts)
    write_correction(row.article, by=cast.managing_editor, **TOLD)
    write_correction(row.article, by=cast.editor, **(TOLD | {"right": "Lại khác"}))
    decline_correction(first, by=cast.editor_in_chief, reason="Chưa rõ")
    assert write_correction(row.article, by=cast.editor, **TOLD).pk != first.pk


def test_what_readers_never_had_is_not_corrected(cast):
    later = factories.make_published(at=timezone.now() + timedelta(hours=1))
    for article in (factories.make_article(), later.article):
        with pytest.raises(Refused):
            write_correction(article, by=cast.editor, **TOLD)


def test_no_row_of_it_can_be_deleted(cast):
    row = factories.make_published()
    published = corrected(row.article, cast)
    with pytest.raises(ProtectedError):
        published.correction.delete()
    with pytest.raises(ProtectedError):
        row.article.delete()


def test_the_desk_shows_what_waits_and_what_was_said(client, cast):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.editor, **TOLD)
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    assert TOLD["heading"] in client.get(reverse("admin:index")).content.decode()
    page = client.get(reverse("admin:articles_correction_change", args=[correction.pk]))
    assert all(text in page.content.decode() for text in TOLD.values())
    assert reverse("admin:articles_correction_approve", args=[correction.pk]) in (
        page.content.decode()
    )


def test_the_history_of_the_article_tells_what_was_wrong_and_what_is_right(client, cast):
    row = factories.make_published()
    write_correction(row.article, by=cast.editor, **TOLD)
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    page = client.get(reverse("admin:articles_article_history", args=[row.article_id]))
    assert all(text in page.content.decode() for text in TOLD.values())


@pytest.mark.parametrize("decision", ["approve", "decline"])
def test_who_decides_about_it_reads_all_of_it_once_more(client, cast, decision):
    row = factories.make_published()
    correction = write_correction(row.article, by=cast.editor, **TOLD)
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    page = read(client, reverse(f"admin:articles_correction_{decision}", args=[correction.pk]))
    (about,) = lxml.html.fromstring(page).xpath("//div[@class='about']")
    for said in (str(row.article), TOLD["wrong"], TOLD["right"], str(cast.editor)):
        assert said in about.text_content()


def test_its_own_history_tells_what_was_done_to_it_and_to_no_other(client, cast):
    article = factories.make_published().article
    first = corrected(article, cast).correction
    second = write_correction(article, by=cast.editor, **(TOLD | {"wrong": "Sai chỗ khác."}))
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    acts = []
    for correction in (first, second):
        address = reverse("admin:articles_correction_history", args=[correction.pk])
        history = client.get(address).context["history"]
        acts.append(len(list(history)))
    assert acts == [2, 1]


def test_it_is_offered_only_where_readers_have_had_the_article(client, cast):
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    live, gone = factories.make_published(), factories.make_published()
    later = factories.make_published(at=timezone.now() + timedelta(hours=1))
    withdraw(gone.article, by=None, reason="Sai")
    cancel(later, by=cast.managing_editor)
    for row, is_offered in ((live, True), (gone, True), (later, False)):
        page = client.get(reverse("admin:articles_article_change", args=[row.article_id]))
        address = reverse("admin:articles_article_correct", args=[row.article_id])
        assert (address in page.content.decode()) == is_offered
