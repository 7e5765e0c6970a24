"""The desk's search without accents, through the column `folded` that saving writes.

PostgreSQL looks in it by a trigram index, or through the newest articles where what is looked for
is common among them: to read every article that has common words takes seconds, only to show fifty,
and PostgreSQL cannot know how common a part of a word is. SQLite looks by a trigram FTS5 table
beside it, which knows no words of one or two letters: those are looked for row by row among what
the longer words found.
"""

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from newsroom.text import vietnamese

from .models import Article

FTS_TABLE = "articles_article_search"
SHORTEST_TRIGRAM_WORD = 3
# What this many of the newest articles hold is common, where this many of them do.
PROBED, COMMON = 200, 8


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
    elif _is_common(words):
        return _read_through(articles, words)
    for word in words:
        articles = articles.filter(folded__contains=word)
    return articles


def _is_common(words: list[str]) -> bool:
    """Whether many of the newest articles hold every word."""
    newest = Article.objects.order_by("-saved_at", "-pk").values("pk")[:PROBED]
    found = _read_through(Article.objects.filter(pk__in=newest), words)
    return bool(words) and len(found.order_by().values("pk")[:COMMON]) == COMMON


def _read_through(articles: QuerySet[Article], words: list[str]) -> QuerySet[Article]:
    """The articles that hold every word, asked so that no index of words is used."""
    return articles.filter(
        *(GreaterThan(StrIndex("folded", Value(word)), Value(0)) for word in words)
    )


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
