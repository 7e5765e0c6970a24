"""The Django cache that finished pages lie in, as `CACHES` describes it."""

from typing import Any

PLACES = "memory, off or an address like redis://host/0"


def pages_cache(place: str, memory_mb: int) -> dict[str, Any]:
    """The cache for `memory` (of each process, `memory_mb` megabytes) or the address of a Redis.

    With `off` nobody asks for it.

    Raises:
        ValueError: it is none of these.
    """
    if place in {"memory", "off"}:
        return {
            "BACKEND": "newsroom.pagestore.memory.PageMemory",
            "LOCATION": "pages",
            "OPTIONS": {"MAX_BYTES": memory_mb * 1024 * 1024},
        }
    if place.startswith(("redis://", "rediss://", "unix://")):
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": place,
            # A Redis that is away must not hold readers up: Django makes their page.
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    raise ValueError(f"give {PLACES}")
