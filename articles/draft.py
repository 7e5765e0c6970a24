"""`Draft`: everything a person can type into an article, as one value."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class DraftByline:
    """An author's id with the name it had; the line reads separator + role + ": " + name."""

    author: int
    name: str
    role: str = ""
    separator: str = ""

    def __str__(self) -> str:
        role = f"{self.role}: " if self.role else ""
        return f"{self.separator}{role}{self.name}"


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole working copy, as it is saved, compared, restored and published.

    `section` and `also_in` are Section ids, `tags` are names as typed, `body` is HTML in the
    vocabulary of docs/developers/body-format.md, `dateline` is aware or None.
    """

    title: str
    section: int
    sapo: str = ""
    body: str = ""
    kind: str = "news"
    kicker: str = ""
    also_in: tuple[int, ...] = ()
    bylines: tuple[DraftByline, ...] = ()
    tags: tuple[str, ...] = ()
    dateline: datetime | None = None
    dateline_has_time: bool = True
    copyright_notice: str = field(default="")

    def to_json(self) -> dict[str, Any]:
        """A value that JSON can hold; `from_json` gives the same draft back."""
        content = asdict(self)
        content["dateline"] = self.dateline.isoformat() if self.dateline else None
        return content

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> "Draft":
        """The draft stored as `content`; fields that a later version added take their defaults."""
        dateline = content.get("dateline")
        return cls(
            **{
                **content,
                "also_in": tuple(content.get("also_in", ())),
                "tags": tuple(content.get("tags", ())),
                "bylines": tuple(DraftByline(**byline) for byline in content.get("bylines", ())),
                "dateline": datetime.fromisoformat(dateline) if dateline else None,
            }
        )
