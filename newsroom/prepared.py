"""Queries whose SQL is made once, and then only filled with values.

Django writes the SQL of a query anew each time the query is asked. For the pages of readers that
takes several times as long as the database takes to answer. docs/decisions/prepared-queries.md
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import wraps
from itertools import count
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

Build = Callable[..., QuerySet]

# What stands for values while the SQL is made. No query holds values like these of its own.
_MOMENT = datetime(1801, 1, 1, tzinfo=UTC)
_NUMBER = 7_100_000_000_000_000_000


def prepared(build: Build) -> Callable[..., list[Any]]:
    """Let a function that builds a queryset answer what the queryset finds, as a list.

    Its positional arguments are values: moments, numbers, texts, tuples of these, or None. They go
    into the SQL as parameters and nowhere else; the function may look whether one is None or an
    empty tuple, and no further. What shapes the SQL, such as a size, comes by keyword. The SQL is
    made once for each connection, shape and length of tuples.

    The answer raises ValueError where a value has no place in the SQL: one that the function did
    not use, or a number for a column that holds fewer than 64 bits.
    """

    @wraps(build)
    def ask(*values: Any, **shape: Any) -> list[Any]:
        connection = connections[DEFAULT_DB_ALIAS]
        # Kept with the connection, which is its thread's own and takes them along when it goes.
        statements = vars(connection).setdefault("newsroom_prepared", {})
        key = (build, *map(_form, values), *shape.items())
        statement = statements.get(key)
        if statement is None:
            statement = statements[key] = _Statement(build, values, shape, connection)
        return statement.ask(values)

    return ask


class _Statement:
    """The SQL of one shape of a query on one connection, and where each value belongs."""

    def __init__(
        self,
        build: Build,
        values: tuple[Any, ...],
        shape: dict[str, Any],
        connection: BaseDatabaseWrapper,
    ) -> None:
        self._adapt = connection.ops.adapt_datetimefield_value
        examples = _examples(values, _NUMBER)
        self._queryset = build(*examples, **shape)
        compiler = self._queryset.query.get_compiler(connection=connection)
        sql, parameters = _written(compiler)
        # Django leaves a condition out that a column of fewer bits always or never meets: with
        # numbers that every column holds the SQL is another one then.
        fitting = build(*_examples(values, 1), **shape).query.get_compiler(connection=connection)
        if _written(fitting)[0] != sql:
            raise ValueError(f"a number for a column of fewer than 64 bits: {build.__qualname__}")
        self._is_empty = sql == ""
        if self._is_empty:
            if None not in values and () not in values:
                raise ValueError(f"always empty, whatever the values: {build.__qualname__}")
            return
        places = {example: place for place, example in enumerate(self._flat(examples))}
        if lost := places.keys() - set(parameters):
            raise ValueError(f"no place in the SQL for {sorted(lost)}: {build.__qualname__}")
        # Of each parameter: what it is, and the place of the value given that it stands for.
        self._parameters = [(each, places.get(each)) for each in parameters]
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        self._sql = sql
        # From here on this compiler, and only it, answers for the queryset.
        self._compiler = compiler
        compiler.as_sql = self._filled
        compiler.get_converters = lambda expressions: converters
        query: Any = self._queryset.query
        query.get_compiler = lambda *args, **named: compiler

    def ask(self, values: tuple[Any, ...]) -> list[Any]:
        """What the database finds for these values."""
        if self._is_empty:
            return []
        self._values = list(self._flat(values))
        rows: Any = self._queryset._iterable_class(self._queryset)
        return list(rows)

    def _filled(self, *args: Any, **named: Any) -> tuple[str, tuple[Any, ...]]:
        values = self._values
        return self._sql, tuple(
            each if place is None else _alike(values[place], each)
            for each, place in self._parameters
        )

    def _flat(self, values: Any) -> Iterator[Any]:
        """All values one after the other, moments as the database takes them."""
        for value in values:
            if isinstance(value, tuple):
                yield from self._flat(value)
            elif isinstance(value, datetime):
                yield self._adapt(value)
            elif value is not None:
                yield value


def _form(value: Any) -> object:
    """What of a value shapes the SQL."""
    return len(value) if isinstance(value, tuple) else type(value)


def _written(compiler: SQLCompiler) -> tuple[str, tuple[Any, ...]]:
    """SQL and parameters; "" where the compiler sees that nothing can be found."""
    try:
        return compiler.as_sql()
    except EmptyResultSet:
        return "", ()


def _examples(values: tuple[Any, ...], first: int) -> list[Any]:
    """A value of the same kind for each, numbers from `first` on; no two are equal."""
    places = count()
    return [_example(value, places, first) for value in values]


def _example(value: Any, places: Iterator[int], first: int) -> Any:
    match value:
        case None:
            return None
        case tuple():
            return tuple(_example(each, places, first) for each in value)
        case datetime():
            return _MOMENT + timedelta(microseconds=next(places))
        case int():
            return first + next(places)
        case str():
            return f"\ufffd{next(places)}"
        case _:
            raise TypeError(f"no value for a prepared query: {value!r}")


def _alike(value: Any, example: Any) -> Any:
    """The value as the kind of number that its place had: it tells PostgreSQL the type."""
    return type(example)(value) if isinstance(example, int) else value
