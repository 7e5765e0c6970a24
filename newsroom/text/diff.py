"""What two texts have in common and what each has alone: one comparison for every screen.

Lines (or blocks) are paired first, then the words of each pair compared. Nothing here takes longer
than a few times the length of both texts: where looking for more in common would, less is found.
Whatever is found, each text can be put together again from what is returned, letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

Line = TypeVar("Line")

# The most cells of a table of two stretches without a landmark in common; larger ones have nothing.
MOST_CELLS = 4000
# How many levels of landmarks between landmarks are looked for.
DEEPEST = 12
# How far below its place a line is looked for, and how alike it must be to be the same one.
WINDOW = 20
ALIKE = 0.4
# With less in common than this, words are not compared: such a line is another one.
IN_COMMON = 0.25

# A word with the combining marks on it, a number with its points, or one other character.
_TOKEN = re.compile(r"\s*(?:[\w\u0300-\u036f]+(?:[.,:/]\d+)*|[^\w\s][\u0300-\u036f]*)|\s+")


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(NamedTuple):
    """A stretch of text; what is the same or deleted makes the old text, the others the new."""

    fate: Fate
    text: str


class Pair(NamedTuple):
    """A line beside its like, by their places; None where one has none.

    Only `same` ones are equal. Those that are not `alike` merely stand at the same place.
    """

    old: int | None
    new: int | None
    same: bool = False
    alike: bool = False


# --- What two sequences have in common --------------------------------------------------------


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of equal things, rising on both sides: first of those that stand once in each."""
    found: list[tuple[int, int]] = []
    stack = [(0, len(old), 0, len(new), 0)]
    while stack:
        old_from, old_to, new_from, new_to, depth = stack.pop()
        while old_from < old_to and new_from < new_to and old[old_from] == new[new_from]:
            found.append((old_from, new_from))
            old_from, new_from = old_from + 1, new_from + 1
        while old_from < old_to and new_from < new_to and old[old_to - 1] == new[new_to - 1]:
            old_to, new_to = old_to - 1, new_to - 1
            found.append((old_to, new_to))
        if old_from == old_to or new_from == new_to:
            continue
        landmarks = _landmarks(old, new, old_from, old_to, new_from, new_to)
        if landmarks and depth < DEEPEST:
            found += landmarks
            ends = [(old_from - 1, new_from - 1), *landmarks, (old_to, new_to)]
            stack += [(a + 1, c, b + 1, d, depth + 1) for (a, b), (c, d) in pairwise(ends)]
        elif (old_to - old_from) * (new_to - new_from) <= MOST_CELLS:
            common = _longest_common(old[old_from:old_to], new[new_from:new_to])
            found += [(old_from + a, new_from + b) for a, b in common]
    return sorted(found)


def _landmarks(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    old_from: int,
    old_to: int,
    new_from: int,
    new_to: int,
) -> list[tuple[int, int]]:
    """The longest rising row of things that stand once on either side."""
    in_old, in_new = Counter(old[old_from:old_to]), Counter(new[new_from:new_to])
    places = {new[at]: at for at in range(new_from, new_to) if in_new[new[at]] == 1}
    shared = [
        (at, places[old[at]])
        for at in range(old_from, old_to)
        if old[at] in places and in_old[old[at]] == 1
    ]
    return _rising(shared)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members rise too, by patience."""
    tops: list[int] = []
    before: list[int | None] = []
    for index, (_old, place) in enumerate(pairs):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            if pairs[tops[middle]][1] < place:
                low = middle + 1
            else:
                high = middle
        before.append(tops[low - 1] if low else None)
        tops[low : low + 1] = [index]
    row: list[tuple[int, int]] = []
    at = tops[-1] if tops else None
    while at is not None:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _longest_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Places of a longest common subsequence, by the table of all lengths."""
    table = [[0] * (len(new) + 1)]
    for left in reversed(old):
        below, row = table[-1], [0]
        for place, right in enumerate(reversed(new)):
            row.append(below[place] + 1 if left == right else max(row[place], below[place + 1]))
        table.append(row)
    a, b = len(old), len(new)
    while a and b:
        if old[-a] == new[-b]:
            yield len(old) - a, len(new) - b
            a, b = a - 1, b - 1
        elif table[a - 1][b] >= table[a][b - 1]:
            a -= 1
        else:
            b -= 1


# --- Lines ------------------------------------------------------------------------------------


def pairs(
    old: Sequence[str], new: Sequence[str], likeness: Callable[[int, int], float] | None = None
) -> list[Pair]:
    """Every line of both, in order, beside its like.

    `likeness` says of an old line's and a new line's place how alike they are, from 0 to 1; by
    default, by the words they share.
    """
    alike = likeness or by_words(old, new)
    found = [Pair(a, b, same=True, alike=True) for a, b in matches(old, new)]
    paired: list[Pair] = []
    a = b = 0
    for pair in [*found, Pair(len(old), len(new))]:
        if pair.old is None or pair.new is None:
            continue
        paired += _between(range(a, pair.old), range(b, pair.new), alike)
        if pair.same:
            paired.append(pair)
        a, b = pair.old + 1, pair.new + 1
    return paired


