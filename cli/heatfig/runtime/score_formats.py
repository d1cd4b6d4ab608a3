"""The kinds of score files, by suffix: what every stage knows of them without a reader."""

from pathlib import PurePath

from heatfig.runtime.deferred import dataclass

PACKED = ".gz"  # behind a suffix of a kind


@dataclass(frozen=True)
class ScoreFormat:
    """A kind of score file.

    `separated` ones have lines of fields between separators. What it is read in, where its rows are put together as
    they are read, are `blocks`; none where it never is. Held as a whole it takes about `held` bytes of memory for each
    of its own; 0 where that is told by its fields.
    """

    suffix: str
    separated: bool = False
    held: int = 0
    blocks: str = "blocks"


SCORE_FORMATS = (
    ScoreFormat(".csv", separated=True),
    ScoreFormat(".tsv", separated=True),
    ScoreFormat(".txt", separated=True),
    ScoreFormat(".parquet", held=8, blocks="groups of rows"),
    ScoreFormat(".jsonl", held=12),
    ScoreFormat(".json", held=12, blocks=""),
)
SCORE_SUFFIXES = (*(kind.suffix for kind in SCORE_FORMATS), PACKED)


def suffix_of(file: str) -> str:
    """The suffix that tells a file's kind, in small letters; that of what is packed in a packed one."""
    return PurePath(file.lower().removesuffix(PACKED)).suffix


def format_of(file: str) -> ScoreFormat | None:
    """The kind of a file, where its suffix tells one."""
    suffix = suffix_of(file)
    return next((kind for kind in SCORE_FORMATS if kind.suffix == suffix), None)
