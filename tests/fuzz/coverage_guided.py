"""A fuzzer that keeps what reaches new lines of heatfig: `python tests/fuzz/coverage_guided.py --seconds 60`."""

import argparse
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import Any

from mangle import mangled
from target import Sample, attempt, lay_out_scores, samples

import heatfig

SOURCE = str(Path(heatfig.__file__).parent)


class Lines:
    """The lines of heatfig that have been reached, with code that has no line left no longer traced.

    Code is known by its id, as its hash is worked out anew each time.
    """

    def __init__(self) -> None:
        self.reached: dict[int, set[int]] = {}
        self.left: dict[int, int] = {}
        self.codes: list[CodeType] = []  # which are held, so that none gets the id of another

    def __len__(self) -> int:
        return sum(map(len, self.reached.values()))

    def new_in(self, run: Callable[[], Any]) -> bool:
        """Whether a run reaches a line for the first time."""
        before, tracer = len(self), sys.gettrace()
        sys.settrace(self._call)
        try:
            run()
        finally:
            sys.settrace(tracer)
        return len(self) > before

    def _call(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        code = frame.f_code
        if not code.co_filename.startswith(SOURCE):
            return None
        known = id(code)
        if known not in self.reached:
            self.codes.append(code)
            self.reached[known] = set()
            self.left[known] = len({line for _, _, line in code.co_lines() if line})
        return self._line if len(self.reached[known]) < self.left[known] else None

    def _line(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        self.reached[id(frame.f_code)].add(frame.f_lineno)
        return self._line


@dataclass
class Exploration:
    """What a run of the fuzzer has reached, kept and found."""

    lines: Lines = field(default_factory=Lines)
    lines_at_first: int = 0
    runs: int = 0
    figures: int = 0
    drawable: list[Sample] = field(default_factory=list)
    refused: list[Sample] = field(default_factory=list)
    faults: dict[str, Sample] = field(default_factory=dict)

    def step(self, folder: Path, sample: Sample) -> None:
        """Run one sample, keep it if it reaches a new line, and note what it raises by where that was raised."""
        self.runs += 1
        figures = self.figures
        try:
            if self.lines.new_in(lambda: self._attempt(folder, sample)):
                (self.drawable if self.figures > figures else self.refused).append(sample)
        except Exception as error:  # noqa: BLE001  # any at all is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.faults.setdefault(f"{type(error).__name__} at {last.filename}:{last.lineno}: {error}"[:300], sample)

    def child(self, random: Random) -> Sample:
        """A new sample: mostly of one that makes a figure, as the next mistake hides what lies behind the first."""
        parent = random.choice(self.refused if self.refused and random.random() < 0.2 else self.drawable)
        others = random.choices(self.drawable, k=3)
        if random.random() < 0.7:
            return replace(parent, spec=mangled(random, parent.spec, [other.spec for other in others]))
        return replace(parent, scores=mangled(random, parent.scores, [other.scores for other in others]))

    def _attempt(self, folder: Path, sample: Sample) -> None:
        self.figures += attempt(folder, sample)


def explore(random: Random, go_on: Callable[[int], bool]) -> Exploration:
    """Mangle samples and their descendants while `go_on` says so of the number of runs."""
    found = Exploration()
    with TemporaryDirectory() as name:
        folder = Path(name)
        for sample in samples():
            lay_out_scores(folder)
            found.step(folder, sample)
        found.drawable = [*samples()]
        found.lines_at_first = len(found.lines)
        while go_on(found.runs):
            lay_out_scores(folder)
            found.step(folder, found.child(random))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    warnings.simplefilter("error")
    end = time.monotonic() + asked.seconds
    found = explore(Random(asked.seed), lambda _: time.monotonic() < end)
    reached = f"{len(found.lines)} lines reached, {found.lines_at_first} of them by the samples"
    sys.stdout.write(f"{found.runs} runs, {found.figures} figures; {reached}; {len(found.drawable)} drawable kept\n")
    for fault, sample in found.faults.items():
        sys.stdout.write(f"\n{fault}\n{sample.spec!r}\n{sample.name}: {sample.scores!r}\n")
    return bool(found.faults)


if __name__ == "__main__":
    sys.exit(main())
