"""The audit's rules for an article's data find each fault that they name."""

import json

import lxml.html
import pytest

from tests.checks.article_data import broken_rules

SITE = "https://bao.example"
URL = f"{SITE}/tit-1000000.html"


def article(**changes) -> dict:
    """A whole NewsArticle, but for the changes."""
    whole = {
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        "url": URL,
        "headline": "Tít “hay”",
        "description": "Câu mở đầu.",
        "image": [{"url": f"{SITE}/a.webp", "width": 1200, "height": 800}],
        "datePublished": "2024-05-19T07:06:00+07:00",
        "dateModified": "2024-05-19",
        "author": [{"@type": "Person", "name": "Hải Miên", "url": f"{SITE}/tac-gia/hai-mien/"}],
        "publisher": {"name": "Sớm Mai", "logo": {"url": f"{SITE}/logo.svg"}},
        "articleSection": ["Đời sống"],
        "inLanguage": "vi-VN",
    }
    return whole | changes


CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"position": 1, "item": URL}]}


def found(*things: dict, context: str = "https://schema.org", scripts: int = 1) -> list[str]:
    """The faults of an article's page that tells of these things."""
    data = json.dumps({"@context": context, "@graph": things})
    script = f'<script type="application/ld+json">{data}</script>' * scripts
    html = f"""<html><head><title>x</title><link rel="canonical" href="{URL}">{script}</head>
    <body><h1>Tít  “hay”</h1><article><figure><img src="/a.webp"></figure></article></body></html>"""
    return [*broken_rules(lxml.html.document_fromstring(html), SITE)]


def test_a_whole_article_has_no_fault():
    assert found(article(), CRUMBS) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"headline": "Khác"}, "the headline is not the page's own"),
        ({"url": f"{SITE}/khac-1000000.html"}, "the address is not the canonical one"),
        ({"datePublished": "19/05/2024"}, "datePublished is no date"),
        ({"dateModified": "2024-05-19T07:06:00"}, "dateModified is no date"),
        ({"author": []}, "no author"),
        ({"author": [{"@type": "Person", "name": "Hải Miên"}]}, "an author without"),
        ({"publisher": {"name": "Sớm Mai"}}, "the publisher has no name or logo"),
        ({"image": []}, "the page shows a picture, the data none"),
        ({"image": [{"width": 200, "height": 200}]}, "a picture that is too small"),
        ({"mainEntityOfPage": {"@id": "/tit"}}, "no whole address of this site: /tit"),
        ({"description": ""}, "no description"),
    ],
)
def test_each_fault_of_an_article_is_found(changes, fault):
    assert any(each.startswith(fault) for each in found(article(**changes), CRUMBS))


def test_each_fault_of_the_whole_is_found():
    assert found(article()) == ["no breadcrumbs, or not counted from 1"]
    assert found(CRUMBS) == ["no NewsArticle"]
    assert found(article(), CRUMBS, scripts=2) == ["2 blocks of JSON-LD instead of one"]
    assert found(article(), CRUMBS, context="https://x") == ["the context is not schema.org"]
