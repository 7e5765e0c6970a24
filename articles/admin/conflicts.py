"""Two texts beside each other, line by line, for the person whose save came too late."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what was typed beside its like in what is stored; "" where one has none."""

    yours: str
    stored: str
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs; where every line is the same, only formatting or pictures differ."""

    label: str
    lines: tuple[Line, ...]

    @property
    def only_formatting(self) -> bool:
        return all(line.same for line in self.lines)


def difference(label: object, yours: str, stored: str) -> Difference:
    """Both texts of one field, equal lines on one level."""
    mine, theirs = yours.splitlines(), stored.splitlines()
    lines: list[Line] = []
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for kind, mine_from, mine_to, theirs_from, theirs_to in matcher.get_opcodes():
        left, right = mine[mine_from:mine_to], theirs[theirs_from:theirs_to]
        for number in range(max(len(left), len(right))):
            lines.append(
                Line(
                    left[number] if number < len(left) else "",
                    right[number] if number < len(right) else "",
                    same=kind == "equal",
                )
            )
    return Difference(str(label), tuple(lines))
