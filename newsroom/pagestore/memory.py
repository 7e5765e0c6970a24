"""Finished pages in a process's own memory: a Django cache bounded in bytes."""

import time
from collections import OrderedDict
from threading import Lock
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class _Shelf:
    """What the caches of one name share: Django makes one object for each thread."""

    def __init__(self) -> None:
        self.lock = Lock()
        # key → value, size in bytes, time it expires (None: never); the least recently used first
        self.entries: OrderedDict[str, tuple[Any, int, float | None]] = OrderedDict()
        self.size = 0

    def drop(self, key: str) -> bool:
        """Forget a key, under the lock; whether it was there."""
        entry = self.entries.pop(key, None)
        if entry is None:
            return False
        self.size -= entry[1]
        return True


_SHELVES: dict[str, _Shelf] = {}


class PageMemory(BaseCache):
    """A cache of values that tell their `size` in bytes; the least recently used go first.

    Django's LocMemCache counts entries, so that a thousand pages may be any number of bytes, and
    pickles each value twice. Here a reader gets the very object that was stored. `OPTIONS` needs
    `MAX_BYTES`; a value above an eighth of it is not kept, so that no page empties the cache.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._max_bytes = int(params["OPTIONS"]["MAX_BYTES"])
        self._shelf = _SHELVES.setdefault(name, _Shelf())

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value, the same object that was set; `default` where there is none (any more)."""
        key = self.make_key(key, version)
        shelf = self._shelf
        with shelf.lock:
            entry = shelf.entries.get(key)
            if entry is None:
                return default
            value, _size, expires = entry
            if expires is not None and expires <= time.time():
                shelf.drop(key)
                return default
            shelf.entries.move_to_end(key)
            return value

    def set(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep the value, and forget what was used longest ago where it takes too many bytes."""
        key = self.make_key(key, version)
        size, expires = value.size, self.get_backend_timeout(timeout)
        shelf = self._shelf
        with shelf.lock:
            shelf.drop(key)
            if size > self._max_bytes // 8:
                return
            shelf.entries[key] = value, size, expires
            shelf.size += size
            while shelf.size > self._max_bytes:
                shelf.drop(next(iter(shelf.entries)))

    def add(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep the value unless there is one; whether it was kept."""
        if self.get(key, version=version) is not None:
            return False
        self.set(key, value, timeout, version)
        return True

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Give the value another time to expire; whether there is one."""
        value = self.get(key, version=version)
        if value is None:
            return False
        self.set(key, value, timeout, version)
        return True

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget the value; whether there was one."""
        key = self.make_key(key, version)
        with self._shelf.lock:
            return self._shelf.drop(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._shelf.lock:
            self._shelf.entries.clear()
            self._shelf.size = 0
