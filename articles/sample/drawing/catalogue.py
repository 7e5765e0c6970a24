"""The list of pictures: each scene enters itself here with its size and palette."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from PIL import Image

from .palette import Palette
from .paper import Sheet

WIDE = (1600, 900)
LANDSCAPE = (1500, 1000)
UPRIGHT = (1200, 1500)
SQUARE = (900, 900)

Painter = Callable[[Sheet], None]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is needed to draw one picture again."""

    name: str
    size: tuple[int, int]
    palette: Palette
    paint: Painter

    def draw(self) -> Image.Image:
        """The finished picture, the same at every call."""
        sheet = Sheet(self.name, self.size, self.palette)
        self.paint(sheet)
        return sheet.finish()


_entered: dict[str, Picture] = {}


def picture(name: str, size: tuple[int, int], palette: Palette) -> Callable[[Painter], Painter]:
    """Enter the decorated scene in the list under ``name`` (the file name without ``.jpg``).

    Raises:
        ValueError: the name is taken.
    """

    def enter(paint: Painter) -> Painter:
        if name in _entered:
            raise ValueError(f"two scenes are called {name}")
        _entered[name] = Picture(name, size, palette, paint)
        return paint

    return enter


def all_pictures() -> dict[str, Picture]:
    """Every picture by name, once every module of `scenes` has been read."""
    for module in sorted((Path(__file__).parent / "scenes").glob("[!_]*.py")):
        import_module(f"{__package__}.scenes.{module.stem}")
    return dict(_entered)
