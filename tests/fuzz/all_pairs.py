"""Draws specs in which any two choices of `tests/good/pairs` meet, and reads them back, for a bounded time.

All pairs are far more than a suite can draw; the covering specs hold each of them once, and here each meets others by
chance: `python tests/fuzz/all_pairs.py --seconds 120 --seed 7`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS), str(TESTS / "drawn"), str(TESTS / "good" / "pairs")]

import generate  # noqa: E402  # the tests lie outside of the path
from figure_case import Case  # noqa: E402
from test_covering import check_all  # noqa: E402

from heatfig.diagnostics import Problems  # noqa: E402

TOO_SMALL = "does-not-fit"  # what chance puts into one cell may have no room


def main() -> None:
    """Draw until the time is over; say which specs do not show what they ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    end, drawn, wrong = time.monotonic() + asked.seconds, 0, 0
    for text, form in specs(Random(asked.seed)):
        if time.monotonic() > end:
            break
        drawn += 1
        if (why := fault(text, form)) is not None:
            wrong += 1
            sys.stdout.write(f"{why}\nas {form}:\n{text}\n")
    sys.stdout.write(f"{drawn} specs by pairs of choices (seed {asked.seed}), {wrong} of them drawn otherwise\n")
    sys.exit(wrong > 0)


def specs(chance: Random) -> Iterator[tuple[str, str]]:
    """Specs without end, each by a pair of choices and others by chance, and a format for each."""
    while True:
        pairs = sorted(sorted(pair) for pair in generate.possible(generate.refused))
        for pair in chance.sample(pairs, len(pairs)):
            row = generate.filled(dict(pair), chance, generate.refused)
            if row is not None:
                yield yaml.safe_dump(generate.spec(row), sort_keys=False), chance.choice(("svg", "png", "pdf"))


def fault(text: str, form: str) -> str | None:
    """How what is drawn differs from what a spec asks for, None where it does not."""
    with tempfile.TemporaryDirectory(dir=TESTS / "good") as folder:  # beside the score files
        path = Path(folder) / "spec.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            check_all(Case(path), form)
        except Problems as problems:
            told = [problem for problem in problems.diagnostics if problem.code != TOO_SMALL]
            return "; ".join(f"{problem.code}: {problem.message}" for problem in told) or None
        except Exception as error:  # noqa: BLE001  # whatever goes wrong is found
            return f"{type(error).__name__}: {error}"
    return None


if __name__ == "__main__":
    main()
