"""What models cannot say to both databases: the interval guard, the search index, the first id."""

from django.conf import settings
from django.db import migrations

import articles.models.intervals


def create_extensions(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")


def create_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX article_folded_trigrams ON articles_article "
            "USING gin (folded gin_trgm_ops)"
        )
    else:
        schema_editor.execute(
            "CREATE VIRTUAL TABLE articles_article_search USING fts5(folded, tokenize='trigram')"
        )


def drop_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX article_folded_trigrams")
    else:
        schema_editor.execute("DROP TABLE articles_article_search")


def order_keys_by_code_point(apps, schema_editor):
    """Sort keys are made to be compared byte by byte, whatever the database's own collation."""
    if schema_editor.connection.vendor == "postgresql":
        for table in ("articles_author", "articles_tag"):
            schema_editor.execute(
                f'ALTER TABLE {table} ALTER COLUMN sort_key TYPE varchar(600) COLLATE "C"'
            )


def start_ids(apps, schema_editor):
    first = int(settings.FIRST_ARTICLE_ID)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE articles_article ALTER COLUMN id RESTART WITH {first}")
    else:
        # Django copies a table to alter it, and an empty copy counts from 1 again: a later migration
        # that alters articles_article must call this once more (a test watches the first id).
        schema_editor.execute("DELETE FROM sqlite_sequence WHERE name = 'articles_article'")
        schema_editor.execute(
            f"INSERT INTO sqlite_sequence (name, seq) VALUES ('articles_article', {first - 1})"
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [
        migrations.RunPython(create_extensions, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="publishedarticle",
            constraint=articles.models.intervals.NoOverlap(name="publications_do_not_overlap"),
        ),
        migrations.RunPython(create_search, drop_search),
        migrations.RunPython(order_keys_by_code_point, migrations.RunPython.noop),
        migrations.RunPython(start_ids, migrations.RunPython.noop),
    ]
