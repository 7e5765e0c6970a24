"""The queue's search without accents, by trigrams on PostgreSQL; SQLite looks row by row."""

from django.db import migrations


def create_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS comment_folded_trigrams "
            "ON comments_comment USING gin (folded gin_trgm_ops)"
        )


def drop_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS comment_folded_trigrams")


class Migration(migrations.Migration):
    # Built while readers go on writing.
    atomic = False

    dependencies = [("comments", "0001_initial"), ("articles", "0002_guards")]

    operations = [migrations.RunPython(create_search, drop_search)]
