"""`heatfig watch`: what is saved is rendered, nothing else is told again, and nothing is left behind."""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest
from batches import SPEC, batch, heatfig, wait_until

BROKEN = SPEC.replace("value: v", "value: w")
LIMIT = 120  # seconds, for what comes at once but on a busy machine


class Watching:
    """A watch in a process of its own, whose lines are waited for."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "heatfig", "watch", *arguments, "-o", "out", "-f", "svg"]
        self.process = subprocess.Popen(
            command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.lines: Queue[str] = Queue()
        self.closed = False
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as said:
            for line in said:
                self.lines.put(line.removesuffix("\n"))
        self.lines.put("closed")

    def until(self, last: str) -> list[str]:
        """The lines up to one that begins so; excerpts and hints left out."""
        found = [self.lines.get(timeout=LIMIT)]
        while not found[-1].startswith(last):
            assert found[-1] != "closed", found
            found.append(self.lines.get(timeout=LIMIT))
        self.closed = found[-1] == "closed"
        return [line for line in found if not line.startswith(" ")]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    running: list[Watching] = []

    def start(*arguments: str) -> Watching:
        running.append(Watching(tmp_path, *arguments))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.wait()
        if not one.closed:
            one.until("closed")


def save(path: Path, content: str) -> None:
    """Save at one stroke, as many editors do, so that a look between two strokes finds no half of it."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(content)
    beside.replace(path)


