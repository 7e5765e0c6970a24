"""Pictures, without any model: what is accepted, and the files that readers get.

Everything here is a pure function of the bytes of a picture and of its focal point, so that the
upload view, the importer and the tests call the same code, always outside a database transaction.
Why it is so: docs/decisions/pictures.md.
"""

from .decode import PictureFacts, PictureRefused, examine
from .plan import (
    CROPS,
    RENDITION_PATTERN,
    RenditionSpec,
    rendition_name,
    rendition_plan,
    version_hash,
)
from .renditions import make_renditions

__all__ = [
    "CROPS",
    "RENDITION_PATTERN",
    "PictureFacts",
    "PictureRefused",
    "RenditionSpec",
    "examine",
    "make_renditions",
    "rendition_name",
    "rendition_plan",
    "version_hash",
]
