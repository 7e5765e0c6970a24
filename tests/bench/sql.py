"""Filling a model's table inside PostgreSQL: what is not named has the field's own default."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.management.color import no_style
from django.db import connection, models


def fill(model: type[models.Model], source: str, /, **columns: str) -> None:
    """INSERT … SELECT: `columns` are SQL expressions over `source`, what stands behind FROM."""
    names, expressions, parameters = [], [], []
    for field in model._meta.concrete_fields:
        if field.attname in columns:
            expressions.append(columns.pop(field.attname))
        elif isinstance(field, models.AutoField):
            continue
        else:
            default = field.get_default()
            expressions.append("%s")
            parameters.append(field.get_db_prep_save(default, connection))
        names.append(connection.ops.quote_name(field.column))
    assert not columns, f"{model.__name__} has no {', '.join(columns)}"
    run(
        f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) "
        f"SELECT {', '.join(expressions)} FROM {source}",
        parameters,
    )


def run(sql: str, parameters: Iterable[object] = ()) -> None:
    """Execute a statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, list(parameters))


def make_table(name: str, columns: str, rows: Iterable[tuple]) -> None:
    """A temporary table of these rows, by COPY."""
    run(f"CREATE TEMPORARY TABLE {name} ({columns})")
    with connection.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    run(f"ANALYZE {name}")


@contextmanager
def without_indexes(*classes: type[models.Model]) -> Iterator[None]:
    """Take indexes and foreign keys off these tables, and put the same ones back afterwards.

    Built in one go, and checked in one go, they take a fraction of the time.
    """
    tables = [model._meta.db_table for model in classes]
    run("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname),
                'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname)
                    || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint
            WHERE contype = 'f' AND conrelid = ANY (%s::regclass[])
            UNION ALL
            SELECT 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
            FROM pg_index
            WHERE indrelid = ANY (%s::regclass[])
                AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """,
            [tables, tables],
        )
        statements = cursor.fetchall()
    for drop, _create in statements:
        run(drop)
    yield
    # Foreign keys last: checking them needs the indexes.
    for _drop, create in reversed(statements):
        run(create)


def restart_ids(*classes: type[models.Model]) -> None:
    """Let new ids follow those that were given."""
    for statement in connection.ops.sequence_reset_sql(no_style(), classes):
        run(statement)
