"""`make bench`: heatfig and its peers side by side, as a table and pictures in build/bench/."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from batch import batch, untouched
from cold import cold
from growth import growth
from large import large
from report import Section, as_markdown
from setting import Setting, machine

PARTS: dict[str, Callable[[Setting], Iterator[Section]]] = {
    "cold": cold,
    "batch": batch,
    "untouched": untouched,
    "large": large,
    "growth": growth,
}


def main(arguments: list[str]) -> None:
    parser = _parser()
    asked = parser.parse_args(arguments)
    if unknown := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    setting = Setting(asked.out.absolute(), asked.rounds, asked.figures, wide=asked.wide)
    sections: list[Section] = []
    for part in asked.parts or PARTS:
        sections += PARTS[part](setting)
    text = as_markdown(machine(), sections)
    (setting.folder() / "table.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"some of: {', '.join(PARTS)}; all if absent")
    parser.add_argument("--rounds", type=int, default=9, help="how often each command runs (9)")
    parser.add_argument("--figures", type=int, default=100, help="figures in a batch (100)")
    parser.add_argument("--wide", type=int, nargs="*", default=[5000, 10_000], help="sides of wide files (5000 10000)")
    parser.add_argument("--out", type=Path, default=Path("build/bench"), help="folder to work in (build/bench)")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
