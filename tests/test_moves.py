"""An article's way through the newsroom: each act works, is refused, is repeated, and is logged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.moving import move
from articles.actions.permission import refusal
from articles.actions.publishing import cancel, publish, publish_urgent
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.reviewing import approve, claim, forward, return_to_author, submit
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import Activity, Article, Notice, Priority, PublishedArticle
from articles.structure import State

from . import factories
from .desk import newest
from .newsroom import last, reword, told

pytestmark = pytest.mark.django_db


def approved(article: Article, cast) -> Article:
    """The article with both approvals."""
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.section_head)
    return approve(article, by=cast.managing_editor)


def test_the_whole_way_from_draft_to_readers(cast, article):
    article = approved(article, cast)
    assert (article.state, article.step) == (State.AWAITING_APPROVAL, 2)
    publish(article, by=cast.section_head)
    rows = Activity.objects.filter(target_type="article").order_by("pk")
    ways = [(row.act, row.data.get("from_state"), row.data.get("to_state")) for row in rows]
    assert ways == [
        ("create_article", None, None),
        ("submit", "draft", "submitted"),
        ("claim", "submitted", "editing"),
        ("forward", "editing", "awaiting_approval"),
        ("approve_article", "awaiting_approval", "awaiting_approval"),
        ("approve_article", "awaiting_approval", "awaiting_approval"),
        ("publish", "awaiting_approval", "published"),
    ]
    assert told(cast.section_head) == ["waits", "waits"]
    assert told(cast.reporter) == ["approved", "published"]


def test_a_small_newsroom_publishes_a_draft_in_one_step(cast):
    article = factories.make_article(section=factories.make_section(steps=0))
    publish(article, by=cast.managing_editor)
    article.refresh_from_db()
    assert article.state == State.PUBLISHED


def test_what_lacks_an_approval_is_not_published(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.section_head)
    for at in (None, timezone.now() + timedelta(hours=1)):
        with pytest.raises(Refused, match="1"):
            publish(article, by=cast.managing_editor, at=at)
    assert not article.publications.exists()


def test_nobody_approves_one_revision_twice(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    approve(article, by=cast.managing_editor)
    with pytest.raises(Refused):
        approve(article, by=cast.managing_editor)
    article.refresh_from_db()
    assert article.step == 1


def test_an_approval_more_than_the_section_asks_for_is_refused(cast, article):
    article = approved(article, cast)
    with pytest.raises(Refused):
        approve(article, by=cast.editor_in_chief)
    assert article.approvals.count() == 2


def test_what_readers_never_had_is_not_withdrawn(cast, article):
    submit(article, by=cast.reporter)
    with pytest.raises(Refused):
        withdraw(article, by=cast.section_head, reason="Thử")


def test_an_editor_does_not_return_what_awaits_approval(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    with pytest.raises(NotPermitted):
        return_to_author(article, by=cast.editor, reason="Dài")


def test_an_approval_belongs_to_the_revision_that_was_approved(cast, article):
    article = approved(article, cast)
    article = reword(article, cast.managing_editor)
    assert article.step == 0
    assert article.approvals.count() == 2
    with pytest.raises(Refused):
        publish(article, by=cast.managing_editor)
    # The same person approves another revision.
    approve(article, by=cast.managing_editor)


def test_an_approval_of_what_one_has_not_seen_is_refused(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    seen = article.version
    reword(article, cast.editor)
    forward(article, by=cast.editor)
    with pytest.raises(Stale):
        approve(article, by=cast.section_head, base_version=seen)


def test_what_is_scheduled_is_the_approved_text_and_a_later_edit_leaves_it(cast, article):
    article = approved(article, cast)
    row = publish(article, by=cast.section_head, at=timezone.now() + timedelta(hours=1))
    article = reword(article, cast.managing_editor, "Sửa sau khi hẹn")
    assert article.state == State.SCHEDULED
    assert PublishedArticle.objects.get(pk=row.pk).title != "Sửa sau khi hẹn"
    with pytest.raises(Refused):
        publish(article, by=cast.managing_editor)
    fresh = Article.objects.with_live().get(pk=article.pk)
    assert fresh.last_revision == fresh.revision_number - 1


def test_a_live_article_goes_round_again_while_readers_keep_their_text(cast, article):
    article = approved(article, cast)
    publish(article, by=cast.section_head)
    reword(article, cast.reporter, "Bản cập nhật")
    submit(article, by=cast.reporter)
    article.refresh_from_db()
    assert article.state == State.SUBMITTED
    assert PublishedArticle.objects.visible().get(article=article).title != "Bản cập nhật"
    withdraw(article, by=cast.section_head, reason="Sai nguồn")
    article.refresh_from_db()
    assert article.state == State.WITHDRAWN
    assert told(cast.reporter)[-1] == "withdrawn"


def test_what_readers_have_already_is_not_submitted_again(cast, article):
    publish(article, by=None)
    with pytest.raises(Refused):
        submit(article, by=cast.reporter)
    with pytest.raises(Refused):
        forward(article, by=cast.section_head)


def test_cancelling_while_an_update_is_under_way_leaves_it_there(cast, article):
    row = publish(article, by=None, at=timezone.now() + timedelta(hours=1))
    reword(article, cast.reporter)
    submit(article, by=cast.reporter)
    cancel(row, by=cast.section_head)
    article.refresh_from_db()
    assert article.state == State.SUBMITTED


# --- Returned -------------------------------------------------------------------------------------


@pytest.mark.parametrize("stage", [State.SUBMITTED, State.EDITING, State.AWAITING_APPROVAL])
def test_an_article_comes_back_with_the_reason(cast, article, stage):
    submit(article, by=cast.reporter)
    if stage != State.SUBMITTED:
        claim(article, by=cast.section_head)
    if stage == State.AWAITING_APPROVAL:
        forward(article, by=cast.section_head)
    with pytest.raises(Refused) as refused:
        return_to_author(article, by=cast.section_head, reason=" \n")
    assert refused.value.field == "reason"
    return_to_author(article, by=cast.section_head, reason="Thiếu nguồn thứ hai.")
    article.refresh_from_db()
    assert (article.state, article.claimed_by) == (State.RETURNED, None)
    notice = Notice.objects.get(recipient=cast.reporter)
    assert notice.kind == "returned"
    assert notice.activity.data["reason"] == "Thiếu nguồn thứ hai."
    submit(article, by=cast.reporter)


def test_everybody_on_the_byline_hears_of_a_return(cast, section):
    author = factories.make_author(user=cast.picture_editor)
    article = factories.make_article(section=section, by=cast.reporter, authors=[author])
    submit(article, by=cast.reporter)
    return_to_author(article, by=cast.editor, reason="Ảnh mờ.")
    assert told(cast.picture_editor) == told(cast.reporter) == ["returned"]


# --- Editing --------------------------------------------------------------------------------------


def test_one_editor_holds_an_article_until_another_takes_it_over(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    for attempt in (
        lambda: reword(article, cast.managing_editor),
        lambda: forward(article, by=cast.managing_editor),
        lambda: return_to_author(article, by=cast.managing_editor, reason="Dài"),
    ):
        with pytest.raises(Refused, match=str(cast.editor)):
            attempt()
    claim(article, by=cast.managing_editor)
    assert told(cast.editor) == ["taken_over"]
    assert last("claim").data["taken_from"] == str(cast.editor)
    reword(article, cast.managing_editor)
    with pytest.raises(Refused):
        claim(article, by=cast.managing_editor)


@pytest.mark.parametrize("stage", [State.EDITING, State.AWAITING_APPROVAL])
def test_an_author_does_not_change_what_others_edit_or_weigh(cast, article, stage):
    submit(article, by=cast.reporter)
    reword(article, cast.reporter)
    claim(article, by=cast.editor)
    if stage == State.AWAITING_APPROVAL:
        forward(article, by=cast.editor)
    with pytest.raises(Refused):
        reword(article, cast.reporter)


# --- The sole author, urgent news -----------------------------------------------------------------


def test_nobody_publishes_what_is_theirs_alone_but_with_a_permission_that_is_recorded(cast):
    section = factories.make_section(steps=0)
    theirs = factories.make_article(section=section, by=cast.managing_editor)
    with pytest.raises(NotPermitted):
        publish(theirs, by=cast.managing_editor)
    with pytest.raises(NotPermitted):
        publish_urgent(theirs, by=cast.managing_editor, reason="Gấp")
    chiefs = factories.make_article(section=section, by=cast.editor_in_chief)
    publish(chiefs, by=cast.editor_in_chief)
    assert last("publish").data["sole_author"] is True
    publish(theirs, by=cast.editor_in_chief)
    assert "sole_author" not in last("publish").data


def test_the_byline_decides_whose_an_article_is(cast):
    section, author = factories.make_section(steps=0), factories.make_author()
    mine = factories.make_author(user=cast.managing_editor)
    typed_in = factories.make_article(section=section, by=cast.managing_editor, authors=[author])
    alone = factories.make_article(section=section, by=cast.reporter, authors=[mine])
    shared = factories.make_article(section=section, authors=[mine, author])
    assert refusal("publish", cast.managing_editor, typed_in) is None
    assert refusal("publish", cast.managing_editor, alone) is not None
    assert refusal("publish", cast.managing_editor, shared) is None


def test_an_author_never_approves_their_own(cast):
    section = factories.make_section(steps=1)
    article = factories.make_article(section=section, by=cast.editor_in_chief)
    submit(article, by=cast.editor_in_chief)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    with pytest.raises(NotPermitted):
        approve(article, by=cast.editor_in_chief)


def test_urgent_news_needs_no_approval_but_a_reason_and_is_approved_afterwards(cast, article):
    with pytest.raises(Refused) as refused:
        publish_urgent(article, by=cast.managing_editor, reason="")
    assert refused.value.field == "reason"
    publish_urgent(article, by=cast.managing_editor, reason="Lũ về trong đêm.")
    article.refresh_from_db()
    assert (article.state, article.priority) == (State.PUBLISHED, Priority.URGENT)
    assert last("publish_urgent").data["reason"] == "Lũ về trong đêm."
    approve(article, by=cast.section_head)
    article.refresh_from_db()
    assert (article.state, article.step) == (State.PUBLISHED, 1)


def test_an_archive_is_published_without_approvals(cast, section):
    article = factories.make_article(section=section)
    publish(article, by=cast.editor_in_chief, approved_elsewhere=True)
    assert last("publish").data["approved_elsewhere"] is True


# --- Sections -------------------------------------------------------------------------------------


def test_section_people_act_in_their_sections_and_below_only(cast, section):
    below = factories.make_section(parent=section)
    elsewhere = factories.make_article(section=factories.make_section())
    inside = factories.make_article(section=below)
    for act in ("save_article", "submit", "publish", "assign"):
        assert refusal(act, cast.section_head, inside) is None
        assert isinstance(refusal(act, cast.section_head, elsewhere), NotPermitted)


def test_an_article_moved_into_ones_section_first_is_refused_too(cast, section):
    foreign = factories.make_article(section=factories.make_section())
    draft = replace(newest(foreign), section=section.pk)
    with pytest.raises(NotPermitted):
        save(foreign, draft, by=cast.section_head, base_version=foreign.version)


def test_an_author_is_told_what_nobody_can_do_rather_than_to_ask_for_a_return(cast, article):
    nobody = refusal("unbin_article", cast.editor_in_chief, article)
    assert nobody is not None
    assert str(refusal("unbin_article", cast.reporter, article)) == str(nobody)
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    held = refusal("save_article", cast.reporter, Article.objects.get(pk=article.pk))
    assert "return" in str(held) or "trả lại" in str(held)


def test_a_way_that_the_table_does_not_know_is_not_gone(article):
    with pytest.raises(ValueError, match="submit"):
        move(article, State.PUBLISHED, "submit", by=None)
