"""The sanitiser every rich text passes, on every way in: form, importer, API, restore.

This is the security boundary; what an editor widget filters does not count. The vocabulary and
the reasons for it stand in docs/developers/body-format.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import nh3

from newsroom.text.vietnamese import clean_line

INLINE = frozenset({"a", "strong", "em"})
BLOCKS = frozenset({
    "p", "h2", "h3", "ul", "ol", "li", "blockquote",
    "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "div",
})  # fmt: skip
FIGURE_PARTS = frozenset({"caption", "credit"})
LARGEST_SPAN = 100  # columns or rows: what an article can use, not what freezes a browser
DEEPEST = 40  # open elements; the parser's time grows with the square of the depth

# Elements that mean the same as one of ours, or that end a line where they stand: without these
# the words of two neighbours would run together.
_RENAMED = (
    {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
    | {"menu": "ul", "dir": "ul"}
    | dict.fromkeys([
        "address", "article", "aside", "caption", "center", "dd", "details", "dialog", "dl", "dt",
        "fieldset", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav",
        "option", "pre", "section", "summary",
    ], "p")
)  # fmt: skip
_HEADINGS = frozenset({"h2", "h3"})
_RULES: dict[str, Any] = {
    # Never text for a reader: code, and what browsers do not show.
    "clean_content_tags": {
        "script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript", "xml",
    },
    "attributes": {
        "*": set(),  # without this, lang and title would pass everywhere
        "a": {"href"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
        "figure": {"data-image", "data-name", "data-alt"},
        "figcaption": {"data-separator", "data-label", "data-tail"},
        "div": {"data-part"},
    },
    "url_schemes": {"http", "https", "mailto", "tel"},
    "link_rel": None,  # a matter of the page, not of the text: see render
}  # fmt: skip

_TAG_START = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)")
_TAG = re.compile(r'<(/?)([a-zA-Z][^\s/<>]*)((?:[^<>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
# Elements that the parser closes by itself when the next one begins, or that hold nothing.
_NEVER_DEEP = frozenset({
    "p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "dt", "dd", "option",
    "rt", "rp", "colgroup", "col", "br", "hr", "img", "input", "wbr", "meta", "link", "area",
    "base", "embed", "source", "track", "param",
})  # fmt: skip
_WIDE = BLOCKS | INLINE | _RENAMED.keys() | {"br"}
_KNOWN = _WIDE | _NEVER_DEEP | _RULES["clean_content_tags"]


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag; attribute values are unescaped."""

    name: str
    attributes: dict[str, str]
    closing: bool = False


def sanitise(html: str) -> str:
    """Return `html`, from any source and however hostile, in the body vocabulary.

    Every word a browser would show is kept; elements we have no use for leave their text, br and
    foreign blocks become paragraphs. Links lead to http, https, mailto, tel or a path of this
    site. Structure is not repaired further: articles.body.parse does that. Never raises.
    """
    encodable = html.encode("utf-8", "ignore").decode("utf-8")  # lone surrogates cannot be stored
    # First pass: parse as a browser does, into well-formed HTML that can be rewritten by pattern.
    wide = _clean(_simple(encodable), _WIDE)
    # Second pass: whatever the rewriting made of it, what leaves here has been filtered.
    return _clean(_to_vocabulary(wide), BLOCKS | INLINE)


def strip_tags(html: str) -> str:
    """Return the text of any HTML, plain: one line per block, white space collapsed."""
    text = ""
    for token in tokens(sanitise(html).replace("\n", " ")):
        if isinstance(token, str):
            text += token
        elif token.name in BLOCKS:
            text += "\n"
    lines = (clean_line(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def tokens(html: str) -> Iterator[Tag | str]:
    """Yield the tags and the unescaped texts of well-formed HTML, as sanitise returns it.

    On other HTML it does not fail: what does not look like a tag is text.
    """
    end = 0
    for match in _TAG.finditer(html):
        if match.start() > end:
            yield unescape(html[end : match.start()])
        end = match.end()
        slash, name, attributes = match.groups()
        values = {key: unescape(value) for key, value in _ATTRIBUTE.findall(attributes)}
        yield Tag(name.lower(), values, closing=bool(slash))
    if end < len(html):
        yield unescape(html[end:])


def _clean(html: str, tags: frozenset[str]) -> str:
    return nh3.clean(
        html,
        tags=set(tags),
        attribute_filter=_attribute,
        url_relative=_site_path,
        **_RULES,
    )


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return re.sub(r"[\t\r\n]", "", value).strip()  # browsers skip these: "/\t/host" is "//host"
    if name == "data-image":
        return value if re.fullmatch("[1-9][0-9]{0,17}", value) else None
    if name == "data-name":  # a file's name, never a way to it
        return value.replace("\\", "/").rpartition("/")[2]
    if name == "data-part":
        return value if value in FIGURE_PARTS else None
    if name in ("colspan", "rowspan"):
        spans = re.fullmatch("[0-9]{1,3}", value) and 1 < int(value) <= LARGEST_SPAN
        return value.lstrip("0") if spans else None
    return value


def _site_path(address: str) -> str | None:
    # Browsers read "//host" and "/\host" as another host.
    return address if re.match(r"/(?![/\\])", address) else None


def _simple(html: str) -> str:
    """Take out of the parser's way what it drowns in.

    Past DEEPEST open elements a tag becomes a line break. Elements we have no use for become
    spans: in svg and math text would be lost, and their own rules are where filters are broken;
    fonts multiply. Only names are looked at, so that a tag without an end costs nothing.
    """
    open_tags: Counter[str] = Counter()
    depth = 0

    def visit(match: re.Match[str]) -> str:
        nonlocal depth
        slash, name = match[1], match[2].lower()
        if name not in _KNOWN:
            name = "span"
        if name not in _NEVER_DEEP:
            if not slash and depth >= DEEPEST:
                return "<br"
            if not slash or open_tags[name]:
                step = -1 if slash else 1
                open_tags[name] += step
                depth += step
        return f"<{slash}{name}"

    return _TAG_START.sub(visit, html)


def _to_vocabulary(html: str) -> str:
    divs: list[str] = []  # what each open div has become
    heading = 0

    def rename(match: re.Match[str]) -> str:
        nonlocal heading
        slash, name, attributes = match.groups()
        if name == "br":
            return " " if heading else "</p><p>"
        if name == "div":
            if not slash:
                divs.append("div" if "data-part" in attributes else "p")
            name = divs[-1] if not slash else divs.pop()
        name = _RENAMED.get(name, name)
        if name in _HEADINGS:
            heading += -1 if slash else 1
        return f"<{slash}{name}{attributes}>"

    return _TAG.sub(rename, html)
