"""The rules of RSS: what a feed reader may rely on."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
RFC_822 = re.compile(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}")


def broken_rules(root: etree._Element, site: str, path: str) -> Iterator[str]:
    """What the RSS 2.0 specification and the advisory board's profile find wrong with a feed.

    `site` is the address of the paper without a final /, `path` the feed's own address below it.
    """
    if (root.tag, dict(root.attrib), [each.tag for each in root]) != (
        "rss",
        {"version": "2.0"},
        ["channel"],
    ):
        yield "no rss of version 2.0 with one channel"
        return
    channel = root[0]
    for name in ("title", "link", "description", "language"):
        if len(channel.findall(name)) != 1 or not channel.findtext(name):
            yield f"the channel has not one {name}"
    own = [dict(each.attrib) for each in channel.findall(f"{ATOM}link")]
    if own != [{"href": site + path, "rel": "self", "type": "application/rss+xml"}]:
        yield "the feed does not tell its own address"
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    if len(set(guids)) != len(guids):
        yield "two items are one"
    for item in items:
        yield from _broken_rules_of_item(item, site)
    for date in channel.iter("pubDate", "lastBuildDate"):
        text = date.text or ""
        if not RFC_822.fullmatch(text) or parsedate_to_datetime(text).tzinfo is None:
            yield f"no date of RFC 822: {text}"


def _broken_rules_of_item(item: etree._Element, site: str) -> Iterator[str]:
    for name in ("title", "link", "guid", "pubDate"):
        if len(item.findall(name)) != 1 or not item.findtext(name):
            yield f"the item has not one {name}"
            return
    if len(item.findall("description")) > 1 or len(item.findall("enclosure")) > 1:
        yield "the item has two descriptions or enclosures"
    guid = item.find("guid")
    if guid.get("isPermaLink") != "true" or guid.text != item.findtext("link"):
        yield "the guid is not the link"
    for enclosure in item.findall("enclosure"):
        if not (enclosure.get("length", "").isdecimal() and "/" in enclosure.get("type", "")):
            yield "the enclosure has no length or type"
    links = [item.findtext("link"), *(each.get("url") for each in item.iter() if each.get("url"))]
    for link in links:
        if not urlsplit(link).scheme or urlsplit(link).netloc != urlsplit(site).netloc:
            yield f"no whole address: {link}"
    if any(not each.text for each in item.findall("category")):
        yield "an empty category"
