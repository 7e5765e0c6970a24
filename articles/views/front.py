"""The front page, and the older articles behind it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import listings
from ..frame import Frame, load_frame
from ..models import PublishedArticle, Slot
from ..surfaces import FRONT, SITE
from .public import cursor_of, public

SECTION_SIZE = 5
NEWEST_SIZE = 12


@public
@stored("truoc")
def front(request: HttpRequest, validity: Validity) -> HttpResponse:
    """The lead, the hand-made lists, a block for each section, the newest; or older articles."""
    before = cursor_of(request)
    validity.depends_on(FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    if before is not None:
        page = listings.newest(frame.now, before=before)
        return render(request, "pages/older.html", {"frame": frame, "page": page})
    return render(request, "pages/front.html", {"frame": frame, **_composition(frame)})


def _composition(frame: Frame) -> dict[str, Any]:
    """What stands where; from top to bottom, so that no article is on the page twice."""
    now = frame.now
    placed = listings.placed([Slot.FRONT_LEAD, Slot.HIGHLIGHTS, Slot.DO_NOT_MISS], now)
    lead = next(iter(placed[Slot.FRONT_LEAD]), None) or _newest_lead(placed, frame)
    shown = {lead.article_id} if lead else set()
    highlights = _not_yet(placed[Slot.HIGHLIGHTS], shown)
    do_not_miss = _not_yet(placed[Slot.DO_NOT_MISS], shown)
    of_section = listings.newest_in_each(
        frame.navigation, now, count=SECTION_SIZE, without=sorted(shown)
    )
    for articles in of_section.values():
        shown.update(article.article_id for article in articles)
    return {
        "lead": lead,
        "highlights": highlights,
        "do_not_miss": do_not_miss,
        "blocks": [
            (section, of_section[section.pk])
            for section in frame.navigation
            if of_section[section.pk]
        ],
        "newest": listings.newest(now, without=sorted(shown), size=NEWEST_SIZE),
    }


def _newest_lead(
    placed: dict[str, list[PublishedArticle]], frame: Frame
) -> PublishedArticle | None:
    """Where the desk has chosen no lead: the newest with a picture that stands nowhere else."""
    elsewhere = sorted({row.article_id for rows in placed.values() for row in rows})
    return listings.newest_with_picture(frame.now, without=elsewhere)


def _not_yet(articles: list[PublishedArticle], shown: set[int]) -> list[PublishedArticle]:
    """The articles that are not on the page yet; they are from now on."""
    fresh = [article for article in articles if article.article_id not in shown]
    shown.update(article.article_id for article in fresh)
    return fresh
