"""Desk notes: what people say to each other about an article. No reader ever gets one."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from .. import body
from ..models import Article, DeskNote, Notice
from .notices import authors_of, tell
from .permission import require
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User

MAX_NOTE = 2000


def write_note(article: Article, text: str, *, by: "User | None", passage: str = "") -> DeskNote:
    """Leave a note on the article, or on a passage of its newest revision.

    Raises:
        Refused: nothing is said, too much, the passage is not there, not permitted, or the same
            person has left the same note and nobody has settled it.
    """
    text, passage = vietnamese.clean(text).strip(), vietnamese.clean_line(passage)
    if not text:
        raise Refused(_("Write the note first."), "text")
    if len(text) > MAX_NOTE:
        raise Refused(_("A note has at most %(limit)s letters.") % {"limit": MAX_NOTE}, "text")
    with transaction.atomic():
        article = lock(article.pk)
        require("write_note", by, article)
        if passage and not has_passage(article, passage):
            raise Refused(
                _("That passage is not in the newest revision. Copy it from there."), "passage"
            )
        same = article.notes.filter(settled_at=None, written_by=by, text=text, passage=passage)
        if same.exists():
            raise Refused(_("This note of yours stands beside the article already."), "text")
        now = timezone.now()
        note = DeskNote.objects.create(
            article=article,
            text=text,
            passage=passage,
            revision_number=article.revision_number,
            written_by=by,
            written_at=now,
        )
        activity = record("write_note", article, by=by, at=now, note=text, passage=passage)
        people = [*authors_of(article), *filter(None, (article.claimed_by,))]
        tell(Notice.Kind.NOTE, people, article, activity)
    return note


def settle_note(note: DeskNote, *, by: "User | None") -> DeskNote:
    """Somebody has seen to the note. It stays in the record.

    Raises:
        Refused: not permitted, or it is settled already.
    """
    with transaction.atomic():
        article = lock(note.article_id)
        require("settle_note", by, article)
        note = DeskNote.objects.get(pk=note.pk)
        if note.settled_at is not None:
            raise Refused(_("%(who)s has settled that note already.") % {"who": note.settled_by})
        note.settled_by, note.settled_at = by, timezone.now()
        note.save(update_fields=["settled_by", "settled_at"])
        record("settle_note", article, by=by, at=note.settled_at, note=note.text)
    return note


def has_passage(article: Article, passage: str) -> bool:
    """Whether the working copy reads so somewhere, whatever its line ends and formatting."""
    parts = (article.title, article.sapo, body.plain_text(body.parse(article.body)))
    return passage in " ".join(" ".join(parts).split())
