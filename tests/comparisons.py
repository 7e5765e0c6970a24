"""The page that compares two texts of an article, asked for and read."""

from dataclasses import replace

from lxml import html

from articles.actions.saving import save
from articles.models import Article
from tests.desk import address, newest


def write(article: Article, **parts) -> None:
    article.refresh_from_db()
    save(article, replace(newest(article), **parts), by=None, base_version=article.version)
    article.refresh_from_db()


def compare(client, article: Article, since="", to=""):
    query = "&".join(f"{name}={key}" for name, key in (("from", since), ("to", to)) if key != "")
    return client.get(f"{address('compare', article.pk)}?{query}")


def parts_of(response) -> dict[str, html.HtmlElement]:
    """The page's sections by the part they tell of."""
    page = html.fromstring(response.content.decode())
    return {
        each.get("id").removeprefix("part-"): each
        for each in page.xpath("//section[@class='compared-part']")
    }


def marks(element) -> tuple[list[str], list[str]]:
    """What is marked as deleted and as inserted, without what is only spoken."""
    found = []
    for name in ("del", "ins"):
        lines = []
        for each in element.iter(name):
            spoken = [*each.xpath("./span[@class='visually-hidden']")]
            lines.append("".join(each.itertext()))
            for words in spoken:
                lines[-1] = lines[-1].replace("".join(words.itertext()), "", 1)
        found.append(lines)
    return found[0], found[1]


def rows_of(response) -> list[tuple[str, str]]:
    """(what became of it, what is said) of each part of the body."""
    return [
        (row.get("data-what"), " ".join(row.text_content().split()))
        for row in parts_of(response)["body"].xpath(".//div[@class='compared-row']")
    ]
