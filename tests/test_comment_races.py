"""Several at once: moderators on the same comments, a form pressed twice, a burst from one place."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connections

from articles.actions.refusals import Refused, Stale
from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.actions.writing import MOST_IN_WINDOW, TooMany, submit
from articles.comments.models import Comment, Commenter, CommentRevision, Reason, Status
from articles.models import Activity
from tests.cast import make_cast
from tests.comment_factories import make_approved, make_submission, make_waiting
from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 8


@pytest.fixture
def publication():
    return make_published()


def at_once(work: Callable[[int], object]) -> list[object]:
    """What `work(number)` returned, or the refusal it raised, in eight threads that start together."""
    barrier = Barrier(THREADS)

    def run(number: int) -> object:
        barrier.wait(10)
        try:
            return work(number)
        except Refused as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_eight_moderators_deciding_the_same_comments_count_each_once(publication):
    moderator = make_cast().comment_moderator
    waiting = [make_waiting(publication, email="tu@thu.example") for _ in range(6)]

    def approve_all(number):
        for comment in waiting:
            approve_comment(comment, by=moderator, base_version=0)

    assert at_once(approve_all) == [None] * THREADS
    assert Activity.objects.filter(act="approve_comment").count() == len(waiting)
    assert Comment.objects.filter(status=Status.APPROVED, version=1).count() == len(waiting)
    assert Commenter.objects.get().approved_count == len(waiting)


def test_of_two_opposite_decisions_one_stands_and_the_others_are_told(publication):
    moderator = make_cast().comment_moderator
    comment = make_waiting(publication)

    def decide(number):
        if number % 2:
            return approve_comment(comment, by=moderator, base_version=0).status
        return reject_comment(comment, by=moderator, reason=Reason.OTHER, base_version=0).status

    answers = at_once(decide)
    comment.refresh_from_db()
    assert comment.version == 1
    assert Activity.objects.filter(target_type="comment").count() == 1
    assert answers.count(comment.status) == THREADS // 2
    assert sum(isinstance(answer, Stale) for answer in answers) == THREADS // 2
    comment.commenter.refresh_from_db()
    assert comment.commenter.approved_count + comment.commenter.rejected_count == 1


@pytest.mark.parametrize("place", ["", "203.0.113.{}"], ids=["unknown", "different"])
def test_a_form_sent_many_times_at_once_comes_in_once(publication, place):
    submission = make_submission()

    def send(number):
        sent = replace(submission, address=place.format(number))
        return submit(publication.article_id, sent).pk

    assert len(set(at_once(send))) == 1
    assert (Comment.objects.count(), CommentRevision.objects.count()) == (1, 1)


def test_a_burst_from_one_place_stops_at_the_limit(publication):
    def send(number):
        return submit(publication.article_id, make_submission(address="203.0.113.9"))

    answers = at_once(send)
    assert sum(isinstance(answer, TooMany) for answer in answers) == THREADS - MOST_IN_WINDOW
    assert Comment.objects.count() == MOST_IN_WINDOW


def test_the_same_words_sent_at_once_from_one_place_come_in_once(publication):
    def send(number):
        submission = make_submission(email="tu@thu.example", body="Hay!", address="203.0.113.9")
        return submit(publication.article_id, submission).pk

    assert len(set(at_once(send))) == 1


def test_no_reply_stays_visible_in_a_thread_that_is_closed_meanwhile(publication):
    for _ in range(4):
        thread = make_approved(publication)

        def work(number, thread=thread):
            if number == 0:
                return reject_comment(thread, by=None, reason=Reason.OTHER)
            reply = make_waiting(publication, parent=thread)
            return approve_comment(reply, by=None)

        at_once(work)
        replies = Comment.objects.filter(root=thread)
        assert not replies.visible().exists()
        approve_comment(thread, by=None)
        assert replies.visible().count() == replies.count()
