"""The token of the comment form: for one article, for a while, for one comment.

It sits in the confirmation page, which is never stored, and not in the public page, which is the
same for everyone. Its nonce is unique in the database, so that a form sent twice writes once.
"""

import secrets
from datetime import datetime, timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone

from articles.actions.refusals import Refused

MAX_AGE = timedelta(hours=12)
# Nobody reads a page and presses its button faster.
MIN_AGE = timedelta(seconds=1)

_signer = Signer(salt="articles.comments.form")


class TokenRefused(Refused):
    """The form has to be shown again; `usable_later` where the same token will do by then."""

    def __init__(self, message: str, *, usable_later: bool = False) -> None:
        super().__init__(message, "token")
        self.usable_later = usable_later


def new_nonce() -> str:
    """24 characters that nobody can guess and no second form has."""
    return secrets.token_urlsafe(18)


def issue(article_id: int, *, now: datetime | None = None) -> str:
    """A new token for a comment under the article."""
    content = {"article": article_id, "issued": _milliseconds(now), "nonce": new_nonce()}
    return _signer.sign_object(content)


def read(token: str, article_id: int, *, now: datetime | None = None) -> str:
    """The nonce of a token that is good for a comment under the article now.

    Raises:
        TokenRefused: forged, of another article, from the future, too old, or too young.
    """
    try:
        content = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        raise TokenRefused("Mời bạn xem lại rồi gửi.") from None
    age = timedelta(milliseconds=_milliseconds(now) - content["issued"])
    if content["article"] != article_id or age < timedelta(0):
        raise TokenRefused("Mời bạn xem lại rồi gửi.")
    if age > MAX_AGE:
        raise TokenRefused("Trang này mở đã lâu. Chữ bạn gõ vẫn còn đây: mời bạn xem lại rồi gửi.")
    if age < MIN_AGE:
        raise TokenRefused("Bạn gửi hơi nhanh. Mời bạn xem lại rồi gửi.", usable_later=True)
    return content["nonce"]


def _milliseconds(now: datetime | None) -> int:
    return int((now or timezone.now()).timestamp() * 1000)
