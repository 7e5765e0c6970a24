"""Static files under hashed names, kept for a year by browsers."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.functional import cached_property
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

    @cached_property
    def _urls(self) -> dict[str | None, str]:
        return {}

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file. What a name stands for is found once for each process."""
        if settings.DEBUG or force:
            return super().url(name, force)
        if name not in self._urls:
            self._urls[name] = super().url(name, force)
        return self._urls[name]

    def post_process(
        self, paths: dict[str, Any], *args: Any, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        plain = {path for path in paths if path.startswith(EDITOR_FILES)}
        hashed = {path: found for path, found in paths.items() if path not in plain}
        yield from super().post_process(hashed, *args, **options)
        if not options.get("dry_run"):
            for path, compressed in self.compress_files(plain):
                yield path, compressed, True
