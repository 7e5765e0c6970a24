"""What is typed and not saved yet is kept, for its writer alone: no act, no revision, no Activity.

Why not: docs/decisions/autosave.md
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Article, AutosavedDraft
from .cleaning import MAX_BODY
from .refusals import Refused

if TYPE_CHECKING:
    from ..models import User

Fields = list[tuple[str, str]]

# The longest body and everything beside it, in characters.
MOST_TYPED = MAX_BODY + 100_000
# Later than any autosave of a page.
LAST = 2**31 - 1


class AlreadySaved(Refused):
    """The page's text has been saved as a revision: what is typed now needs another key."""


def keep_draft(
    fields: Iterable[tuple[str, str]],
    *,
    by: "User",
    key: str,
    sequence: int,
    typed_at: datetime,
    article_id: int | None = None,
) -> None:
    """Keep the form's `fields` under the page's `key`; one that comes late changes nothing.

    One statement, but for the first of a page.

    Raises:
        AlreadySaved: the page was saved meanwhile.
        Refused: there is too much of it, or no such article.
    """
    kept = [(_storable(name), _storable(value)) for name, value in fields]
    if sum(len(value) for _name, value in kept) > MOST_TYPED:
        raise Refused(_("The text is too long to be kept. Save parts of it as another article."))
    own = AutosavedDraft.objects.filter(user=by, key=key)
    newer = own.filter(sequence__lt=sequence, saved_as=None)
    if newer.update(fields=kept, sequence=sequence, typed_at=typed_at):
        return
    if article_id is not None and not Article.objects.filter(pk=article_id).exists():
        raise Refused(_("This article does not exist any more."))
    draft = AutosavedDraft(
        user=by, key=key, sequence=sequence, fields=kept, typed_at=typed_at, article_id=article_id
    )
    AutosavedDraft.objects.bulk_create([draft], ignore_conflicts=True)
    if own.filter(saved_as__isnull=False).exists():
        raise AlreadySaved(_("This text has been saved already."))


def settle_draft(key: str, article: Article, *, by: "User") -> None:
    """Note that what the page `key` held is saved as the article's newest revision.

    A page that has sent nothing is noted as well: an autosave may still be on its way.
    """
    own = AutosavedDraft.objects.filter(user=by, key=key)
    number = article.revision_number
    if not own.update(saved_as=number, article=article):
        draft = AutosavedDraft(
            user=by,
            key=key,
            sequence=LAST,
            typed_at=timezone.now(),
            article=article,
            saved_as=number,
        )
        AutosavedDraft.objects.bulk_create([draft], ignore_conflicts=True)


def saved_before(key: str, *, by: "User") -> tuple[Article, int] | None:
    """What the page `key` was saved as, an article and its revision; None where it was not.

    Until the transaction ends nobody else is answered: of two sendings of one page, the second is
    told of the first.
    """
    draft = AutosavedDraft(user=by, key=key, sequence=0, typed_at=timezone.now())
    AutosavedDraft.objects.bulk_create([draft], ignore_conflicts=True)
    draft = AutosavedDraft.objects.select_for_update().get(user=by, key=key)
    if draft.article is None or draft.saved_as is None:
        return None
    return draft.article, draft.saved_as


def discard_draft(key: str, *, by: "User") -> None:
    """Throw away what a page of this person's held, unless it is saved."""
    AutosavedDraft.objects.filter(user=by, key=key, saved_as=None).delete()


def _storable(text: str) -> str:
    """The text without what a database cannot hold: NUL, halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()
