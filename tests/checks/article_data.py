"""What search engines ask of an article's page: schema.org's NewsArticle as JSON-LD."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

REQUIRED = (
    "headline",
    "description",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "mainEntityOfPage",
    "articleSection",
    "inLanguage",
)
# Google's guide to article data: width times height.
SMALLEST_PICTURE = 50_000


def broken_rules(page: etree._Element, site: str) -> Iterator[str]:
    """What Google's guides to article and breadcrumb data find wrong with an article's page.

    `site` is the address of the paper without a final /.
    """
    scripts = page.xpath("//script[@type='application/ld+json']/text()")
    if len(scripts) != 1:
        yield f"{len(scripts)} blocks of JSON-LD instead of one"
        return
    data = json.loads(scripts[0])
    if data.get("@context") != "https://schema.org":
        yield "the context is not schema.org"
    things = {thing["@type"]: thing for thing in data["@graph"]}
    article = things.get("NewsArticle")
    if article is None:
        yield "no NewsArticle"
        return
    for name in REQUIRED:
        if not article.get(name):
            yield f"no {name}"
    if article.get("headline") != " ".join(page.xpath("string(//h1)").split()):
        yield "the headline is not the page's own"
    if article.get("url") not in page.xpath("//link[@rel='canonical']/@href"):
        yield "the address is not the canonical one"
    for name in ("datePublished", "dateModified"):
        if not _is_date(article.get(name, "")):
            yield f"{name} is no date of ISO 8601 with its zone: {article.get(name)}"
    for author in article.get("author", []):
        if not (author.get("@type") and author.get("name") and author.get("url")):
            yield f"an author without type, name or address: {author}"
    publisher = article.get("publisher", {})
    if not (publisher.get("name") and publisher.get("logo", {}).get("url")):
        yield "the publisher has no name or logo"
    if page.xpath("//article//figure//img") and not article.get("image"):
        yield "the page shows a picture, the data none"
    for picture in article.get("image", []):
        if picture.get("width", 0) * picture.get("height", 0) < SMALLEST_PICTURE:
            yield f"a picture that is too small: {picture}"
    steps = things.get("BreadcrumbList", {}).get("itemListElement", [])
    if [step.get("position") for step in steps] != list(range(1, len(steps) + 1)) or not steps:
        yield "no breadcrumbs, or not counted from 1"
    for address in _addresses(data["@graph"]):
        if urlsplit(address)[:2] != urlsplit(site)[:2]:
            yield f"no whole address of this site: {address}"


def _is_date(text: str) -> bool:
    """A day, or a moment with its zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2024-05-19") or moment.tzinfo is not None


def _addresses(value: Any, name: str = "") -> list[str]:
    """Every value of a field that holds an address."""
    if isinstance(value, dict):
        return [found for name, each in value.items() for found in _addresses(each, name)]
    if isinstance(value, list):
        return [found for each in value for found in _addresses(each, name)]
    return [value] if name in {"@id", "url", "contentUrl", "item"} else []
