"""The archive's search without accents, by trigrams on PostgreSQL; SQLite looks row by row."""

from django.db import migrations


def create_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS image_folded_trigrams "
            "ON articles_image USING gin (folded gin_trgm_ops)"
        )


def drop_search(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX IF EXISTS image_folded_trigrams")


class Migration(migrations.Migration):
    # Built while the desk goes on sending pictures.
    atomic = False

    dependencies = [("articles", "0005_paper_pages")]

    operations = [migrations.RunPython(create_search, drop_search)]
