"""Where a picture's files lie: private until published, public under a hashed name while it is.

Nothing here touches the database, so that no file is decoded or copied inside a transaction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO, cast

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage, storages

from .decode import PictureFacts, examine
from .renditions import make_renditions, rendition_name, rendition_plan, version_hash

CENTRE = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture taken in: its facts, its path in the private storage, what names its renditions."""

    filename: str
    facts: PictureFacts
    original: str
    hash: str
    focal: tuple[float, float]


def take_in(file: BinaryIO, filename: str, focal: tuple[float, float] = CENTRE) -> StoredPicture:
    """Examine a picture, keep the original and make its renditions, all in private storage.

    Taking the same picture in again writes nothing.

    Raises:
        PictureRefused: it is no picture we can show; nothing has been kept.
    """
    picture = describe(file, filename, focal)
    originals = storages["originals"]
    _make_missing(file, picture)
    if not originals.exists(picture.original):
        file.seek(0)
        _keep(originals, picture.original, File(file))
    return picture


def complete(original: str, hash: str, focal: tuple[float, float]) -> bool:
    """Make the missing renditions of a picture kept as `original`; False where none is missing.

    Raises:
        FileNotFoundError: the original itself is missing.
    """
    with storages["originals"].open(original) as kept:
        file = cast("BinaryIO", kept)
        facts = examine(file, original)
        return _make_missing(file, StoredPicture(original, facts, original, hash, focal))


def _make_missing(file: BinaryIO, picture: StoredPicture) -> bool:
    originals = storages["originals"]
    paths = rendition_paths(picture.hash, picture.facts.width, picture.facts.height)
    if all(map(originals.exists, paths)):
        return False
    file.seek(0)
    for spec, data in make_renditions(file, picture.facts, picture.focal):
        path = rendition_name(picture.hash, spec.crop, spec.width)
        _keep(originals, path, ContentFile(data))
    return True


def describe(file: BinaryIO, filename: str, focal: tuple[float, float] = CENTRE) -> StoredPicture:
    """What `take_in` would return, without keeping anything.

    Raises:
        PictureRefused: it is no picture we can show.
    """
    facts = examine(file, filename)
    original = f"o/{facts.sha256[:2]}/{facts.sha256}.{facts.format.lower()}"
    return StoredPicture(filename, facts, original, version_hash(facts.sha256, focal), focal)


def _keep(storage: Storage, path: str, content: File) -> None:
    """Write a file under exactly this name; a file already there has the same bytes."""
    if not storage.exists(path):
        storage.save(path, content)


def rendition_paths(hash: str, width: int, height: int) -> list[str]:
    """The paths of all renditions of a picture of `width` × `height` pixels."""
    return [rendition_name(hash, spec.crop, spec.width) for spec in rendition_plan(width, height)]


def make_public(paths: Iterable[str]) -> None:
    """Copy renditions to the public storage, where readers' pages point; present ones stay."""
    for path in paths:
        if not default_storage.exists(path):
            with storages["originals"].open(path) as file:
                _keep(default_storage, path, file)


def retract(paths: Iterable[str]) -> None:
    """Take renditions out of the public storage; the private copies stay."""
    for path in paths:
        default_storage.delete(path)
