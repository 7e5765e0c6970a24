"""Naming a revision: “before the cuts”, “as the minister read it”."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.text import vietnamese

from ..models import Article, Revision, RevisionName
from .permission import require
from .recording import record
from .refusals import Refused
from .saving import lock

if TYPE_CHECKING:
    from ..models import User

MAX_NAME: int = RevisionName._meta.get_field("name").max_length or 0


def name_revision(article: Article, number: int, name: str, *, by: "User | None") -> Revision:
    """Call revision `number` by this name; an empty one takes its name away.

    Calling it what it is called already changes nothing. The text is not touched, so that a form
    that somebody has open meanwhile can still be saved.

    Raises:
        Refused: there is no such revision, the name is too long, or not permitted.
    """
    name = vietnamese.clean_line(name)
    if len(name) > MAX_NAME:
        raise Refused(
            _("A name has at most %(limit)s letters; this one has %(length)s.")
            % {"limit": MAX_NAME, "length": len(name)},
            "name",
        )
    with transaction.atomic():
        article = lock(article.pk)
        require("name_revision", by, article)
        revision = article.revisions.select_related("naming").filter(number=number).first()
        if revision is None:
            raise Refused(
                _("There is no revision %(number)s of this article.") % {"number": number},
                "number",
            )
        before = revision.name
        if name == before:
            return revision
        if name:
            RevisionName.objects.update_or_create(revision=revision, defaults={"name": name})
        else:
            RevisionName.objects.filter(revision=revision).delete()
        record("name_revision", article, by=by, revision=number, called=name, called_before=before)
    return article.revisions.select_related("naming").get(pk=revision.pk)
