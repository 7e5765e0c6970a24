"""The rules of sitemaps, and of those for news."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
W3C_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}")


def broken_rules(root: etree._Element, site: str) -> Iterator[str]:
    """What sitemaps.org's protocol and Google's guide to news find wrong with a sitemap.

    `site` is the address of the paper without a final /.
    """
    parts = {f"{SITEMAP}sitemapindex": f"{SITEMAP}sitemap", f"{SITEMAP}urlset": f"{SITEMAP}url"}
    if root.tag not in parts or {each.tag for each in root} != {parts[root.tag]}:
        yield "not a set of one kind, or empty"
        return
    if len(root) > 50_000 or len(etree.tostring(root)) > 50 * 1024 * 1024:
        yield "too large"
    found = [each.findtext(f"{SITEMAP}loc") or "" for each in root]
    if len(set(found)) != len(found):
        yield "an address stands twice"
    for address in found:
        if urlsplit(address)[:2] != urlsplit(site)[:2] or len(address) >= 2048:
            yield f"no address of this site: {address}"
    order = [f"{SITEMAP}loc", f"{SITEMAP}lastmod", f"{NEWS}news"]
    for each in root:
        tags = [part.tag for part in each]
        if not set(tags) <= set(order) or tags != sorted(set(tags), key=order.index):
            yield f"wrong parts, or in a wrong order: {tags}"
    for date in root.iter(f"{SITEMAP}lastmod", f"{NEWS}publication_date"):
        if not W3C_DATE.fullmatch(date.text or ""):
            yield f"no date: {date.text}"
    news = list(root.iter(f"{NEWS}news"))
    for each in news:
        if [part.tag for part in each] != [
            f"{NEWS}{name}" for name in ("publication", "publication_date", "title")
        ]:
            yield "news without its parts"
        elif [part.tag for part in each[0]] != [f"{NEWS}name", f"{NEWS}language"]:
            yield "news without name and language of the paper"
    if len(news) > 1000:
        yield "more than 1,000 news"
