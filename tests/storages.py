"""Where the files of a test lie.

Django builds a storage anew when settings change. In a browser test a request that an earlier test
left behind may build it at that very moment, with the old place, and the storage would be kept: so
the place is not a setting but asked for at every use.
"""

from pathlib import Path

from django.core.files.storage import FileSystemStorage


class OwnFolder(FileSystemStorage):
    """A folder `name` within `within`, which conftest sets before each test."""

    within = Path()

    def __init__(self, name: str, **options) -> None:
        super().__init__(**options)
        self.name = name

    @property
    def base_location(self) -> str:
        return str(self.within / self.name)

    @property
    def location(self) -> str:
        return self.base_location
