"""The desk's search without accents, through the column `folded` that saving writes.

PostgreSQL looks in it by a trigram index; SQLite by a trigram FTS5 table beside it, which knows no
words of one or two letters: those are looked for row by row among what the longer words found.
"""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from newsroom.text import vietnamese

from .models import Article

FTS_TABLE = "articles_article_search"
SHORTEST_TRIGRAM_WORD = 3


def matching(articles: QuerySet[Article], text: str) -> QuerySet[Article]:
    """The articles that hold every word of `text`, whatever its case and accents."""
    words = vietnamese.fold(text).split()
    if connection.vendor == "sqlite":
        long = [word for word in words if len(word) >= SHORTEST_TRIGRAM_WORD]
        words = [word for word in words if len(word) < SHORTEST_TRIGRAM_WORD]
        if long:
            query = " AND ".join(f'"{word}"' for word in long)
            found = RawSQL(f"SELECT rowid FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s", [query])
            articles = articles.filter(pk__in=found)
    for word in words:
        articles = articles.filter(folded__contains=word)
    return articles


def index(article: Article) -> None:
    """Note what `article.folded` now says, in the caller's transaction."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {FTS_TABLE} WHERE rowid = %s", [article.pk])
        cursor.execute(
            f"INSERT INTO {FTS_TABLE} (rowid, folded) VALUES (%s, %s)",
            [article.pk, article.folded],
        )
