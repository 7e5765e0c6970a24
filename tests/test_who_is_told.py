"""Who is told that an article waits: those who can do what it waits for, and nobody else."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from articles.actions.assigning import assign
from articles.actions.correcting import (
    approve_correction,
    decline_correction,
    write_correction,
)
from articles.actions.fixing import quick_fix
from articles.actions.permission import people_who_may, refusal
from articles.actions.publishing import publish
from articles.actions.reviewing import approve, claim, forward, submit
from articles.actions.saving import restore
from articles.models import Activity, Article, Notice, User
from articles.structure import Role, State

from . import factories
from .cast import make_person
from .desk import sign_in
from .newsroom import reword

pytestmark = pytest.mark.django_db

WORDS = {"heading": "Số nhà bị ngập", "wrong": "Đã in 120 nhà.", "right": "Đúng là 102 nhà."}


def waits_for(article: Article) -> set[User]:
    """Those who have an unread notice that the article waits for them."""
    waiting = Notice.objects.filter(article=article, kind="waits", read_at=None)
    return {notice.recipient for notice in waiting.select_related("recipient")}


def waiting_of(article: Article, act: str) -> set[User]:
    """Those of them who were told by `act`."""
    waiting = Notice.objects.filter(article=article, kind="waits", read_at=None)
    return {each.recipient for each in waiting.filter(activity__act=act)}


def forwarded(article: Article, cast) -> Article:
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    return Article.objects.get(pk=article.pk)


def leave(person: User) -> None:
    person.is_active = False
    person.save()


# --- Handed on ------------------------------------------------------------------------------------


def test_an_article_given_to_its_reporter_waits_for_those_who_edit_and_then_approve_it(
    cast, article
):
    assign(article, by=cast.managing_editor, assignee=cast.reporter)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.section_head}
    claim(article, by=cast.editor)
    assert waits_for(article) == set()
    forward(article, by=cast.editor)
    assert waits_for(article) == {cast.section_head}


def test_it_waits_for_the_one_it_was_given_to_where_they_may_do_what_comes_next(cast, article):
    assign(article, by=cast.managing_editor, assignee=cast.editor)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.editor}
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    assert waits_for(article) == {cast.section_head}


@pytest.mark.parametrize("role", [Role.REPORTER, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_it_does_not_wait_for_one_who_may_do_nothing_with_it(cast, article, role):
    assign(article, by=cast.managing_editor, assignee=make_person("người được giao", role))
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.section_head}


def test_it_does_not_wait_for_one_who_has_left(cast, article):
    assign(article, by=cast.managing_editor, assignee=cast.editor)
    leave(cast.editor)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.section_head}


def test_it_does_not_wait_for_the_section_head_of_another_section(cast, article):
    stranger = make_person("trưởng ban khác", Role.SECTION_HEAD)
    stranger.sections.add(factories.make_section())
    assign(article, by=cast.managing_editor, assignee=stranger)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.section_head}


def test_a_section_of_reporters_alone_waits_for_those_who_look_after_the_paper(cast):
    section = factories.make_section(steps=1)
    cast.reporter.sections.add(section)
    article = factories.make_article(section=section, by=cast.reporter)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}


def test_it_waits_for_those_of_the_section_above_too(cast, section):
    article = factories.make_article(section=factories.make_section(parent=section))
    submit(article, by=cast.editor)
    assert waits_for(article) == {cast.section_head}


def test_who_hands_it_on_is_not_the_one_it_waits_for(cast, article):
    submit(article, by=cast.section_head)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}
    claim(article, by=cast.managing_editor)
    leave(cast.section_head)
    forward(article, by=cast.managing_editor)
    assert waits_for(article) == {cast.editor_in_chief}


def test_in_a_newsroom_without_managers_it_waits_for_whoever_may(cast):
    article = factories.make_article(section=factories.make_section(), by=cast.reporter)
    leave(cast.managing_editor)
    leave(cast.editor_in_chief)
    submit(article, by=cast.reporter)
    assert waits_for(article) == {cast.editor}


def test_an_article_does_not_wait_for_its_sole_author(cast, section):
    article = factories.make_article(section=section, by=cast.section_head)
    submit(article, by=cast.section_head)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}


def test_where_no_approval_is_asked_for_it_waits_for_those_who_publish(cast):
    section = factories.make_section(steps=0)
    cast.section_head.sections.add(section)
    article = factories.make_article(section=section, by=cast.reporter)
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    assert waits_for(article) == {cast.section_head}


# --- The next approval, a correction --------------------------------------------------------------


def test_after_a_managing_editor_it_waits_for_the_others_who_may_approve(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.managing_editor)
    assert waits_for(article) == {cast.section_head, cast.editor_in_chief}


def test_it_does_not_wait_for_one_who_has_given_an_approval_of_theirs(cast):
    section = factories.make_section(steps=3)
    cast.section_head.sections.add(section)
    article = factories.make_article(section=section, by=cast.reporter)
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.section_head)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}
    approve(article, by=cast.managing_editor)
    assert waits_for(article) == {cast.editor_in_chief}


def test_a_correction_by_a_managing_editor_waits_for_the_others_who_may_approve_it(cast, section):
    article = factories.make_published(section=section).article
    write_correction(article, by=cast.managing_editor, **WORDS)
    assert waits_for(article) == {cast.section_head, cast.editor_in_chief}


def test_a_correction_waits_on_whatever_becomes_of_the_article(cast, section, settings):
    settings.NOTICES_BY_MAIL = True
    cast.section_head.email = "truongban@example.com"
    cast.section_head.save()
    article = factories.make_published(section=section, by=cast.reporter).article
    write_correction(article, by=cast.editor, **WORDS)
    reword(article, cast.reporter)
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    heads = {cast.section_head, cast.managing_editor, cast.editor_in_chief}
    assert waiting_of(article, "write_correction") == heads
    assert waiting_of(article, "submit") == set()
    call_command("tick", verbosity=0)
    (letter,) = mail.outbox
    assert letter.to == ["truongban@example.com"]


@pytest.mark.parametrize("decision", [approve_correction, decline_correction])
def test_a_decided_correction_waits_for_nobody_and_the_rest_wait_on(cast, section, decision):
    article = factories.make_published(section=section, by=cast.reporter).article
    reword(article, cast.reporter)
    submit(article, by=cast.reporter)
    first = write_correction(article, by=cast.editor, **WORDS)
    second = write_correction(article, by=cast.editor, **(WORDS | {"heading": "Tên xã"}))
    reason = {"reason": "Bài in đúng."} if decision is decline_correction else {}
    decision(first, by=cast.managing_editor, **reason)
    waiting = Notice.objects.filter(kind="waits", read_at=None, activity__act="write_correction")
    heads = {cast.section_head, cast.managing_editor, cast.editor_in_chief}
    assert {notice.recipient for notice in waiting} == heads
    assert {notice.activity.data["correction"] for notice in waiting} == {second.pk}
    assert waiting_of(article, "submit") == {cast.section_head}


# --- Approvals that an edit took away -------------------------------------------------------------


def test_who_approved_is_told_that_an_edit_took_it_away_and_so_are_those_who_may(cast, article):
    article = forwarded(article, cast)
    approve(article, by=cast.managing_editor)
    reword(article, cast.editor)
    heads = {cast.section_head, cast.managing_editor, cast.editor_in_chief}
    assert waits_for(article) == heads
    assert waiting_of(article, "save_article") == heads
    assert Activity.objects.get(act="save_article").data["approvals_lost"] == 1
    # What has been told is not told by every further comma.
    reword(article, cast.editor, "Thêm một dấu phẩy")
    assert Notice.objects.filter(kind="waits", activity__act="save_article").count() == 3


def test_the_one_who_saves_is_not_told_of_it(cast, article):
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    reword(article, cast.section_head)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}


def test_a_save_that_changes_nothing_or_takes_no_approval_away_tells_nobody(cast, article):
    article = forwarded(article, cast)
    reword(article, cast.editor)
    assert waiting_of(article, "save_article") == set()
    approve(article, by=cast.section_head)
    reword(article, cast.editor, Article.objects.get(pk=article.pk).title)
    assert waiting_of(article, "save_article") == set()
    assert waiting_of(article, "approve_article")


def test_one_who_approved_and_left_is_not_told(cast, article):
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    leave(cast.section_head)
    reword(article, cast.editor)
    assert waits_for(article) == {cast.managing_editor, cast.editor_in_chief}


def test_one_who_approved_is_told_even_where_they_may_no_more(cast, article):
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    cast.section_head.sections.clear()
    reword(article, cast.editor)
    assert cast.section_head in waits_for(article)


def test_restoring_a_revision_takes_approvals_away_and_says_so(cast, article):
    reword(article, cast.reporter)
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    article.refresh_from_db()
    restore(article, 1, by=cast.managing_editor, base_version=article.version)
    assert waiting_of(article, "restore_revision") == {cast.section_head, cast.editor_in_chief}


@pytest.mark.parametrize(
    ("title", "told"),
    [("Tít có lỗi, bản mới", {"section_head", "editor_in_chief"}), ("Tít khác hẳn", set())],
)
def test_a_quick_fix_says_so_where_it_takes_approvals_away(cast, section, title, told):
    article = factories.make_article(section=section, by=cast.reporter, title="Tít có lỗi")
    publish(article, by=None, approved_elsewhere=True)
    reword(article, cast.reporter, title)
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    quick_fix(article, by=cast.managing_editor, passage="Tít có lỗi", words="Tít hết lỗi")
    assert {person.username for person in waiting_of(article, "quick_fix")} == told
    assert waits_for(article), "the next approval"


def test_the_notice_says_why_it_waits_again_and_the_history_how_many_were_lost(cast, article):
    article = forwarded(article, cast)
    approve(article, by=cast.section_head)
    cast.section_head.desk_language = "en"
    cast.section_head.save()
    client = sign_in(cast.section_head)
    said = "changed after its approval"
    assert said not in client.get(reverse("admin:notices")).content.decode()
    reword(article, cast.editor)
    assert said in client.get(reverse("admin:notices")).content.decode()
    history = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert "approvals that no longer count: 1" in history.content.decode()


# --- The rule -------------------------------------------------------------------------------------


def test_those_who_may_are_those_whom_the_check_lets(cast, section, article):
    """Found in one query for all, asked person by person: two accounts of one rule."""
    cast.picture_editor.groups.set(cast.managing_editor.groups.all())
    leave(cast.picture_editor)
    signed = factories.make_author(user=cast.section_head)
    given = factories.make_article(section=factories.make_section(steps=1))
    assign(given, by=cast.managing_editor, assignee=cast.reporter)
    articles = [
        article,
        given,
        factories.make_article(section=factories.make_section(parent=section, steps=1)),
        factories.make_article(section=factories.make_section(steps=1), by=cast.editor_in_chief),
        factories.make_article(section=factories.make_section(steps=1), authors=[signed]),
    ]
    submit(article, by=None)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.section_head)
    found = 0
    for each in [Article.objects.get(pk=row.pk) for row in articles]:
        for act in ("save_article", "claim", "approve_article", "publish", "approve_correction"):
            for state in (State.DRAFT, State.SUBMITTED, State.EDITING, State.AWAITING_APPROVAL):
                each.state = state
                may = {p for p in User.objects.all() if refusal(act, p, each) is None}
                assert set(people_who_may(act, each)) == may, (each, act, state)
                found += len(may)
    assert found


def test_nothing_waits_for_a_superuser_without_a_role(cast, article):
    User.objects.create_superuser("máy chủ", password="mat-khau-cua-may-chu")
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.managing_editor)
    assert waits_for(article) == {cast.section_head, cast.editor_in_chief}
