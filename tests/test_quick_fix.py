"""Quick fix: a slip mended wherever it stands, and nothing else touched."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from articles.actions.fixing import quick_fix
from articles.actions.permission import refusal
from articles.actions.publishing import publish
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.reviewing import approve
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.admin.standing import standing_of
from articles.models import Activity, Article, Notice, PublishedArticle, Revision

from . import factories

pytestmark = pytest.mark.django_db

BODY = "<p>Nước sông <strong>dâng cao</strong> ở xã Tân Phú.</p><p>Đò ngang nghỉ chạy.</p>"


def changed(article: Article, **fields) -> Article:
    draft = article.revisions.get(number=article.revision_number).draft
    return save(article, replace(draft, **fields), by=None, base_version=article.version)


def live(article: Article) -> PublishedArticle:
    return PublishedArticle.objects.visible().get(article=article)


def working(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


@pytest.mark.parametrize(
    ("passage", "words", "where"),
    [
        ("Lủ về", "Lũ về", "title"),
        ("trong đem", "trong đêm", "sapo"),
        ("dâng coa", "dâng cao", "body"),
        ("Ngưòi dân", "Người dân", "body"),
        ("chảy siết", "chảy xiết", "caption"),
        ("Hải Mien", "Hải Miên", "caption"),
    ],
)
def test_a_slip_is_mended_in_title_sapo_body_caption_and_credit(cast, passage, words, where):
    image = factories.make_image()
    row = factories.make_published(
        title="Lủ về bản",
        sapo="Nước dâng trong đem.",
        body="<p>Sông <strong>dâng coa</strong>.</p><ul><li>Ngưòi dân lo.</li></ul>"
        + factories.figure(image, "Nước chảy siết.", "Hải Mien"),
    )
    quick_fix(row.article, by=cast.managing_editor, passage=passage, words=words)
    now, copy = live(row.article), working(row.article)
    kept = {
        "live": f"{now.title}{now.sapo}{now.body.source}{now.body.html}",
        "copy": f"{copy.title}{copy.sapo}{copy.body}{copy.revisions.latest('number').content}",
    }
    for text in kept.values():
        assert words in text
        assert passage not in text
    assert "<strong>" in now.body.html
    activity = Activity.objects.get(act="quick_fix")
    assert (activity.data["passage"], activity.data["words"]) == (passage, words)
    assert activity.data["where"] == where


def test_readers_get_a_new_interval_and_the_old_one_stays_as_it_was(cast):
    row = factories.make_published(body=BODY, tags=("lũ",), authors=[factories.make_author()])
    fixed = quick_fix(row.article, by=cast.managing_editor, passage="Tân Phú", words="Tân Phúc")
    row.refresh_from_db()
    new = fixed.publication
    assert "Tân Phú." in row.body.html
    assert row.visible_until == new.visible_from
    assert "Tân Phúc." in new.body.html
    assert new.slug == row.slug
    assert new.updated_at == row.updated_at
    assert list(new.tags.values_list("tag")) == list(row.tags.values_list("tag"))
    assert list(new.bylines.values_list("name")) == list(row.bylines.values_list("name"))
    assert list(new.listings.values_list("section")) == list(row.listings.values_list("section"))
    for entry in (*new.tags.all(), *new.bylines.all(), *new.listings.all()):
        assert (entry.visible_from, entry.visible_until) == (new.visible_from, new.visible_until)


def test_the_state_stays_and_the_working_copy_still_is_what_readers_see(cast):
    row = factories.make_published(body=BODY)
    quick_fix(row.article, by=cast.managing_editor, passage="Đò", words="Phà")
    copy = working(row.article)
    assert copy.state == "published"
    assert copy.revision_number == live(row.article).revision_number == 2
    assert copy.version > row.article.version


def test_what_is_scheduled_is_mended_too_and_keeps_its_minute(cast):
    row = factories.make_published(body=BODY)
    article = changed(row.article, title="Tựa mới")
    at = timezone.now() + timedelta(hours=1)
    publish(article, by=None, at=at)
    article = changed(working(article), title="Tựa mới hơn")
    quick_fix(article, by=cast.managing_editor, passage="Đò ngang", words="Phà")
    future = PublishedArticle.objects.get(visible_from=at)
    assert "Phà nghỉ" in future.body.html
    assert future.title == "Tựa mới"
    copy = working(article)
    assert copy.title == "Tựa mới hơn"
    numbers = [live(article).revision_number, future.revision_number, copy.revision_number]
    assert len(set(numbers)) == 3
    for number, title in zip(numbers, (row.title, "Tựa mới", "Tựa mới hơn"), strict=True):
        draft = Revision.objects.get(article=article, number=number).draft
        assert draft.title == title
        assert "Phà nghỉ" in draft.body
    with time_machine.travel(at + timedelta(minutes=1)):
        assert "Phà nghỉ" in live(article).body.html


def test_a_working_copy_without_the_passage_stays_and_is_marked(cast):
    row = factories.make_published(body=BODY)
    article = changed(row.article, body="<p>Viết lại cả rồi.</p>")
    fixed = quick_fix(article, by=cast.managing_editor, passage="Đò ngang", words="Phà")
    assert fixed.missing_in_copy
    copy = working(article)
    assert copy.body == "<p>Viết lại cả rồi.</p>"
    assert copy.revision_number > live(article).revision_number
    note = copy.notes.get(settled_at=None)
    assert "Đò ngang" in note.text
    assert "Phà" in note.text
    assert Activity.objects.filter(actor=cast.managing_editor).count() == 1


def test_the_note_is_in_the_newsrooms_language_whatever_the_desk_of_who_mends(cast):
    article = changed(factories.make_published(body=BODY).article, body="<p>Viết lại cả rồi.</p>")
    with translation.override("en"):
        quick_fix(article, by=cast.managing_editor, passage="Đò ngang", words="Phà")
    text = article.notes.get().text
    with translation.override(settings.LANGUAGE_CODE):
        assert gettext("the working copy") in text
    assert "working copy" not in text


def test_what_was_scheduled_without_the_passage_is_left_and_said(cast):
    row = factories.make_published(body=BODY)
    article = changed(row.article, body="<p>Viết lại cả rồi.</p>")
    at = timezone.now() + timedelta(hours=1)
    publish(article, by=None, at=at)
    fixed = quick_fix(article, by=cast.managing_editor, passage="Đò ngang", words="Phà")
    assert fixed.missing_in_scheduled == 1
    assert "Viết lại" in PublishedArticle.objects.get(visible_from=at).body.html
    assert working(article).notes.count() == 1


def rewritten_and_approved(cast) -> Article:
    """Live as it was; the working copy another text, with both approvals of its section."""
    article = factories.make_article(section=factories.make_section(steps=2), body=BODY)
    publish(article, by=None, approved_elsewhere=True)
    article = changed(working(article), body="<p>Viết lại cả rồi.</p>")
    approve(article, by=cast.managing_editor)
    return approve(working(article), by=cast.editor_in_chief)


def test_approvals_of_text_that_was_not_touched_are_worth_what_they_were(cast):
    article = rewritten_and_approved(cast)
    given = list(article.approvals.values_list("by", "at"))
    quick_fix(article, by=cast.managing_editor, passage="Đò ngang", words="Phà")
    copy = working(article)
    assert (copy.revision_number, copy.step) == (4, 2)
    assert list(copy.approvals.filter(revision_number=4).values_list("by", "at")) == given
    assert list(copy.approvals.filter(revision_number=2).values_list("by", "at")) == given
    old, new = (copy.revisions.get(number=number) for number in (2, 4))
    assert old.content == new.content
    assert live(article).revision_number == 3
    publish(copy, by=cast.editor_in_chief)
    assert live(article).revision_number == 4
    assert "Viết lại" in live(article).body.html


def test_a_scheduled_text_that_was_not_touched_still_is_the_working_copy(cast):
    article = rewritten_and_approved(cast)
    at = timezone.now() + timedelta(hours=1)
    publish(article, by=cast.managing_editor, at=at)
    before = standing_of(Article.objects.with_live().get(pk=article.pk))
    scheduled = PublishedArticle.objects.get(visible_from=at).pk
    quick_fix(working(article), by=cast.managing_editor, passage="Đò ngang", words="Phà")
    article = Article.objects.with_live().get(pk=article.pk)
    assert standing_of(article) == before
    assert not before.newer_than_scheduled
    row = PublishedArticle.objects.get(visible_from=at)
    assert (row.pk, row.revision_number) == (scheduled, article.revision_number)
    with time_machine.travel(at + timedelta(minutes=1)):
        assert not standing_of(Article.objects.with_live().get(pk=article.pk)).differs


def test_approvals_of_text_that_was_mended_do_not_come_along(cast):
    article = factories.make_article(section=factories.make_section(steps=1), body=BODY)
    publish(article, by=None, approved_elsewhere=True)
    article = changed(working(article), title="Tựa mới")
    approve(article, by=cast.managing_editor)
    quick_fix(working(article), by=cast.managing_editor, passage="Đò ngang", words="Phà")
    copy = working(article)
    assert copy.step == 0
    assert not copy.approvals.filter(revision_number=copy.revision_number).exists()


def test_a_passage_that_stands_twice_must_be_chosen(cast):
    row = factories.make_published(body="<p>Xã Đông Hải và xã Đông Hải.</p>")
    with pytest.raises(Refused) as refused:
        quick_fix(row.article, by=cast.managing_editor, passage="Đông Hải", words="Đông Hà")
    assert refused.value.field == "place"
    quick_fix(
        row.article, by=cast.managing_editor, passage="Đông Hải", words="Đông Hà", place="2:18"
    )
    assert "<p>Xã Đông Hải và xã Đông Hà.</p>" in live(row.article).body.html
    assert "<p>Xã Đông Hải và xã Đông Hà.</p>" in working(row.article).body


@pytest.mark.parametrize(
    ("passage", "words", "field"),
    [
        ("", "x", "passage"),
        ("Đò ngang", "Đò ngang", "words"),
        ("không có ở đây", "x", "passage"),
        ("Tân Phú. Đò", "x", "passage"),
        ("Đò ngang nghỉ chạy.", "", "words"),
        ("Đò", "dài" * 100, "words"),
        ("dài" * 100, "Đò", "passage"),
    ],
)
def test_what_cannot_be_mended_is_refused_and_nothing_changes(cast, passage, words, field):
    row = factories.make_published(body=BODY)
    with pytest.raises(Refused) as refused:
        quick_fix(row.article, by=cast.managing_editor, passage=passage, words=words)
    assert refused.value.field == field
    assert PublishedArticle.objects.count() == 1
    assert not Activity.objects.filter(act="quick_fix").exists()


def test_only_what_readers_have_is_mended(cast):
    row = factories.make_published(body=BODY)
    withdraw(row.article, by=None, reason="Sai")
    later = factories.make_published(body=BODY, at=timezone.now() + timedelta(hours=1))
    for article in (row.article, later.article, factories.make_article(body=BODY)):
        with pytest.raises(Refused):
            quick_fix(article, by=cast.managing_editor, passage="Đò", words="Phà")


def test_who_wrote_it_alone_lets_another_mend_it(cast):
    article = factories.make_article(by=cast.managing_editor, body=BODY)
    publish(article, by=None)
    with pytest.raises(NotPermitted):
        quick_fix(article, by=cast.managing_editor, passage="Đò", words="Phà")
    quick_fix(article, by=cast.editor_in_chief, passage="Đò", words="Phà")


def test_a_stale_page_mends_nothing(cast):
    row = factories.make_published(body=BODY)
    changed(row.article, title="Tựa khác")
    with pytest.raises(Stale):
        quick_fix(row.article, by=cast.managing_editor, passage="Đò", words="Phà", base_version=1)


def test_the_authors_are_told(cast):
    article = factories.make_article(by=cast.reporter, body=BODY)
    publish(article, by=None)
    quick_fix(article, by=cast.managing_editor, passage="Đò", words="Phà")
    assert Notice.objects.get(kind="fixed").recipient == cast.reporter


def test_the_editor_may_not(cast):
    article = factories.make_published(body=BODY).article
    assert isinstance(refusal("quick_fix", cast.editor, article), NotPermitted)


def test_on_the_screen_the_text_stands_below_and_two_places_are_told_apart(client, cast):
    row = factories.make_published(body="<p>Xã Đông Hải và xã Đông Hải.</p>")
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    address = reverse("admin:articles_article_quick-fix", args=[row.article_id])
    page = client.get(address).content.decode()
    assert 'data-line="2" data-kind="body">Xã Đông Hải và xã Đông Hải.</p>' in page
    fields = {"version": row.article.version, "passage": "Đông Hải", "words": "Đông Hà"}
    asked = client.post(address, fields)
    assert asked.status_code == 409
    assert 'value="2:18"' in asked.content.decode()
    assert client.post(address, fields | {"place": "2:18"}).status_code == 302
    assert "và xã Đông Hà" in live(row.article).body.html
    history = client.get(reverse("admin:articles_article_history", args=[row.article_id]))
    assert "Đông Hải" in history.content.decode()
    assert "“Đông Hà”" in history.content.decode()
