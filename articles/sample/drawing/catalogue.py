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
    """Enter the decorated scene in the list under ``name`` (the file name without ``.jpg``)."""

    def enter(paint: Painter) -> Painter:
        _entered[name] = Picture(name, size, palette, paint)
        return paint

    return enter


def all_pictures() -> dict[str, Picture]:
    """Every picture by name, once all the modules of scenes and portraits have been read."""
    for module in sorted(Path(__file__).parent.glob("*.py")):
        if module.stem == "portraits" or module.stem.startswith("scenes_"):
            import_module(f"{__package__}.{module.stem}")
    return dict(_entered)
