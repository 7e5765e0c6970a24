"""The database as migrations left it, for the next test after one that has committed.

Django's own way empties every table, and reads what migrations wrote back from JSON, object by
object: on PostgreSQL a third of a second for a test that wrote three rows. Here a table that nobody
touched is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

Rows = list[tuple]


@dataclass(frozen=True)
class Written:
    """What stood in each table of ours, and in which columns."""

    columns: dict[str, list[str]]
    rows: dict[str, Rows]

    def put_back(self) -> None:
        """Let every table have these rows again, and no others. Sequences go on."""
        with transaction.atomic(), connection.cursor() as cursor:
            # Empty before and empty now, as most are, is seen at once for all.
            looked_at = _with_rows(cursor, self.rows) | {
                each for each in self.rows if self.rows[each]
            }
            changed = [table for table in looked_at if _all(cursor, table) != self.rows[table]]
            # In any order: foreign keys are looked at when the transaction ends.
            for table in changed:
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
            for table in changed:
                if self.rows[table]:
                    cursor.executemany(self._insert(table), self.rows[table])

    def _insert(self, table: str) -> str:
        quote = connection.ops.quote_name
        names = ", ".join(quote(name) for name in self.columns[table])
        values = ", ".join(["%s"] * len(self.columns[table]))
        return f"INSERT INTO {quote(table)} ({names}) VALUES ({values})"


def read() -> Written:
    """What stands in the database now."""
    columns, rows = {}, {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            rows[table] = _all(cursor, table)
            columns[table] = [column[0] for column in cursor.description]
    return Written(columns, rows)


def _all(cursor, table: str) -> Rows:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return cursor.fetchall()


def _with_rows(cursor, tables: Iterable[str]) -> set[str]:
    """Those of `tables` that are not empty, asked for at once."""
    quote = connection.ops.quote_name
    cursor.execute(
        " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM {quote(table)})" for table in tables
        )
    )
    return {table for (table,) in cursor.fetchall()}
