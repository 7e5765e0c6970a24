"""The token of the comment form."""

from datetime import timedelta

import pytest
from django.core.signing import Signer
from django.utils import timezone

from articles.comments import tokens

ARTICLE = 1_000_007


def read_after(age: timedelta, article_id: int = ARTICLE) -> str:
    now = timezone.now()
    return tokens.read(tokens.issue(ARTICLE, now=now - age), article_id, now=now)


def test_a_token_gives_its_nonce_for_its_article():
    assert len(read_after(timedelta(minutes=1))) == 24


def test_every_token_has_a_nonce_of_its_own():
    assert read_after(timedelta(minutes=1)) != read_after(timedelta(minutes=1))


def test_it_is_good_for_twelve_hours():
    assert read_after(tokens.MAX_AGE)
    with pytest.raises(tokens.TokenRefused) as refused:
        read_after(tokens.MAX_AGE + timedelta(seconds=1))
    assert "vẫn còn đây" in str(refused.value)
    assert not refused.value.usable_later


def test_it_is_not_good_before_anyone_can_have_read_the_page():
    assert read_after(tokens.MIN_AGE)
    with pytest.raises(tokens.TokenRefused) as refused:
        read_after(tokens.MIN_AGE - timedelta(milliseconds=10))
    assert refused.value.usable_later


def test_it_refuses_a_token_from_the_future():
    with pytest.raises(tokens.TokenRefused) as refused:
        read_after(timedelta(seconds=-1))
    assert not refused.value.usable_later


def test_it_refuses_a_token_of_another_article():
    with pytest.raises(tokens.TokenRefused):
        read_after(timedelta(minutes=1), article_id=ARTICLE + 1)


@pytest.mark.parametrize("forged", ["", "x", "a:b", "\x00", "é" * 9, ":" * 50])
def test_it_refuses_what_is_no_token(forged):
    with pytest.raises(tokens.TokenRefused):
        tokens.read(forged, ARTICLE)


def test_it_refuses_a_token_that_was_changed():
    token = tokens.issue(ARTICLE, now=timezone.now() - timedelta(minutes=1))
    content, _colon, signature = token.rpartition(":")
    with pytest.raises(tokens.TokenRefused):
        tokens.read(f"{content[:-1]}{'A' if content[-1] != 'A' else 'B'}:{signature}", ARTICLE)


def test_it_refuses_what_was_signed_for_something_else():
    issued = int((timezone.now() - timedelta(minutes=1)).timestamp() * 1000)
    content = {"article": ARTICLE, "issued": issued, "nonce": "n" * 24}
    with pytest.raises(tokens.TokenRefused):
        tokens.read(Signer(salt="something else").sign_object(content), ARTICLE)
