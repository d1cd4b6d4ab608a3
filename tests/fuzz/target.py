"""What every fuzzer runs: a spec and its scores through all stages short of drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems
from heatfig.diagnostics.messages import as_json

REPOSITORY = Path(__file__).parent.parent.parent
MOST_REPORTED = 200_000


@dataclass(frozen=True)
class Sample:
    """A spec and the score file that is fuzzed with it."""

    spec: bytes
    scores: bytes
    name: str


@cache
def samples() -> list[Sample]:
    """The good specs of the repository that are quick to prepare, as if all their files stood in one folder."""
    found = [path for folder in ("specs", "tests/good") for path in REPOSITORY.glob(f"{folder}/**/*.yaml")]
    return [sample for path in sorted(found) for sample in _samples(path)]


def _samples(spec: Path) -> Iterator[Sample]:
    text = spec.read_bytes().replace(b"../", b"")
    for scores in sorted(file for folder in (spec.parent, spec.parent.parent) for file in folder.glob("*.csv")):
        if scores.name.encode() in text and scores.stat().st_size < 6_000:
            yield Sample(text, scores.read_bytes(), scores.name)


def lay_out_scores(folder: Path) -> None:
    """Put all score files of the samples into a folder, so that a spec may come to name another's."""
    for sample in samples():
        (folder / sample.name).write_bytes(sample.scores)


def attempt(folder: Path, sample: Sample) -> bool:
    """Whether the sample makes a figure; anything raised but Problems is a fault of heatfig."""
    path = folder / "fuzzed.yaml"
    path.write_bytes(sample.spec)
    (folder / sample.name).write_bytes(sample.scores)
    try:
        prepare(path, root=folder)
    except Problems as problems:
        told = [as_json(diagnostic) for diagnostic in problems.diagnostics]
        assert told
        assert sum(map(len, told)) < MOST_REPORTED, "too much is told"
        return False
    return True
