"""Two lines of inline HTML compared: which words came, which went, which are set otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .diff import Fate, pieces
from .inline import Run, inline_runs


class Stretch(NamedTuple):
    """Letters that share what became of them and how they are set.

    `old` and `new` hold them with their link, strong and em; None on the side that lacks them.
    """

    fate: Fate
    old: Run | None
    new: Run | None

    @property
    def text(self) -> str:
        run = self.new or self.old
        return run.text if run else ""

    @property
    def reset(self) -> bool:
        """Whether the same letters are set otherwise."""
        return self.fate == Fate.SAME and self.old != self.new


def stretches(old: str, new: str) -> list[Stretch]:
    """Both lines of canonical inline HTML, in order."""
    before, after = inline_runs(old), inline_runs(new)
    left, right = _Runs(before), _Runs(after)
    found: list[Stretch] = []
    for fate, text in pieces(_text(before), _text(after)):
        if fate == Fate.DELETED:
            found += [Stretch(fate, run, None) for run in left.take(len(text))]
        elif fate == Fate.INSERTED:
            found += [Stretch(fate, None, run) for run in right.take(len(text))]
        else:
            remaining = len(text)
            while remaining:
                length = min(remaining, left.ahead, right.ahead)
                (was,), (is_now,) = left.take(length), right.take(length)
                found.append(Stretch(fate, was, is_now))
                remaining -= length
    return found


def _text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


class _Runs:
    """Runs of letters, taken from the front piece by piece."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs = [run for run in runs if run.text]
        self.at = 0
        self.used = 0

    @property
    def ahead(self) -> int:
        """How many letters the run in front still has."""
        return len(self.runs[self.at].text) - self.used

    def take(self, length: int) -> Iterator[Run]:
        """The next letters, as many as asked for, in runs."""
        while length:
            run, count = self.runs[self.at], min(length, self.ahead)
            yield run._replace(text=run.text[self.used : self.used + count])
            length -= count
            if count == self.ahead:
                self.at, self.used = self.at + 1, 0
            else:
                self.used += count
