"""Two texts beside each other, line by line, for the person whose save came too late."""

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.text import diff
from newsroom.text.diff import Fate


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of a line; `differs` where the other line has something else there."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what was typed beside its like in what is stored; "" where one has none.

    `name` is the form field that says which of the two to keep, "" where nobody is asked.
    """

    yours: str
    stored: str
    same: bool
    name: str = ""

    @property
    def marked(self) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
        """Both lines in pieces: yours, stored."""
        return marked(self.yours, self.stored)

    @property
    def only_formatting(self) -> bool:
        return not self.same and self.yours == self.stored


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many lines that are the same in both."""

    left_out: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs; where every line is the same, only formatting or pictures differ.

    `name` is the form field that says which of the two to keep as a whole, "" where nobody is asked
    or each line is asked for by itself.
    """

    label: str
    lines: tuple[Line, ...]
    name: str = ""

    @property
    def only_formatting(self) -> bool:
        return all(line.yours == line.stored for line in self.lines)

    @property
    def shown(self) -> list["Line | LeftOut"]:
        """The lines that differ, with one that is the same before and after them."""
        return [
            LeftOut(each) if isinstance(each, int) else each
            for each in diff.shortened(self.lines, lambda line: not line.same)
        ]


def difference(label: object, yours: str, stored: str, name: str = "") -> Difference:
    """Both texts of one field, equal lines on one level."""
    mine, theirs = yours.splitlines(), stored.splitlines()
    pairs = [Line(left, right, same=same) for left, right, same in side_by_side(mine, theirs)]
    return Difference(str(label), tuple(pairs), name)


def side_by_side(
    mine: list[str], theirs: list[str], likeness: Callable[[int, int], float] | None = None
) -> list[tuple[str, str, bool]]:
    """(one of mine, one of theirs, whether they are the same) in order; "" where one has none."""
    return [
        ("" if a is None else mine[a], "" if b is None else theirs[b], same)
        for a, b, same, _alike in diff.pairs(mine, theirs, likeness)
    ]


def marked(yours: str, stored: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both lines in pieces, those words marked that the other does not have in this place."""
    pieces = diff.pieces(yours, stored)
    left = (Words(text, fate != Fate.SAME) for fate, text in pieces if fate != Fate.INSERTED)
    right = (Words(text, fate != Fate.SAME) for fate, text in pieces if fate != Fate.DELETED)
    return tuple(left), tuple(right)
