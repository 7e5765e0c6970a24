"""Two texts beside each other, line by line, for the person whose save came too late."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

# Of two longer lines no words are marked: comparing them would take too long.
MOST_WORDS = 2000


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
        near = {
            place
            for number, line in enumerate(self.lines)
            if not line.same
            for place in (number - 1, number, number + 1)
        }
        shown: list[Line | LeftOut] = []
        for is_near, run in groupby(enumerate(self.lines), key=lambda pair: pair[0] in near):
            lines = [line for _number, line in run]
            shown += lines if is_near or len(lines) == 1 else [LeftOut(len(lines))]
        return shown


def difference(label: object, yours: str, stored: str, name: str = "") -> Difference:
    """Both texts of one field, equal lines on one level."""
    mine, theirs = yours.splitlines(), stored.splitlines()
    pairs = [Line(left, right, same=same) for left, right, same in side_by_side(mine, theirs)]
    return Difference(str(label), tuple(pairs), name)


def side_by_side(mine: list[str], theirs: list[str]) -> list[tuple[str, str, bool]]:
    """(one of mine, one of theirs, whether they are the same) in order; "" where one has none."""
    pairs: list[tuple[str, str, bool]] = []
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, mine_from, mine_to, theirs_from, theirs_to in matcher.get_opcodes():
        left, right = mine[mine_from:mine_to], theirs[theirs_from:theirs_to]
        for number in range(max(len(left), len(right))):
            pairs.append(
                (
                    left[number] if number < len(left) else "",
                    right[number] if number < len(right) else "",
                    kind == "equal",
                )
            )
    return pairs


def marked(yours: str, stored: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both lines in pieces, those words marked that the other does not have in this place."""
    mine, theirs = re.findall(r"\s+|\S+", yours), re.findall(r"\s+|\S+", stored)
    if not mine or not theirs or max(len(mine), len(theirs)) > MOST_WORDS:
        differs = yours != stored
        return (Words(yours, differs),), (Words(stored, differs),)
    left: list[Words] = []
    right: list[Words] = []
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, mine_from, mine_to, theirs_from, theirs_to in matcher.get_opcodes():
        for side, words in (
            (left, mine[mine_from:mine_to]),
            (right, theirs[theirs_from:theirs_to]),
        ):
            if words:
                side.append(Words("".join(words), kind != "equal"))
    return tuple(left), tuple(right)
