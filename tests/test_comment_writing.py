"""The act `submit`: a reader's comment comes in and waits."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.refusals import Refused
from articles.actions.withdrawing import withdraw
from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.actions.writing import MOST_IN_WINDOW, NonceUsed, TooMany, submit
from articles.comments.models import Comment, Commenter, Reason, Status
from articles.models import Activity
from newsroom.pagestore.models import SurfaceVersion
from tests.comment_factories import (
    make_approved,
    make_rejected,
    make_submission,
    make_waiting,
)
from tests.factories import make_article, make_published

pytestmark = pytest.mark.django_db

HERE = "203.0.113.9"


@pytest.fixture
def publication():
    return make_published()


def test_a_comment_waits_with_all_that_was_agreed(publication):
    submission = make_submission(
        name=" Tư   Ghềnh ", email="Tu@thu.example", body="Hay  lắm!\r\n", policy_version=3
    )
    comment = submit(publication.article_id, submission)
    comment.refresh_from_db()
    assert (comment.display_name, comment.body) == ("Tư Ghềnh", "Hay  lắm!")
    assert comment.status == Status.PENDING
    assert (comment.policy_version, comment.consented_at) == (3, comment.created_at)
    assert comment.commenter.email == "Tu@thu.example"
    assert comment.folded == "tu ghenh hay lam"
    assert comment.published_at is None


def test_what_was_sent_is_kept_as_its_first_revision(publication):
    comment = make_waiting(publication, body="Nguyên văn.")
    assert [(row.number, row.body) for row in comment.revisions.all()] == [(1, "Nguyên văn.")]


def test_it_is_no_act_of_the_desk_and_changes_nothing_that_readers_see(publication):
    before = Activity.objects.count(), list(SurfaceVersion.objects.values_list())
    make_waiting(publication)
    assert (Activity.objects.count(), list(SurfaceVersion.objects.values_list())) == before


def test_the_same_address_is_the_same_commenter(publication):
    first = make_waiting(publication, email="tu@thu.example")
    second = make_waiting(publication, email="TU@thu.example")
    assert first.commenter == second.commenter
    assert Commenter.objects.count() == 1


def test_the_network_address_is_not_stored(publication):
    comment = make_waiting(publication, address=HERE)
    assert len(comment.ip_hmac) == 64
    assert HERE not in str(Comment.objects.values_list())


def test_what_the_trap_caught_is_kept_as_spam(publication):
    assert make_waiting(publication, is_spam=True).status == Status.SPAM


# --- what it must be ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "   "),
        ("name", "\u200b\u200b"),
        ("name", "ă" * 61),
        ("email", ""),
        ("email", "không có a còng"),
        ("email", "a" * 250 + "@thu.example"),
        ("body", ""),
        ("body", " \n\t\u200b "),
        ("body", "ă"),
        ("body", "ă" * 3001),
    ],
)
def test_it_refuses_a_part_that_is_missing_or_too_long(publication, field, value):
    with pytest.raises(Refused) as refused:
        submit(publication.article_id, make_submission(**{field: value}))
    assert refused.value.field == field
    assert not Comment.objects.exists()


def test_the_longest_and_the_shortest_come_in(publication):
    longest = make_waiting(publication, name="ă" * 60, body="😀" * 3000)
    assert len(longest.body) == 3000
    assert make_waiting(publication, body="Ừ!").body == "Ừ!"


def test_length_is_counted_after_cleaning(publication):
    decomposed = "e\u0302\u0300" * 3000  # ề, as three code points each
    assert len(decomposed) == 9000
    assert len(make_waiting(publication, body=f"  {decomposed}\n").body) == 3000


def test_many_empty_lines_become_one(publication):
    assert make_waiting(publication, body="Một\n\n \n\n\nHai\nBa").body == "Một\n\nHai\nBa"


def test_it_refuses_an_article_that_readers_cannot_see(publication):
    draft = make_article()
    later = make_published(at=timezone.now() + timedelta(hours=1))
    withdraw(publication.article, by=None, reason="Sai")
    for article_id in (draft.pk, later.article_id, publication.article_id, 5):
        with pytest.raises(Refused, match="không nhận bình luận"):
            submit(article_id, make_submission())
    assert not Comment.objects.exists()


# --- the same again ----------------------------------------------------------------------------


def test_a_form_sent_twice_comes_in_once(publication):
    submission = make_submission()
    first = submit(publication.article_id, submission)
    assert submit(publication.article_id, submission) == first
    assert Comment.objects.count() == 1


def test_a_nonce_brings_in_one_text_only(publication):
    submission = make_submission()
    first = submit(publication.article_id, submission)
    other = make_published()
    with pytest.raises(NonceUsed):
        submit(publication.article_id, replace(submission, body="Những chữ khác."))
    with pytest.raises(NonceUsed):
        submit(other.article_id, submission)
    approve_comment(first, by=None)
    with pytest.raises(NonceUsed):
        submit(publication.article_id, submission, parent=first)
    assert Comment.objects.count() == 1


def test_the_same_words_of_the_same_person_within_a_day_come_in_once(publication):
    now = timezone.now()
    first = make_waiting(publication, email="tu@thu.example", body="Hay!", at=now)
    for hours in (1, 23):
        again = make_submission(email="TU@thu.example", body="Hay!")
        at = now + timedelta(hours=hours)
        assert submit(publication.article_id, again, at=at) == first
    again = make_submission(email="tu@thu.example", body="Hay!")
    assert submit(publication.article_id, again, at=now + timedelta(hours=24)) != first


@pytest.mark.parametrize("what", ["person", "words", "accents", "article", "place"])
def test_anything_else_is_another_comment(publication, what):
    first = make_approved(publication, email="tu@thu.example", body="Hay quá")
    place, parent = publication, None
    fields = {"email": "tu@thu.example", "body": "Hay quá"}
    if what == "person":
        fields["email"] = "ba@thu.example"
    elif what == "words":
        fields["body"] = "Hay quá!"
    elif what == "accents":
        fields["body"] = "Hay qua"
    elif what == "article":
        place = make_published()
    else:
        parent = first
    assert make_waiting(place, parent=parent, **fields) != first
    assert Comment.objects.count() == 2


# --- too many ----------------------------------------------------------------------------------


def test_the_sixth_comment_from_one_place_within_ten_minutes_is_refused(publication):
    now = timezone.now()
    for minute in range(MOST_IN_WINDOW):
        make_waiting(publication, address=HERE, at=now + timedelta(minutes=minute))
    with pytest.raises(TooMany) as refused:
        make_waiting(publication, address=HERE, at=now + timedelta(minutes=6))
    assert refused.value.retry_after == 4 * 60
    assert "4 phút" in str(refused.value)
    assert Comment.objects.count() == MOST_IN_WINDOW
    make_waiting(publication, address=HERE, at=now + timedelta(minutes=10))


def test_another_place_is_not_refused(publication):
    for _ in range(MOST_IN_WINDOW):
        make_waiting(publication, address=HERE)
    make_waiting(publication, address="203.0.113.10")


def test_where_the_place_is_unknown_nobody_is_refused(publication):
    for _ in range(MOST_IN_WINDOW + 1):
        make_waiting(publication, address="")


def test_what_is_already_there_may_be_sent_again_however_often(publication):
    submission = make_submission(address=HERE)
    for _ in range(MOST_IN_WINDOW - 1):
        make_waiting(publication, address=HERE)
    first = submit(publication.article_id, submission)
    for _ in range(MOST_IN_WINDOW):
        assert submit(publication.article_id, submission) == first


# --- replies -----------------------------------------------------------------------------------


def test_a_reply_belongs_to_the_thread_of_what_it_answers(publication):
    thread = make_approved(publication)
    reply = make_approved(publication, parent=thread)
    answer = make_waiting(publication, parent=reply)
    assert (reply.root, reply.parent) == (thread, thread)
    assert (answer.root, answer.parent) == (thread, reply)


def test_it_refuses_a_reply_to_what_readers_cannot_see(publication):
    waiting = make_waiting(publication)
    thread = make_approved(publication)
    reply = make_approved(publication, parent=thread)
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    reply.refresh_from_db()
    other = make_approved(publication)
    rejected = make_rejected(publication, parent=other)
    for parent in (waiting, thread, reply, rejected):
        with pytest.raises(Refused) as refused:
            make_waiting(publication, parent=parent)
        assert refused.value.field == "parent"


def test_it_refuses_a_reply_under_another_article(publication):
    thread = make_approved(publication)
    with pytest.raises(Refused) as refused:
        make_waiting(make_published(), parent=thread)
    assert refused.value.field == "parent"
