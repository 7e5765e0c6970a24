"""The acts `approve_comment` and `reject_comment`."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.comments.actions.deciding import MAX_NOTE, approve_comment, reject_comment
from articles.comments.models import Comment, Reason, Status
from articles.models import Activity
from articles.structure import GRANTS, Role
from articles.surfaces import article_key, comments_key
from newsroom.pagestore.versions import versions
from tests.cast import make_cast
from tests.comment_factories import make_approved, make_rejected, make_waiting
from tests.factories import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_published()


@pytest.fixture
def moderator():
    return make_cast().comment_moderator


def surfaces(publication) -> list[int]:
    keys = [article_key(publication.article_id), comments_key(publication.article_id)]
    return list(versions(keys).values())


def activities(comment) -> list[Activity]:
    return list(Activity.objects.filter(target_type="comment", target_id=comment.pk))


def test_approving_lets_readers_read_it(publication, moderator):
    comment = approve_comment(make_waiting(publication), by=moderator)
    assert comment in Comment.objects.visible()
    assert (comment.decided_by, comment.published_at) == (moderator, comment.decided_at)


def test_rejecting_keeps_it_from_readers_with_the_reason(publication, moderator):
    comment = reject_comment(
        make_approved(publication), by=moderator, reason=Reason.OFFENSIVE, note=" Chửi\r\nbậy "
    )
    assert comment not in Comment.objects.visible()
    assert (comment.status, comment.reason_code) == (Status.REJECTED, Reason.OFFENSIVE)
    (newest, _approval) = activities(comment)
    assert newest.data == {
        "was": "approved",
        "revision": 1,
        "reason": "offensive",
        "note": "Chửi\nbậy",
        "hits": [],
    }


def test_each_decision_writes_one_activity(publication, moderator):
    comment = approve_comment(make_waiting(publication), by=moderator)
    (activity,) = activities(comment)
    assert (activity.act, activity.actor, activity.at) == (
        "approve_comment",
        moderator,
        comment.decided_at,
    )


def test_a_decision_may_be_decided_again(publication, moderator):
    comment = approve_comment(make_waiting(publication), by=moderator)
    comment = reject_comment(comment, by=moderator, reason=Reason.FALSE)
    comment = approve_comment(comment, by=moderator)
    assert (comment.status, comment.reason_code, comment.version) == (Status.APPROVED, "", 3)
    assert [row.act for row in activities(comment)] == [
        "approve_comment",
        "reject_comment",
        "approve_comment",
    ]


def test_what_is_approved_again_goes_back_to_its_place(publication):
    then = timezone.now() - timedelta(days=1)
    comment = make_approved(publication, at=then)
    reject_comment(comment, by=None, reason=Reason.FALSE)
    assert approve_comment(comment, by=None).published_at == then


@pytest.mark.parametrize("base_version", [None, 0, 1])
def test_the_same_decision_again_changes_nothing(publication, moderator, base_version):
    comment = make_waiting(publication)
    approve_comment(comment, by=moderator, base_version=0)
    before = surfaces(publication)
    again = approve_comment(comment, by=moderator, base_version=base_version)
    assert (again.version, again.status) == (1, Status.APPROVED)
    assert len(activities(comment)) == 1
    assert surfaces(publication) == before


def test_a_decision_on_an_old_sight_of_it_is_refused(publication, moderator):
    comment = make_waiting(publication)
    approve_comment(comment, by=moderator, base_version=0)
    with pytest.raises(Stale) as stale:
        reject_comment(comment, by=moderator, reason=Reason.SPAM, base_version=0)
    assert stale.value.current_version == 1
    assert str(moderator) in str(stale.value)
    assert len(activities(comment)) == 1


def test_spam_may_be_approved_after_all(publication):
    comment = make_waiting(publication, is_spam=True)
    assert approve_comment(comment, by=None).status == Status.APPROVED


@pytest.mark.parametrize("status", [Status.UNCONFIRMED, Status.WITHDRAWN, Status.ERASED])
def test_it_refuses_what_is_not_a_moderators_to_decide(publication, status):
    comment = make_waiting(publication)
    Comment.objects.update(status=status)
    with pytest.raises(Refused):
        approve_comment(comment, by=None)
    with pytest.raises(Refused):
        reject_comment(comment, by=None, reason=Reason.SPAM)
    assert not activities(comment)


@pytest.mark.parametrize("reason", ["", "vì thế"])
def test_it_refuses_to_reject_without_a_reason(publication, reason):
    comment = make_waiting(publication)
    with pytest.raises(Refused) as refused:
        reject_comment(comment, by=None, reason=reason)
    assert refused.value.field == "reason"


def test_it_refuses_a_note_that_is_too_long(publication):
    comment = make_waiting(publication)
    with pytest.raises(Refused) as refused:
        reject_comment(comment, by=None, reason=Reason.OTHER, note="x" * (MAX_NOTE + 1))
    assert refused.value.field == "note"


def test_only_those_whom_the_table_allows_may_decide(publication):
    cast = make_cast()
    for role in Role:
        comment = make_waiting(publication)
        if "approve_comment" in GRANTS[role]:
            approve_comment(comment, by=cast.of(role))
            reject_comment(comment, by=cast.of(role), reason=Reason.OTHER)
            continue
        with pytest.raises(NotPermitted):
            approve_comment(comment, by=cast.of(role))
        with pytest.raises(NotPermitted):
            reject_comment(comment, by=cast.of(role), reason=Reason.OTHER)
        assert not activities(comment)
    with pytest.raises(NotPermitted):
        approve_comment(comment, by=cast.stranger)


# --- what readers see ----------------------------------------------------------------------------


def test_surfaces_move_only_where_readers_see_a_difference(publication):
    waiting, visible = make_waiting(publication), make_approved(publication)
    before = surfaces(publication)
    reject_comment(waiting, by=None, reason=Reason.SPAM)
    assert surfaces(publication) == before
    reject_comment(visible, by=None, reason=Reason.SPAM)
    assert surfaces(publication) == [version + 1 for version in before]
    approve_comment(waiting, by=None)
    assert surfaces(publication) == [version + 2 for version in before]


def test_with_a_thread_go_its_replies_and_with_it_they_come_back(publication):
    thread = make_approved(publication)
    reply = make_approved(publication, parent=thread)
    waiting = make_waiting(publication, parent=thread)
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    assert not Comment.objects.visible().exists()
    approve_comment(waiting, by=None)
    assert not Comment.objects.visible().exists()
    approve_comment(thread, by=None)
    assert set(Comment.objects.visible()) == {thread, reply, waiting}


def test_a_reply_taken_away_leaves_its_thread(publication):
    thread = make_approved(publication)
    reply = make_approved(publication, parent=thread)
    reject_comment(reply, by=None, reason=Reason.OFFENSIVE)
    assert list(Comment.objects.visible()) == [thread]


# --- the commenter's two counts ------------------------------------------------------------------


def test_the_commenters_counts_follow_every_decision(publication):
    email = "tu@thu.example"
    first = make_approved(publication, email=email)
    make_approved(publication, email=email)
    make_rejected(publication, email=email)
    make_waiting(publication, email=email)

    def counts():
        first.commenter.refresh_from_db()
        return first.commenter.approved_count, first.commenter.rejected_count

    assert counts() == (2, 1)
    reject_comment(first, by=None, reason=Reason.FALSE)
    assert counts() == (1, 2)
    approve_comment(first, by=None)
    assert counts() == (2, 1)
    approve_comment(first, by=None)
    assert counts() == (2, 1)
