"""What the sample's files say, without a database."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PICTURES = HERE / "pictures"
TEXTS = HERE / "texts"


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """A text in the text layout, and what the layout cannot say: the TOML file beside it."""

    name: str
    about: dict[str, Any]

    @property
    def path(self) -> Path:
        """Where the text lies."""
        return TEXTS / f"{self.name}.txt"

    @property
    def ref(self) -> str:
        """How the article made of it is known to the importer."""
        return f"sample/{self.name}.txt"


def read_paper() -> dict[str, Any]:
    """Masthead, sections, authors and placements: paper.toml."""
    return tomllib.loads((HERE / "paper.toml").read_text(encoding="utf-8"))


def read_articles() -> list[SampleArticle]:
    """Every article, in the order of the file names.

    Raises:
        FileNotFoundError: a text has no TOML file of its name beside it.
    """
    return [
        SampleArticle(
            path.stem, tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
        )
        for path in sorted(TEXTS.glob("*.txt"))
    ]
