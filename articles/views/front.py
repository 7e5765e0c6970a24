"""The front page, and the older articles behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import listings
from ..frame import load_frame
from ..front_page import compose
from ..surfaces import FRONT, SITE
from .public import cursor_of, public


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
    return render(request, "pages/front.html", {"frame": frame, "front": compose(frame)})