def by_words(old: Sequence[str], new: Sequence[str]) -> Callable[[int, int], float]:
    """How alike two lines are: the share of the words that both have."""
    known: dict[str, frozenset[str]] = {}

    def words_of(line: str) -> frozenset[str]:
        if line not in known:
            known[line] = frozenset(line.casefold().split())
        return known[line]

    def likeness(a: int, b: int) -> float:
        left, right = words_of(old[a]), words_of(new[b])
        return 2 * len(left & right) / ((len(left) + len(right)) or 1)

    return likeness


def _between(old: range, new: range, likeness: Callable[[int, int], float]) -> Iterator[Pair]:
    """Lines between two that are the same: alike ones beside each other, the rest as they come."""
    a, b = old.start, new.start
    for here in old:
        best, place = 0.0, None
        for there in range(b, min(b + WINDOW, new.stop)):
            # Of two that are as much alike, the nearer one.
            worth = likeness(here, there) - 0.01 * (there - b)
            if worth > best and worth >= ALIKE - 0.01 * (there - b):
                best, place = worth, there
            if best > 0.8:
                break
        if place is not None:
            yield from _side_by_side(range(a, here), range(b, place))
            yield Pair(here, place, alike=True)
            a, b = here + 1, place + 1
    yield from _side_by_side(range(a, old.stop), range(b, new.stop))


def _side_by_side(old: range, new: range) -> Iterator[Pair]:
    for number in range(max(len(old), len(new))):
        yield Pair(
            old[number] if number < len(old) else None, new[number] if number < len(new) else None
        )


def shortened(lines: Sequence[Line], differs: Callable[[Line], bool]) -> list[Line | int]:
    """What differs, each with one line before and after it; a number for so many left out."""
    near = {
        place
        for number, line in enumerate(lines)
        if differs(line)
        for place in (number - 1, number, number + 1)
    }
    shown: list[Line | int] = []
    for is_near, run in groupby(enumerate(lines), key=lambda each: each[0] in near):
        found = [line for _number, line in run]
        # A number would take no less room than a line alone.
        shown += found if is_near or len(found) == 1 else [len(found)]
    return shown


# --- Words ------------------------------------------------------------------------------------


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in stretches of whole words; no letter is parted from the marks on it."""
    if old == new:
        return (Piece(Fate.SAME, old),) if old else ()
    left, right = _tokens(old), _tokens(new)
    common: list[tuple[int, int]] = []
    words = [token.lstrip() for token in left], [token.lstrip() for token in right]
    shared = (Counter(words[0]) & Counter(words[1])).total()
    if 2 * shared >= IN_COMMON * (len(left) + len(right)):
        common = _kept(matches(*words), left, right)
    found: list[Piece] = []
    a = b = 0
    for here, there in [*common, (len(left), len(right))]:
        if here == a < len(left) and there == b and left[a] == right[b]:
            found.append(Piece(Fate.SAME, left[a]))
            a, b = a + 1, b + 1
            continue
        gone, come = "".join(left[a:here]), "".join(right[b:there])
        same = ""
        if here < len(left):
            # The same word may have other space before it.
            same = words[0][here]
            gone += left[here].removesuffix(same)
            come += right[there].removesuffix(same)
        found += [*_changed(gone, come), Piece(Fate.SAME, same)]
        a, b = here + 1, there + 1
    return _joined(found)


def _tokens(text: str) -> list[str]:
    """The text in words, each with the space before it."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        first = token[0]
        if tokens and first > "\u0300" and unicodedata.category(first)[0] == "M":
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _kept(
    common: list[tuple[int, int]], left: list[str], right: list[str]
) -> list[tuple[int, int]]:
    """Without what is the same by chance: much less than has changed on either side."""
    runs: list[list[tuple[int, int]]] = []
    for pair in common:
        if runs and (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1) == pair:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    ends = [(-1, -1), (len(left), len(right))]
    kept: list[tuple[int, int]] = []
    for number, run in enumerate(runs):
        before = kept[-1] if kept else ends[0]
        after = runs[number + 1][0] if number + 1 < len(runs) else ends[1]
        length = sum(len(left[place].strip()) for place, _new in run)
        changed_before = (
            _letters(left, before[0] + 1, run[0][0]),
            _letters(right, before[1] + 1, run[0][1]),
        )
        changed_after = (
            _letters(left, run[-1][0] + 1, after[0]),
            _letters(right, run[-1][1] + 1, after[1]),
        )
        if 2 * length > min(max(changed_before), max(changed_after)):
            kept += run
    return kept


def _letters(tokens: list[str], start: int, end: int) -> int:
    return sum(len(token.strip()) for token in tokens[start:end])


def _changed(gone: str, come: str) -> Iterator[Piece]:
    """What was there and what is there instead, without the space that both begin or end with."""
    before = 0
    while before < min(len(gone), len(come)) and gone[before] == come[before]:
        if not gone[before].isspace():
            break
        before += 1
    after = 0
    while after < min(len(gone), len(come)) - before and gone[-1 - after] == come[-1 - after]:
        if not gone[-1 - after].isspace():
            break
        after += 1
    yield Piece(Fate.SAME, gone[:before])
    yield Piece(Fate.DELETED, gone[before : len(gone) - after])
    yield Piece(Fate.INSERTED, come[before : len(come) - after])
    yield Piece(Fate.SAME, gone[len(gone) - after :])


def _joined(found: list[Piece]) -> tuple[Piece, ...]:
    filled = [piece for piece in found if piece.text]
    return tuple(
        Piece(fate, "".join(piece.text for piece in run))
        for fate, run in groupby(filled, key=lambda piece: piece.fate)
    )
