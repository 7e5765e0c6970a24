"""What tells the pages of one deployment from those of the next."""

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

_KINDS = frozenset({".html", ".json", ".mo", ".py", ".toml", ".txt", ".xml"})


def build_id(paths: Iterable[Path], *settings: object) -> str:
    """A digest of all code, templates and lists under `paths` (folders or files), and `settings`.

    By content, so that two machines with the same checkout share their pages.
    """
    digest = blake2b(repr(settings).encode(), digest_size=8)
    for top in paths:
        files = [top] if top.is_file() else sorted(top.rglob("*"))
        for file in files:
            if file.suffix in _KINDS and file.is_file():
                digest.update(f"\0{file.relative_to(top)}\0".encode() + file.read_bytes())
    return digest.hexdigest()
