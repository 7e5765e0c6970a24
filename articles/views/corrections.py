"""What the paper got wrong, and what is right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import corrections
from ..frame import load_frame
from ..surfaces import CORRECTIONS, FRONT, SITE
from .public import cursor_of, public


@public
@stored("truoc")
def index(request: HttpRequest, validity: Validity) -> HttpResponse:
    """Every correction, the newest first; each leads to its article while readers find that."""
    before = cursor_of(request)
    # The front page's version is raised by whatever publishes or withdraws an article.
    validity.depends_on(CORRECTIONS, FRONT, SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    page = corrections.newest(frame.now, before)
    return render(request, "pages/corrections.html", {"frame": frame, "page": page})
