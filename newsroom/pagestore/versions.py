"""Reading and raising the versions of surfaces."""

from collections.abc import Iterable

from django.db import connection

from .models import SurfaceVersion


def raise_versions(keys: Iterable[str]) -> None:
    """Raise each surface's version by one, in the caller's transaction.

    Keys are written in sorted order, so that two acts touching the same surfaces queue instead of
    deadlocking.
    """
    ordered = sorted(set(keys))
    if not ordered:
        return
    table = connection.ops.quote_name(SurfaceVersion._meta.db_table)
    rows = ", ".join(["(%s, 1)"] * len(ordered))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, version) VALUES {rows} "
            f"ON CONFLICT (key) DO UPDATE SET version = {table}.version + 1",
            ordered,
        )


def versions(keys: Iterable[str]) -> dict[str, int]:
    """The present version of each surface named, 0 where it has never changed."""
    found = dict(SurfaceVersion.objects.filter(key__in=set(keys)).values_list("key", "version"))
    return {key: found.get(key, 0) for key in keys}
