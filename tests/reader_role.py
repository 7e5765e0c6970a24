"""The readers' side as somebody who may read nothing but what readers' code needs.

On PostgreSQL `as_reader` runs its block as a database role that was granted these tables alone; on
both databases it fails where the captured SQL names any other table of the project.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

# Everything else is the desk's. A new entry here needs a reason that readers would understand.
READABLE = (
    "articles.Author",
    "articles.ImageVersion",
    "articles.Listing",
    "articles.Masthead",
    "articles.PaperPage",
    "articles.Placement",
    "articles.PublishedArticle",
    "articles.PublishedBody",
    "articles.PublishedByline",
    "articles.PublishedCorrection",
    "articles.PublishedFigure",
    "articles.PublishedTag",
    "articles.Redirect",
    "articles.Section",
    "articles.Tag",
    "comments.Comment",
    "pagestore.SurfaceVersion",
)


def readable_tables() -> set[str]:
    return {apps.get_model(name)._meta.db_table for name in READABLE}


def other_tables_in(sql: str) -> set[str]:
    """The tables named in a statement that readers have no business with."""
    every = set(connection.introspection.django_table_names())
    return set(re.findall(r'"(\w+)"', sql)) & every - readable_tables()


@pytest.fixture(scope="session")
def reader_role(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The role's name. Roles belong to the whole server, so it is named after the test database."""
    name = f"{connection.settings_dict['NAME']}_reader"
    if connection.vendor != "postgresql":
        yield name
        return
    granted = ", ".join(f'"{table}"' for table in sorted(readable_tables()))
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f'CREATE ROLE "{name}"')
        cursor.execute(f'GRANT "{name}" TO CURRENT_USER')
        cursor.execute(f'GRANT SELECT ON {granted} TO "{name}"')
    yield name
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f'DROP OWNED BY "{name}"')
        cursor.execute(f'DROP ROLE "{name}"')


@contextmanager
def as_reader(role: str) -> Iterator[None]:
    """Run the block as the reader's role; AssertionError where it read another table."""
    # A savepoint: after a refusal the role could not be given back in a broken transaction.
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        _set_role(f'SET LOCAL ROLE "{role}"')
        yield
        _set_role("RESET ROLE")
    seen = {table for query in captured.captured_queries for table in other_tables_in(query["sql"])}
    assert not seen, f"readers' code reads the desk's tables: {', '.join(sorted(seen))}"


def _set_role(statement: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(statement)
