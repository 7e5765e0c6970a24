"""What stands where on the front page; for readers, and for the desk that arranges it."""

from dataclasses import dataclass

from . import listings
from .entries import Entry
from .frame import Frame
from .listings import ListPage
from .models import Section, Slot

# How many articles a hand-made list shows at least: what the desk leaves empty, the newest fill.
HIGHLIGHTS_SIZE = 5
DO_NOT_MISS_SIZE = 4
SECTION_SIZE = 4
NEWEST_SIZE = 12


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The parts of the page from top to bottom; no article stands in two of them."""

    lead: Entry | None
    highlights: list[Entry]
    do_not_miss: list[Entry]
    blocks: list[tuple[Section, list[Entry]]]
    newest: ListPage

    def top(self) -> dict[str, list[Entry]]:
        """What stands in each slot."""
        return {
            Slot.FRONT_LEAD: [self.lead] if self.lead else [],
            Slot.HIGHLIGHTS: self.highlights,
            Slot.DO_NOT_MISS: self.do_not_miss,
        }


def compose(frame: Frame) -> FrontPage:
    """The front page at the frame's instant: at most six queries."""
    now = frame.now
    placed = listings.placed([Slot.FRONT_LEAD, Slot.HIGHLIGHTS, Slot.DO_NOT_MISS], now)
    lead = next(iter(placed[Slot.FRONT_LEAD]), None) or _newest_lead(placed, frame)
    shown = {lead.article_id} if lead else set()
    highlights = _not_yet(placed[Slot.HIGHLIGHTS], shown)
    do_not_miss = _not_yet(placed[Slot.DO_NOT_MISS], shown)
    _fill(highlights, HIGHLIGHTS_SIZE, do_not_miss, DO_NOT_MISS_SIZE, shown, frame)
    of_section = listings.newest_in_each(
        frame.navigation, now, count=SECTION_SIZE, without=sorted(shown)
    )
    for articles in of_section.values():
        shown.update(article.article_id for article in articles)
    return FrontPage(
        lead=lead,
        highlights=highlights,
        do_not_miss=do_not_miss,
        blocks=[
            (section, of_section[section.pk])
            for section in frame.navigation
            if of_section[section.pk]
        ],
        newest=listings.newest(now, without=sorted(shown), size=NEWEST_SIZE),
    )


def _newest_lead(placed: dict[str, list[Entry]], frame: Frame) -> Entry | None:
    """Where the desk has chosen no lead: the newest with a picture that stands nowhere else."""
    elsewhere = sorted({row.article_id for rows in placed.values() for row in rows})
    return listings.newest_with_picture(frame.now, without=elsewhere)


def _not_yet(articles: list[Entry], shown: set[int]) -> list[Entry]:
    """The articles that are not on the page yet; they are from now on."""
    fresh = [article for article in articles if article.article_id not in shown]
    shown.update(article.article_id for article in fresh)
    return fresh


def _fill(
    first: list[Entry],
    first_size: int,
    second: list[Entry],
    second_size: int,
    shown: set[int],
    frame: Frame,
) -> None:
    """Fill both lists up to their sizes with the newest that are not on the page yet: one query."""
    wanted = max(0, first_size - len(first))
    missing = wanted + max(0, second_size - len(second))
    if not missing:
        return
    newest = listings.newest(frame.now, without=sorted(shown), size=missing).articles
    first += newest[:wanted]
    second += newest[wanted:]
    shown.update(article.article_id for article in newest)
