"""What may be written over: figures and reports of one's own, never an input, another output, a device or a link."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from xml.etree import ElementTree

import pytest

from heatfig.data.readers.opening import READERS
from heatfig.runtime.score_formats import SCORE_SUFFIXES

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nformats: [svg]\n"
SCORES = "x,y,v\np,a,1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text(SCORES)
    (tmp_path / "one.yaml").write_text(SPEC)
    (tmp_path / "spec").write_text(SPEC)
    return tmp_path


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


TAKEN = ["one.yaml", "s.csv", "one.svg", "spec", "link-to-scores", "new.csv", "x.PNG"]


@pytest.mark.parametrize("option", ["--junit", "--depfile"])
def test_a_report_is_not_written_over_what_is_read_or_drawn(folder: Path, option: str) -> None:
    (folder / "link-to-scores").symlink_to("s.csv")
    heatfig(folder, "render", "one.yaml")
    before = contents(folder)
    for name in TAKEN:
        done = heatfig(folder, "render", "one.yaml", "spec", option, name, "--message-format", "json")
        assert done.returncode == 2
        assert '"code": "not-an-output"' in done.stderr
        assert contents(folder) == before, name


@pytest.mark.parametrize("option", ["--junit", "--depfile"])
def test_a_report_is_written_over_an_earlier_one_and_over_nothing_else(folder: Path, option: str) -> None:
    kept = {"base": "dpi: 300\n", "Makefile": "one.svg.gz: one.svg\n", "page": "<?xml version='1.0'?><html/>"}
    for name, content in kept.items():
        (folder / name).write_text(content)
        done = heatfig(folder, "render", "one.yaml", option, name)
        assert (done.returncode, (folder / name).read_text()) == (2, content)
        assert "which holds something else" in done.stderr
    (folder / "report").write_text("")
    for _ in range(2):
        assert heatfig(folder, "render", "one.yaml", "--force", option, "report").returncode == 0
    other = "--junit" if option == "--depfile" else "--depfile"
    assert heatfig(folder, "render", "one.yaml", other, "report").returncode == 2


def test_two_reports_are_two_files(folder: Path) -> None:
    (folder / "report").symlink_to("other")
    done = heatfig(folder, "render", "one.yaml", "--junit", "other", "--depfile", "report")
    assert done.returncode == 2
    assert "which --junit names, too" in done.stderr
    assert not (folder / "one.svg").exists()


def test_a_spec_with_the_name_of_its_figure_stays(folder: Path) -> None:
    (folder / "spec").rename(folder / "two.svg")
    done = heatfig(folder, "render", "two.svg")
    assert done.returncode == 2
    assert "which is no SVG of this spec" in done.stderr
    assert (folder / "two.svg").read_text() == SPEC


def test_links_are_followed_to_figures_and_to_nothing_else(folder: Path) -> None:
    (folder / "kept").mkdir()
    (folder / "one.svg").symlink_to("kept/figure.svg")
    (folder / "report").symlink_to("kept/report.xml")
    for _ in range(2):
        done = heatfig(folder, "render", "one.yaml", "--force", "--junit", "report")
        assert (done.returncode, done.stderr) == (0, "")
        assert (folder / "one.svg").is_symlink()
        assert sorted(contents(folder / "kept")) == ["figure.svg", "report.xml"]
    (folder / "one.svg").unlink()
    (folder / "one.svg").symlink_to("s.csv")
    done = heatfig(folder, "render", "one.yaml")
    assert done.returncode == 2
    assert "leads to" in done.stderr
    assert (folder / "s.csv").read_text() == SCORES


def test_a_link_to_itself_is_no_place_to_write(folder: Path) -> None:
    (folder / "one.svg").symlink_to("one.svg")
    done = heatfig(folder, "render", "one.yaml")
    assert done.returncode == 3
    assert "one.svg: cannot be written: too many levels of symbolic links" in done.stderr


@pytest.mark.parametrize("arguments", [["--junit", "pipe"], ["--depfile", "pipe"]])
def test_a_pipe_is_written_into(folder: Path, arguments: list[str]) -> None:
    os.mkfifo(folder / "pipe")
    done = heatfig(folder, "render", "one.yaml", *arguments)
    assert done.returncode == 3  # nobody reads it, and nobody is waited for
    assert "pipe: cannot be written: no such device or address" in done.stderr
    said: list[str] = []
    reader = threading.Thread(target=lambda: said.append((folder / "pipe").read_text()))
    reader.start()
    assert heatfig(folder, "render", "one.yaml", *arguments).returncode == 0
    reader.join()
    assert "one.yaml" in said[0]
    assert (folder / "pipe").is_fifo()


def test_a_figure_goes_into_a_pipe_or_device_that_stands_in_its_place(folder: Path) -> None:
    os.mkfifo(folder / "one.svg")
    drawn: list[bytes] = []
    reader = threading.Thread(target=lambda: drawn.append((folder / "one.svg").read_bytes()))
    reader.start()
    assert heatfig(folder, "render", "one.yaml").returncode == 0
    reader.join()
    assert ElementTree.fromstring(drawn[0]).tag.endswith("svg")
    assert (folder / "one.svg").is_fifo()


def test_a_device_is_written_into(folder: Path) -> None:
    ours, theirs = os.openpty()  # a device of our own
    (folder / "device").symlink_to(os.ttyname(theirs))
    assert heatfig(folder, "render", "one.yaml", "--depfile", "device").returncode == 0
    assert os.read(ours, 1000) == b"one.svg: one.yaml s.csv\r\none.yaml:\r\ns.csv:\r\n"
    assert (folder / "device").is_char_device()
    os.close(theirs)
    os.close(ours)


def test_a_report_into_the_file_that_the_lines_go_into_is_refused(folder: Path) -> None:
    with (folder / "log").open("w") as log:
        call = [sys.executable, "-m", "heatfig", "render", "one.yaml", "--junit", "log"]
        done = subprocess.run(call, cwd=folder, stdout=log, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert "log: cannot be written: what this run says goes there" in done.stderr
    assert (folder / "log").read_text() == "wrote one.svg\n"


def test_a_starter_spec_goes_where_a_link_leads_and_over_nothing(folder: Path) -> None:
    (folder / "s.yaml").symlink_to("new.yaml")
    assert heatfig(folder, "init", "s.csv").returncode == 0
    assert (folder / "s.yaml").is_symlink()
    assert heatfig(folder, "init", "s.csv").returncode == 2
    os.mkfifo(folder / "p.yaml")
    assert heatfig(folder, "init", "s.csv", "-o", "p.yaml").returncode == 2
    assert (folder / "p.yaml").is_fifo()


def test_with_a_root_no_link_is_followed_out_of_it(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away")
    (away / "one.svg").write_text("old")
    (folder / "out").symlink_to(away)
    (folder / "sub").mkdir()
    (folder / "sub" / "one.svg").symlink_to(away / "one.svg")
    for output in ("out", "sub"):
        done = heatfig(folder, "render", "one.yaml", "-o", output, "--root", ".")
        assert done.returncode == 2
        assert f"error: {output}/one.svg: leads to" in done.stderr
        assert (away / "one.svg").read_text() == "old"
    assert heatfig(folder, "render", "one.yaml", "-o", str(away), "--root", ".").returncode == 0  # the caller's choice


def test_one_list_of_suffixes_is_what_readers_read() -> None:
    assert (*READERS, ".gz") == SCORE_SUFFIXES
