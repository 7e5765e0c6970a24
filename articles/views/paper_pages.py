"""What the paper says about itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from newsroom.pagestore.pages import Validity, stored

from .. import body
from ..frame import load_frame
from ..models import PaperPage
from ..render import render_body
from ..surfaces import SITE
from .public import public


@public
@stored()
def paper_page(request: HttpRequest, validity: Validity, address: str) -> HttpResponse:
    """One of the paper's own pages; there even before anybody has written it."""
    validity.depends_on(SITE)
    frame = load_frame(timezone.now())
    validity.until(frame.until)
    page = PaperPage.at(address)
    text = render_body(body.parse(page.body), {})
    return render(request, "pages/paper_page.html", {"frame": frame, "page": page, "text": text})
