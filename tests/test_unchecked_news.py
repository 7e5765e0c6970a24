"""Urgent news that nobody has approved is to be checked until somebody has."""

from datetime import timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.utils import timezone

from articles.actions.assigning import assign
from articles.actions.fixing import quick_fix
from articles.actions.publishing import publish, publish_urgent
from articles.actions.reviewing import approve, claim, forward, submit
from articles.actions.withdrawing import withdraw
from articles.models import Article, Priority
from tests import factories
from tests.desk import address, sign_in
from tests.newsroom import numbers, reword, titles

pytestmark = pytest.mark.django_db


def listed(cast) -> list[str]:
    """What is to be checked: the list's rows, as many as the number on the desk says."""
    found = titles(sign_in(cast.editor_in_chief), "approval=afterwards")
    assert numbers(cast.editor_in_chief).get("Urgent news, to be checked", 0) == len(found)
    return sorted(found)


@pytest.mark.parametrize("way", [(), (submit,), (submit, claim), (submit, claim, forward)])
def test_what_readers_have_unchecked_is_listed_wherever_the_working_copy_goes(cast, newsroom, way):
    article = reword(newsroom.urgent, cast.editor, "Tin nóng viết lại")
    for act in way:
        act(article, by=cast.editor)
    assert listed(cast) == ["Tin nóng viết lại"]
    page = sign_in(cast.editor).get(address("change", article.pk)).content.decode()
    assert 'data-mark="unchecked"' in page


def test_what_was_checked_stays_so_whatever_is_saved_later(cast, newsroom):
    approve(newsroom.urgent, by=cast.section_head)
    assert listed(cast) == []
    article = reword(newsroom.urgent, cast.editor, "Tin nóng viết thêm")
    assert listed(cast) == []
    quick_fix(article, by=cast.managing_editor, passage="Tin nóng", words="Tin khẩn")
    assert listed(cast) == []


def test_one_approval_of_two_does_not_do(cast, newsroom):
    article = newsroom.make("Hai chữ ký", section=factories.make_section(steps=2))
    publish_urgent(article, by=cast.managing_editor, reason="Lũ")
    approve(article, by=cast.managing_editor)
    assert listed(cast) == ["Hai chữ ký", "Tin nóng"]
    article.section.approval_steps = 1
    article.section.save()
    assert listed(cast) == ["Tin nóng"]
    article.section.approval_steps = 2
    article.section.save()
    approve(article, by=cast.editor_in_chief)
    assert listed(cast) == ["Tin nóng"]


def test_a_priority_alone_makes_nothing_urgent_news(cast, newsroom):
    article = newsroom.approved
    assign(article, by=cast.section_head, assignee=cast.editor, priority=Priority.URGENT)
    publish(article, by=cast.managing_editor)
    reword(article, cast.editor, "Đã duyệt, viết thêm")
    assert listed(cast) == ["Tin nóng"]


def test_an_approved_text_in_its_place_ends_it(cast, newsroom):
    article = reword(newsroom.urgent, cast.editor, "Tin đã kiểm")
    approve(article, by=cast.section_head)
    assert listed(cast) == ["Tin đã kiểm"]
    at = timezone.now() + timedelta(hours=1)
    publish(article, by=cast.managing_editor, at=at)
    assert listed(cast) == ["Tin đã kiểm"]
    with time_machine.travel(at + timedelta(minutes=1)):
        assert listed(cast) == []
    publish(article, by=cast.managing_editor)
    assert listed(cast) == []


def test_a_quick_fix_checks_nothing_and_a_withdrawal_leaves_nothing_to_check(cast, newsroom):
    article = reword(newsroom.urgent, cast.editor, "Viết lại cả")
    quick_fix(article, by=cast.managing_editor, passage="nóng", words="khẩn")
    assert listed(cast) == ["Viết lại cả"]
    withdraw(article, by=cast.managing_editor, reason="Sai")
    assert listed(cast) == []


def test_the_migration_finds_what_was_never_checked(cast, newsroom):
    fixed, checked, replaced = (newsroom.make(title) for title in ("Sửa", "Đã kiểm", "Đã thay"))
    for article in (fixed, checked, replaced):
        publish_urgent(article, by=cast.managing_editor, reason="Lũ")
    quick_fix(fixed, by=cast.managing_editor, passage="Sửa", words="Sửa rồi")
    approve(checked, by=cast.section_head)
    reword(checked, cast.editor, "Đã kiểm, viết thêm")
    quick_fix(checked, by=cast.managing_editor, passage="Đã kiểm", words="Kiểm rồi")
    approve(reword(replaced, cast.editor, "Thay"), by=cast.section_head)
    publish(replaced, by=cast.managing_editor)
    before = dict(Article.objects.values_list("pk", "unchecked_revision"))
    assert {pk for pk, revision in before.items() if revision} == {newsroom.urgent.pk, fixed.pk}
    Article.objects.update(unchecked_revision=None)
    import_module("articles.migrations.0020_unchecked_urgent_news").note_unchecked(apps, None)
    assert dict(Article.objects.values_list("pk", "unchecked_revision")) == before
