"""Deciding several comments at once: each is a transaction of its own and has its own result."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import OperationalError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.actions.refusals import Refused
from articles.admin.numbers import number
from articles.admin.recipe import tell

from ..models import Comment

MOST_AT_ONCE = 200


def selected(request: HttpRequest, listed: QuerySet[Comment]) -> list[Comment]:
    """The comments to decide, in the order of their ids.

    Those ticked are looked up by id, not among the rows of the list: what a colleague has decided
    meanwhile has left the list, and the answer has to say so. `listed` is what "select all" means.

    Raises:
        Refused: they are more than 200.
    """
    if request.POST.get("select_across") != "1":
        ticked = [number(value) for value in request.POST.getlist(ACTION_CHECKBOX_NAME)]
        listed = Comment.objects.filter(pk__in=[pk for pk in ticked if pk is not None])
    comments = list(listed.order_by("pk")[: MOST_AT_ONCE + 1])
    if len(comments) > MOST_AT_ONCE:
        raise Refused(
            _("At most %(limit)s comments can be decided at once. Nothing was changed.")
            % {"limit": MOST_AT_ONCE}
        )
    return comments


def decide_each(
    request: HttpRequest, comments: list[Comment], decide: Callable[..., Comment]
) -> int:
    """How many comments are as wanted now; of each other the person is told why not.

    `decide` is an act that lacks only the comment and its `base_version`: the one the person saw,
    where the form says it.
    """
    done = 0
    for comment in comments:
        try:
            decide(comment, base_version=version_seen(request, comment))
        except Refused as refused:
            tell(request, refused)
        except OperationalError:
            text = _(
                "The database is busy: the comment of “%(name)s” was left as it is. Try again."
            )
            messages.error(request, text % {"name": comment.display_name})
        else:
            done += 1
    return done


def version_seen(request: HttpRequest, comment: Comment) -> int | None:
    """The version that was on the person's screen; None where the form does not say."""
    return number(request.POST.get(f"version-{comment.pk}"))
