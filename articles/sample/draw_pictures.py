"""Draw the pictures of the sample newspaper.

``python articles/sample/draw_pictures.py [NAME…] [--out DIR]`` draws the named pictures, or all,
as JPEG files. The same name always gives the same picture.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from articles.sample.drawing.catalogue import all_pictures  # noqa: E402
from articles.sample.drawing.paper import save  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Draw what was asked for; the exit status is 2 if a name is not on the list."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the sample newspaper.")
    parser.add_argument("names", nargs="*", help="file names without .jpg; all if none is given")
    parser.add_argument("--out", type=Path, default=HERE / "pictures", help="folder to write to")
    options = parser.parse_args(arguments)
    pictures = all_pictures()
    unknown = sorted(set(options.names) - set(pictures))
    if unknown:
        known = ", ".join(sorted(pictures))
        parser.error(f"no such picture: {', '.join(unknown)}; known are {known}")
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or sorted(pictures):
        target = options.out / f"{name}.jpg"
        save(pictures[name].draw(), target)
        print(f"{target.name} {target.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
