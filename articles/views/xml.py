"""Answers for machines: whole documents that are well-formed whatever the desk has typed."""

import re
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

# What XML 1.0 (section 2.2) has no way to write, not even as &#…;
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    content_type: str = "application/xml",
) -> HttpResponse:
    """The document, or 304 for who has it already.

    There is an ETag of its bytes and no Last-Modified: what leaves a feed (an article withdrawn, a
    name changed) leaves no date in it, so that `If-Modified-Since` would get 304 for an old one.
    """
    document = _NOT_IN_XML.sub("", render_to_string(template, context)).encode()
    etag = f'"{sha256(document).hexdigest()[:32]}"'
    response: HttpResponse | None = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(document, f"{content_type}; charset=utf-8")
    response.headers["ETag"] = etag
    return response
