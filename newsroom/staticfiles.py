"""Static files under hashed names, kept for a year by browsers."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names; a file missing from the manifest keeps its own name instead of failing.

    CKEditor asks for its skin, language and plugin files by the plain names it was built with.
    """

    manifest_strict = False
