"""What machines read: links, feeds, sitemaps, the data of articles."""

from collections.abc import Iterable

from lxml import etree

from tests.checks import article_data, crawl, feeds, sitemaps
from tests.checks.crawl import read

from .paper import Paper
from .report import Report

STRICT = etree.XMLParser(recover=False, no_network=True, resolve_entities=False)


def check_links(paper: Paper) -> Report:
    """The walk of a robot: tests/checks/crawl.py."""
    found = paper.found
    looked_at = f"{len(found.pages)} pages, {len(found.others)} other files"
    return Report(looked_at, [*crawl.faults(found, paper.listed)])


def check_feeds(paper: Paper) -> Report:
    """Every feed that a page names, parsed as XML must be and held against the rules of RSS."""
    paths = sorted(path for path in paper.found.others if path.endswith(".rss"))
    report = Report(f"{len(paths)} feeds")
    for path in paths:
        report.faults += _faults(paper, path, "application/rss+xml", feeds.broken_rules, path)
    if not paths:
        report.faults.append("no page names a feed")
    return report


def check_sitemaps(paper: Paper) -> Report:
    """The list of sitemaps, each of them, and that of the news."""
    paths = ["/sitemap.xml", "/sitemap-news.xml", *paper.locations("/sitemap.xml")]
    report = Report(f"{len(paths)} sitemaps, {len(paper.listed)} pages in them")
    for path in paths:
        report.faults += _faults(paper, path, "application/xml", sitemaps.broken_rules)
    return report


def check_article_data(paper: Paper) -> Report:
    """JSON-LD of every article."""
    articles = [page for page in paper.pages if page.kind == "article"]
    report = Report(f"{len(articles)} articles")
    for page in articles:
        tree = read(page.path, page.html, paper.site).tree
        report.faults += [
            f"{page.path}: {rule}" for rule in article_data.broken_rules(tree, paper.site)
        ]
    return report


def _faults(paper: Paper, path: str, content_type: str, rules, *more: str) -> Iterable[str]:
    """What is wrong with an XML file; the file's own path stands before each."""
    answer = paper.fetch(path)
    if answer.status != 200 or answer.content_type != f"{content_type}; charset=utf-8":
        return [f"{path}: {answer.status}, {answer.content_type}"]
    try:
        root = etree.fromstring(answer.body, STRICT)
    except etree.XMLSyntaxError as error:
        return [f"{path}: no XML: {error}"]
    return [f"{path}: {rule}" for rule in rules(root, paper.site, *more)]
