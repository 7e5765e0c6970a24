"""What an open article form tells every few seconds, and is told: text kept, who else is there."""

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone

from ..actions.autosaving import AlreadySaved, Fields, discard_draft, keep_draft
from ..actions.being_present import be_present, leave, take_over
from ..actions.refusals import Refused
from ..models import Article, Presence
from ..models.presence import QUIET_AFTER
from .here import somebody_else
from .verbs import BUSY_STATUS, busy

if TYPE_CHECKING:
    from .articles import ArticleAdmin

KEY = re.compile(r"[0-9a-f]{32}")
# What was typed without a network may be this old when it arrives.
OLDEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Pulse:
    """What a page sends: `fields` only when something was typed, `age` ago.

    `person` is who opened the page; `replaces` the page whose kept text this one goes on with.
    """

    key: str
    person: int
    version: int
    sequence: int
    age: timedelta
    fields: Fields | None
    replaces: str
    leaving: bool
    taking_over: bool

    @classmethod
    def read(cls, body: bytes) -> "Pulse":
        """What the JSON of a request says.

        Raises:
            ValueError: it is none of ours.
        """
        try:
            sent = json.loads(body)
            fields = sent.get("fields")
            if fields is not None:
                fields = [(name, value) for name, value in fields]
                if not all(isinstance(part, str) for pair in fields for part in pair):
                    raise TypeError
            pulse = cls(
                key=sent["key"],
                person=int(sent["person"]),
                version=int(sent.get("version") or 0),
                sequence=int(sent.get("sequence", 0)),
                age=min(timedelta(milliseconds=max(0, int(sent.get("age", 0)))), OLDEST),
                fields=fields,
                replaces=sent.get("replaces") or "",
                leaving=bool(sent.get("leaving")),
                taking_over=bool(sent.get("takingOver")),
            )
            if not KEY.fullmatch(pulse.key) or not 0 <= pulse.sequence < 2**31 - 1:
                raise ValueError
            if pulse.replaces and not KEY.fullmatch(pulse.replaces):
                raise ValueError
        except (AttributeError, KeyError, TypeError, OverflowError, RecursionError, ValueError):
            raise ValueError("no pulse of an article form") from None
        return pulse


def pulse_view(
    model_admin: "ArticleAdmin", request: HttpRequest, pk: int | None = None
) -> HttpResponse:
    """Keep what was typed; answer when it was kept, and who else has the article open.

    400 where the request is none of ours, 409 where the text is saved already or another person
    has signed in since, 422 where it cannot be kept: `reason` says why.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        pulse = Pulse.read(request.body)
    except ValueError as error:
        return JsonResponse({"reason": str(error)}, status=400)
    if pulse.person != request.user.pk:
        return JsonResponse({"reason": somebody_else(request)}, status=409)
    try:
        answer = _keep(pulse, request, pk)
        if pk is not None:
            answer |= _beside(pulse, request, pk)
    except AlreadySaved:
        return JsonResponse({"closed": True}, status=409)
    except Refused as refused:
        return JsonResponse({"reason": str(refused)}, status=422)
    except OperationalError:
        return JsonResponse({"reason": str(busy())}, status=BUSY_STATUS)
    return JsonResponse(answer)


def _keep(pulse: Pulse, request: HttpRequest, pk: int | None) -> dict[str, Any]:
    if pulse.fields is None:
        return {}
    now = timezone.now()
    keep_draft(
        pulse.fields,
        by=request.user,
        key=pulse.key,
        sequence=pulse.sequence,
        typed_at=now - pulse.age,
        article_id=pk,
    )
    if pulse.replaces:
        # Only now: from here on the new page holds it.
        discard_draft(pulse.replaces, by=request.user)
    return {"keptAt": f"{timezone.localtime(now):%H:%M:%S}"}


def _beside(pulse: Pulse, request: HttpRequest, pk: int) -> dict[str, Any]:
    if pulse.leaving:
        leave(pulse.key, by=request.user)
        return {}
    if pulse.fields is not None and not pulse.taking_over:
        # The next pulse asks; an autosave is one statement.
        return {}
    if pulse.taking_over:
        take_over(pk, by=request.user)
    be_present(pk, pulse.key, by=request.user)
    return {"beside": render_to_string("admin/beside.html", beside(pulse, request, pk))}


def beside(pulse: Pulse, request: HttpRequest, pk: int) -> dict[str, Any]:
    """What templates/admin/beside.html needs: everything the page's person ought to know."""
    now = timezone.now()
    pages = list(Presence.objects.here(now).filter(article=pk).select_related("user", "taken_by"))
    article = Article.objects.filter(pk=pk).select_related("claimed_by").first()
    newest = None
    if article is not None and pulse.version and article.version != pulse.version:
        newest = article.revisions.order_by("-number").select_related("created_by").first()
    windows = [page for page in pages if page.user_id == request.user.pk]
    own = next((page for page in windows if page.key == pulse.key), None)
    return {
        "others": [
            {"page": page, "is_quiet": page.seen_at < now - QUIET_AFTER}
            for page in _newest_of_each(pages, request.user.pk)
        ],
        "own_windows": [
            page for page in windows if page != own and page.seen_at >= now - QUIET_AFTER
        ],
        "taken": own if own and own.taken_by_id else None,
        "claimed_by": article.claimed_by
        if article and article.claimed_by_id not in (None, request.user.pk)
        else None,
        "newest": newest,
    }


def _newest_of_each(pages: list[Presence], but: int) -> list[Presence]:
    """One page for each other person: the one heard of last."""
    newest: dict[int, Presence] = {}
    for page in pages:
        known = newest.get(page.user_id)
        if page.user_id != but and (known is None or page.seen_at > known.seen_at):
            newest[page.user_id] = page
    return list(newest.values())
