"""Where the race takes place: heatfig, its peers, and the folder for all that is made."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs import ROWS, SPEC, long_csv
from measure import Call

HERE = Path(__file__).parent
FORMATS = ("png", "svg", "pdf")
HEATFIG = Path(sys.executable).with_name("heatfig")
PEER = Path(sys.prefix) / "peers" / "bin" / "python"
SCRIPTS = {"seaborn": "with_seaborn.py", "matplotlib by hand": "by_hand.py", "vl-convert": "with_vl_convert.py"}


@dataclass(frozen=True)
class Setting:
    """The folder to work in, how often each command runs, and how much is enough."""

    work: Path
    rounds: int = 9
    batch: int = 100
    untouched: int = 1000
    wide: Sequence[int] = (5000, 10_000)
    long: int = 10_000_000
    sides: Sequence[int] = (10, 30, 100, 300, 1000)
    panels: Sequence[int] = (1, 2, 5, 10, 20, 50)

    def folder(self, *names: str) -> Path:
        """A folder in the one to work in, made if need be."""
        made = self.work.joinpath(*names)
        made.mkdir(parents=True, exist_ok=True)
        return made

    def figure(self) -> Path:
        """The spec of the picture that all draw, its scores beside it under the same name."""
        folder = self.folder("inputs", "one")
        (folder / "picture.csv").write_text(long_csv(ROWS, 10, seed=1), encoding="utf-8")
        (folder / "picture.yaml").write_text(SPEC.format(scores="picture.csv", dpi=300), encoding="utf-8")
        return folder / "picture.yaml"


def by_script(name: str, out: Path, formats: str, files: Sequence[Path]) -> Call:
    """The call of a peer that is a Python package."""
    return [PEER, HERE / "peers" / SCRIPTS[name], out, formats, *files]


def others() -> Iterator[tuple[str, list[str | Path]]]:
    """Peers that are programs of their own, where installed: the call but for the picture and the scores."""
    if shutil.which("gnuplot"):
        yield "gnuplot", ["gnuplot", "-c", HERE / "peers" / "heatmap.gp"]
    if _has_pheatmap():
        yield "pheatmap", ["Rscript", HERE / "peers" / "heatmap.R"]


def absent() -> str:
    """What is said of peers that are not installed."""
    missing = sorted({"gnuplot", "pheatmap"} - {name for name, _ in others()})
    return f"Not installed here: {', '.join(missing)}." if missing else ""


def machine() -> str:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def _has_pheatmap() -> bool:
    if not shutil.which("Rscript"):
        return False
    return subprocess.run(["Rscript", "-e", "library(pheatmap)"], capture_output=True, check=False).returncode == 0
