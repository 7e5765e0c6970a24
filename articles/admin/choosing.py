"""Choosing, field by field and paragraph by paragraph, between one's own text and a newer one.

A choice is a form field beside the two texts. Its name holds a digest of both, so that a choice
between other texts than those shown is never taken for one between these.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from newsroom.text.diff import by_words

from .. import body
from .conflicts import Difference, Line, side_by_side

PREFIX = "choose-"
MINE, STORED, BOTH = "mine", "stored", "both"


@dataclass(frozen=True, slots=True)
class Row:
    """A block of one's own text beside one of the stored text, as HTML; "" where one has none."""

    mine: str
    stored: str
    same: bool
    name: str

    def chosen(self, choices: Mapping[str, str]) -> list[str]:
        """The blocks to keep. Without a choice one's own; where there is none, the other's."""
        match choices.get(self.name, MINE if self.mine else STORED):
            case _ if self.same:
                kept = [self.mine]
            case "stored":
                kept = [self.stored]
            case "both":
                kept = [self.mine, self.stored]
            case _:
                kept = [self.mine]
        return [block for block in kept if block]


def body_rows(mine: str, stored: str) -> list[Row]:
    """Two normalised bodies, block by block."""
    own_blocks, other_blocks = body.parse(mine), body.parse(stored)
    left = [body.serialise([block]) for block in own_blocks]
    right = [body.serialise([block]) for block in other_blocks]
    likeness = by_words(
        [_words(each) for each in own_blocks], [_words(each) for each in other_blocks]
    )
    seen: Counter[str] = Counter()
    rows = []
    for own, other, same in side_by_side(left, right, likeness):
        digest = sha256(f"{own}\n\n{other}".encode()).hexdigest()[:16]
        seen[digest] += 1
        rows.append(Row(own, other, same, f"{PREFIX}body-{digest}-{seen[digest]}"))
    return rows


def body_difference(label: object, rows: list[Row]) -> Difference:
    """The rows as a person reads them, each asking which to keep."""
    lines = tuple(
        Line(_spoken(row.mine), _spoken(row.stored), row.same, "" if row.same else row.name)
        for row in rows
    )
    return Difference(str(label), lines)


def merged_body(rows: list[Row], choices: Mapping[str, str]) -> str:
    """The body that the choices make."""
    return "\n".join(block for row in rows for block in row.chosen(choices))


def _words(block: body.Block) -> str:
    return body.plain_text([block])


def _spoken(html: str) -> str:
    blocks = body.parse(html)
    text = body.plain_text(blocks)
    pictures = [
        _("[picture: %(name)s]") % {"name": block.name or block.image}
        for block in blocks
        if isinstance(block, body.Figure)
    ]
    return "\n".join(filter(None, [*pictures, text]))
