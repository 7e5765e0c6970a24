"""Static files under hashed names, kept for a year by browsers."""

from collections.abc import Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

# Asked for by the plain names that CKEditor was built with: a hashed copy would never be fetched.
EDITOR_FILES = tuple(f"ckeditor/ckeditor/{folder}/" for folder in ("lang", "plugins", "skins"))


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names for all but what CKEditor fetches by itself; that is compressed only.

    What a module imports gets its hashed name as well. A file missing from the manifest keeps its
    own name instead of failing.
    """

    manifest_strict = False
    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, Any], *args: Any, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        plain = {path for path in paths if path.startswith(EDITOR_FILES)}
        hashed = {path: found for path, found in paths.items() if path not in plain}
        yield from super().post_process(hashed, *args, **options)
        if not options.get("dry_run"):
            for path, compressed in self.compress_files(plain):
                yield path, compressed, True