def test_a_broken_spec_is_told_and_its_mending_too(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    spec = batch(tmp_path, 2) / "specs" / "f000.yaml"
    watching = watch("specs")
    watching.until("watching")
    save(spec, "nonsense: 1\n")
    assert "unknown key 'nonsense'" in watching.until("error")[-1]
    save(spec, SPEC % 0)
    assert watching.until("specs/") == ["specs/f000.yaml is in order again"]  # and fresh, as it was
    save(spec, SPEC % 7)
    assert watching.until("wrote") == ["wrote out/f000.svg"]


def test_only_what_a_saving_concerns_is_told_again(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    batch(tmp_path, 3)
    (tmp_path / "specs" / "other.csv").write_text("x,y,v\np,a,1\n")
    (tmp_path / "specs" / "f001.yaml").write_text((BROKEN % 1).replace("s.csv", "other.csv"))
    watching = watch("specs")
    assert sum(line.startswith("error") for line in watching.until("watching")) == 1
    save(tmp_path / "specs" / "s.csv", "x,y,v\np,a,1\nq,a,3\n")
    found = [*watching.until("wrote"), *watching.until("wrote")]
    assert sorted(found) == ["wrote out/f000.svg", "wrote out/f002.svg"]
    save(tmp_path / "specs" / "other.csv", "x,y,v\np,a,2\n")
    assert "no column 'w'" in watching.until("error")[0]


def test_a_file_that_newly_matches_a_pattern_is_seen(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    batch(tmp_path, 1)
    (tmp_path / "specs" / "f000.yaml").write_text((SPEC % 0).replace("s.csv", "../runs/{of}/*.csv"))
    (tmp_path / "runs" / "a").mkdir(parents=True)
    save(tmp_path / "runs" / "a" / "1.csv", "x,y,v\np,a,1\n")
    watching = watch("specs")
    watching.until("watching")
    save(tmp_path / "runs" / "a" / "2.csv", "x,y,v\nq,a,2\n")
    assert watching.until("wrote") == ["wrote out/f000.svg"]
    (tmp_path / "runs" / "b").mkdir()
    save(tmp_path / "runs" / "b" / "1.csv", "x,y,v\nr,a,3\n")
    assert watching.until("wrote") == ["wrote out/f000.svg"]


@pytest.mark.parametrize(
    "asked",
    [
        "transform: [{lookup: {file: '../facts/*.csv', key: {y: name}, columns: v}}]\nvalue: v\naxes: {x: x, y: y}\n",
        "value: w\naxes: {x: x, y: {column: y, order: {by: v}, lookup: {file: '../facts/*.csv', key: name}}}\n",
    ],
    ids=["verb", "axis"],
)
def test_a_file_that_newly_matches_the_pattern_of_a_lookup_is_seen(
    tmp_path: Path, watch: Callable[..., Watching], asked: str
) -> None:
    batch(tmp_path, 1)
    (tmp_path / "specs" / "s.csv").write_text("x,y,w\np,a,1\nq,a,2\n")
    (tmp_path / "specs" / "f000.yaml").write_text(f"scores: s.csv\n{asked}")
    (tmp_path / "facts").mkdir()
    save(tmp_path / "facts" / "1.csv", "name,v\na,1\n")
    watching = watch("specs")
    assert watching.until("watching")[0] == "wrote out/f000.svg"
    save(tmp_path / "facts" / "2.csv", "name,v\nb,2\n")
    assert watching.until("wrote") == ["wrote out/f000.svg"]


def test_a_spec_that_is_extended_is_watched_also_where_it_is_broken(
    tmp_path: Path, watch: Callable[..., Watching]
) -> None:
    spec = batch(tmp_path, 1) / "specs" / "f000.yaml"
    paper = tmp_path / "paper.yaml"
    paper.write_text("norm: lgo\n")
    spec.write_text(f"extends: ../paper.yaml\n{SPEC % 0}")
    watching = watch("specs")
    assert sum(line.startswith("error: paper.yaml") for line in watching.until("watching")) == 1
    save(paper, "norm: log\n")
    assert watching.until("wrote")[-1] == "wrote out/f000.svg"
    save(paper, "norm: linear\n")
    assert watching.until("wrote")[-1] == "wrote out/f000.svg"


def test_what_is_saved_while_it_starts_is_not_missed(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    spec = batch(tmp_path, 1) / "specs" / "f000.yaml"
    watching = watch("specs")
    watching.until("wrote")
    spec.write_text(SPEC % 1)
    watching.until("wrote")


def test_a_score_file_in_a_folder_that_a_spec_names_later(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    spec = batch(tmp_path, 1) / "specs" / "f000.yaml"
    (tmp_path / "far").mkdir()
    watching = watch("specs")
    watching.until("watching")
    save(spec, (SPEC % 0).replace("s.csv", "../far/away/n.csv"))
    assert "cannot read far/away/n.csv" in watching.until("error")[-1]
    (tmp_path / "far" / "away").mkdir()
    for score in (1, 2):
        (tmp_path / "far" / "away" / "n.csv").write_text(f"x,y,v\np,a,{score}\n")
        watching.until("wrote")


def test_a_new_spec_in_a_new_folder_is_drawn(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    batch(tmp_path, 1)
    watching = watch("specs")
    watching.until("watching")
    (tmp_path / "specs" / "sub").mkdir()
    for name in ("new", "newer"):
        save(tmp_path / "specs" / "sub" / f"{name}.yaml", (SPEC % 0).replace("s.csv", "../s.csv"))
        assert watching.until("wrote") == [f"wrote out/sub/{name}.svg"]


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    done = heatfig(batch(tmp_path, 1), "watch", "specs/f00O.yaml")
    assert done.returncode == 2
    assert "specs/f00O.yaml: cannot be read" in done.stderr
    assert "did you mean 'f000.yaml'?" in done.stderr


def test_an_interrupt_ends_it_and_all_that_it_started(tmp_path: Path, watch: Callable[..., Watching]) -> None:
    watching = watch(str(batch(tmp_path, 3) / "specs"), "-j", "2")
    watching.until("watching")
    below = children(watching.process.pid)
    assert below
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(LIMIT) == 130
    assert watching.until("closed") == ["closed"]
    wait_until(lambda: below.isdisjoint(pid for pid, _ in processes()))


def processes() -> list[tuple[int, int]]:
    """Every living process with its parent."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [(int(pid), int(parent)) for pid, parent, state in rows if not state.startswith("Z")]


def children(parent: int) -> set[int]:
    return {pid for pid, above in processes() if above == parent}
