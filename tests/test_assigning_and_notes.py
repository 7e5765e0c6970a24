"""An article is given to somebody, notes are pinned to it, and who is concerned is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.assigning import assign
from articles.actions.notices import read_all
from articles.actions.noting import settle_note, write_note
from articles.actions.publishing import publish
from articles.actions.refusals import Refused
from articles.actions.reviewing import submit
from articles.models import Activity, Article, Notice

from .desk import newest
from .newsroom import last, told

pytestmark = pytest.mark.django_db


def test_an_assignment_is_told_and_recorded_once(cast, article):
    due = timezone.now() + timedelta(hours=3)
    for _twice in range(2):
        assign(article, by=cast.section_head, assignee=cast.editor, due_at=due, priority=1)
    assert told(cast.editor) == ["assigned"]
    assert Activity.objects.filter(act="assign").count() == 1
    assert last("assign").data["changes"]["assignee"] == ["", str(cast.editor)]
    article.refresh_from_db()
    assert (article.assignee, article.due_at, article.version) == (cast.editor, due, 1)
    submit(article, by=cast.reporter)
    assert told(cast.editor) == ["assigned", "waits"]


def test_work_is_not_newly_due_in_the_past_but_stays_late_where_it_is(cast, article):
    past = timezone.now() - timedelta(days=1)
    with pytest.raises(Refused) as refused:
        assign(article, by=cast.section_head, assignee=cast.editor, due_at=past)
    assert refused.value.field == "due_at"
    Article.objects.filter(pk=article.pk).update(due_at=past)
    assign(article, by=cast.section_head, assignee=cast.editor, due_at=past, priority=1)
    article.refresh_from_db()
    assert (article.assignee, article.due_at, article.priority) == (cast.editor, past, 1)


def test_work_is_not_given_to_who_has_left(cast, article):
    cast.editor.is_active = False
    cast.editor.save()
    with pytest.raises(Refused):
        assign(article, by=cast.section_head, assignee=cast.editor)


def test_a_note_is_pinned_to_a_passage_of_the_text_and_settled_once(cast, article):
    sapo = newest(article).sapo
    with pytest.raises(Refused) as refused:
        write_note(article, "Kiểm lại.", by=cast.editor, passage="không có câu này")
    assert refused.value.field == "passage"
    note = write_note(article, "Kiểm lại.", by=cast.editor, passage=sapo[:12])
    assert told(cast.reporter) == ["note"]
    settle_note(note, by=cast.reporter)
    with pytest.raises(Refused):
        settle_note(note, by=cast.editor)
    acts = Activity.objects.filter(act__in=["write_note", "settle_note"])
    assert acts.count() == 2


def test_the_same_note_of_one_person_stands_once_until_it_is_settled(cast, article):
    note = write_note(article, "Kiểm lại.", by=cast.editor)
    acts = Activity.objects.count()
    with pytest.raises(Refused):
        write_note(article, " Kiểm lại. ", by=cast.editor)
    assert (article.notes.count(), Activity.objects.count()) == (1, acts)
    assert told(cast.reporter) == ["note"]
    write_note(article, "Kiểm lại.", by=cast.section_head)
    write_note(article, "Kiểm lại.", by=cast.editor, passage=newest(article).sapo[:12])
    settle_note(note, by=cast.reporter)
    write_note(article, "Kiểm lại.", by=cast.editor)
    assert article.notes.count() == 4


def test_notices_are_read_by_the_one_they_are_for(cast, article):
    assign(article, by=cast.section_head, assignee=cast.editor)
    assert (read_all(cast.reporter), read_all(cast.editor), read_all(cast.editor)) == (0, 1, 0)


def test_nobody_is_told_of_what_they_did_themselves_or_of_a_commands_doing(cast, article):
    assign(article, by=cast.editor_in_chief, assignee=cast.editor_in_chief)
    publish(article, by=None)
    assert not Notice.objects.exists()
