"""Keys are compared byte by byte, whatever the database's own collation.

Every hit looks for four or five of them. By Vietnamese rules that costs the server several times as
much, and a second index, for searches by prefix that nobody makes, costs every act.
"""

from django.db import migrations

TABLE = "pagestore_surfaceversion"


def compare_bytes(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return  # SQLite does by itself
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname FROM pg_indexes WHERE tablename = %s AND indexname LIKE %s",
            [TABLE, r"%\_like"],
        )
        for (name,) in cursor.fetchall():
            schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")
    schema_editor.execute(f'ALTER TABLE {TABLE} ALTER COLUMN key TYPE varchar(80) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("pagestore", "0001_initial")]

    operations = [migrations.RunPython(compare_bytes, migrations.RunPython.noop)]
