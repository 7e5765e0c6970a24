"""A paper of any size on PostgreSQL: rows as the acts would have left them, the same ones each time.

    python -m tests.bench.generate ARTICLES COMMENTS

Few things (sections, authors, tags, pictures, placements) are made by the acts themselves; articles
and comments by one statement for each table, from arithmetic on their number. Every second article
is of one subsection, one author and one tag, so that the lists measured are full in a small paper
too, and longest in a large one. Every tenth was published twice. The newest one, two hours old, has
a tenth of all comments, at most 5,000; the others have about ten each.
"""

import sys
import time

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from articles.actions.placing import place  # noqa: E402
from articles.actions.records import save_record  # noqa: E402
from articles.actions.saving import resolve_tags  # noqa: E402
from articles.models import Article, Masthead, Slot  # noqa: E402
from newsroom.pagestore.models import SurfaceVersion  # noqa: E402
from newsroom.text import vietnamese  # noqa: E402
from tests.bench import article_rows, comment_rows, words  # noqa: E402
from tests.bench.sql import make_table, run  # noqa: E402
from tests.factories import make_author, make_section  # noqa: E402

PLACED = 15


def main(articles: int, comments: int) -> None:
    """Fill the database that the environment names, which is migrated and empty."""
    assert connection.vendor == "postgresql", "the large paper is for PostgreSQL"
    started = time.perf_counter()
    with transaction.atomic():
        _small_things()
        article_rows.write(articles)
        comment_rows.write(comments, articles)
        _raise_versions()
    for number, article in enumerate(Article.objects.order_by("-pk")[1 : 1 + PLACED]):
        place(article, list(Slot)[number % len(Slot)], by=None, position=number)
    run("VACUUM ANALYZE")
    seconds = time.perf_counter() - started
    print(f"{articles:,} articles, {comments:,} comments in {seconds:.0f} s")


def _small_things() -> None:
    """Sections, authors and tags, each in a table that numbers them from 0."""
    save_record(Masthead.current(), {"name": "Sớm Mai", "slogan": "Tin đến trước"}, by=None)
    tops = [make_section(name, slug=vietnamese.slug(name)) for name in words.SECTIONS]
    below = [make_section(f"{top.name} {n}", parent=top) for top in tops[:4] for n in (1, 2)]
    sections = [below[0], *tops[1:], *below[1:]]
    make_table(
        "b_section",
        "i int PRIMARY KEY, id bigint, parent bigint",
        [(i, section.pk, section.parent_id) for i, section in enumerate(sections)],
    )
    names = [f"{family} {given}" for given in words.GIVEN_NAMES for family in words.FAMILY_NAMES]
    authors = [make_author(name) for name in names]
    tags = resolve_tags(tuple(f"{name} {n}" for n in range(1, 11) for name in words.TAGS))
    for kind, things in (("author", authors), ("tag", tags)):
        make_table(
            f"b_{kind}",
            "i int PRIMARY KEY, id bigint, name text, folded text",
            [(i, each.pk, each.name, vietnamese.fold(each.name)) for i, each in enumerate(things)],
        )


def _raise_versions() -> None:
    """What publishing and approving raised: one for each time that a surface changed."""
    surfaces = """
        SELECT 'front' FROM articles_publishedarticle
        UNION ALL SELECT 'a:' || article_id FROM articles_publishedarticle
        UNION ALL SELECT 's:' || section_id FROM articles_listing
        UNION ALL SELECT 't:' || tag_id FROM articles_publishedtag
        UNION ALL SELECT 'au:' || author_id FROM articles_publishedbyline
        UNION ALL SELECT kind || ':' || article_id
            FROM comments_comment, unnest(ARRAY['a', 'c']) AS kind WHERE status = 'approved'
    """
    table = SurfaceVersion._meta.db_table
    run(
        f"INSERT INTO {table} (key, version) SELECT key, count(*) FROM ({surfaces}) AS raised (key) "
        f"GROUP BY key ON CONFLICT (key) DO UPDATE SET version = {table}.version + excluded.version"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
