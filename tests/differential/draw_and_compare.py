"""Draws random figures by the command itself and reads them back, for a bounded time.

`python tests/differential/draw_and_compare.py --seconds 120` draws others in each run. Each figure is made of a number
alone: `--figure 17 --keep FOLDER` draws and compares that one again, and leaves its files in the folder.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS / "differential"), str(TESTS / "drawn")]

from compare import differences  # noqa: E402  # the tests lie outside of the path
from random_figures import figure  # noqa: E402

AT_ONCE = 20
TOO_SMALL = "does-not-fit"  # what chance puts on a page may have no room


@dataclass
class Result:
    """What came of some figures: how many were drawn, of how many cells, and which differ in what."""

    drawn: int = 0
    cells: int = 0
    refused: int = 0
    wrong: dict[int, list[str]] = field(default_factory=dict)


def compared(folder: Path, seeds: list[int], heatfig: tuple[str, ...] = ("-m", "heatfig")) -> Result:
    """Draw the figures of some seeds in all formats, and compare each with what it is to show."""
    result = Result()
    specs = {seed: _laid_out(folder, seed) for seed in seeds}
    call = [sys.executable, *heatfig, "render", "specs", "-o", "out", "-j", "1", "--message-format", "json"]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
    told: dict[str, list[str]] = {}
    for line in done.stderr.splitlines():
        problem = json.loads(line) if line.startswith("{") else {"file": "", "code": "", "message": line}
        told.setdefault(Path(problem["file"] or "").parts[1] if problem["file"] else "", []).append(
            f"{problem['code']}: {problem['message']}"
        )
    for seed, spec in specs.items():
        problems = told.get(str(seed), [])
        if problems:
            result.refused += 1
            wrong = [problem for problem in problems if not problem.startswith(TOO_SMALL)]
        else:
            wrong, cells = _differences(folder, seed, spec)
            result.drawn, result.cells = result.drawn + 1, result.cells + cells
        if wrong:
            result.wrong[seed] = wrong
    return result


def _laid_out(folder: Path, seed: int) -> str:
    home = folder / "specs" / str(seed)
    home.mkdir(parents=True)
    spec, files = figure(seed)
    for name, content in files.items():
        (home / name).write_bytes(content)
    (home / "figure.yaml").write_text(spec, encoding="utf-8")
    return spec


def _differences(folder: Path, seed: int, spec: str) -> tuple[list[str], int]:
    try:
        return differences(folder / "out" / str(seed), "figure", spec, folder / "specs" / str(seed))
    except Exception as error:  # noqa: BLE001  # whatever cannot be read back is found
        return [f"{type(error).__name__}: {error}"], 0


def main() -> None:
    """Draw until the time is over; say which figures show something else than they are to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--figure", type=int)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    end, drawn, cells, refused, wrong = time.monotonic() + asked.seconds, 0, 0, 0, 0
    for first in count(asked.seed, AT_ONCE):
        seeds = [asked.figure] if asked.figure is not None else list(range(first, first + AT_ONCE))
        with tempfile.TemporaryDirectory() as folder:
            result = compared(asked.keep or Path(folder), seeds)
        drawn, cells, refused = drawn + result.drawn, cells + result.cells, refused + result.refused
        wrong += len(result.wrong)
        for seed, told in result.wrong.items():
            sys.stdout.write(f"figure {seed}:\n  " + "\n  ".join(told[:8]) + "\n")
        if time.monotonic() > end or asked.figure is not None:
            break
    sys.stdout.write(f"{drawn} figures from {asked.seed} on, {cells} cells; {refused} had no room; {wrong} differ\n")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
