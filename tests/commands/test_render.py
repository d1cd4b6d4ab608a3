import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import on_a_terminal

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"


def heatfig(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "specs" / "sub").mkdir(parents=True)
    for name in ("one.yaml", "sub/two.yml", "_shared.yaml"):
        (tmp_path / "specs" / name).write_text(SPEC)
    for name in ("s.csv", "sub/s.csv"):
        (tmp_path / "specs" / name).write_text("x,y,v\np,a,1\nq,a,2\n")
    return tmp_path


def test_a_folder_of_specs_keeps_its_subfolders(folder: Path) -> None:
    done = heatfig("render", "specs", "-o", "out", "-f", "svg,pdf", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    written = ["out/one.svg", "out/one.pdf", "out/sub/two.svg", "out/sub/two.pdf"]
    *lines, summary = done.stdout.splitlines()
    assert sorted(lines) == sorted(f"wrote {name}" for name in written)
    assert summary.startswith("2 written, 0 up to date, 0 failed in ")
    assert sorted(str(p.relative_to(folder)) for p in (folder / "out").rglob("*.*")) == sorted(written)


def test_without_options_all_formats_go_into_the_current_folder(folder: Path) -> None:
    done = heatfig("render", "specs/one.yaml", cwd=folder)
    assert done.stdout.splitlines() == ["wrote one.png", "wrote one.pdf", "wrote one.svg"]


def test_the_spec_may_choose_its_formats_and_dpi(folder: Path) -> None:
    (folder / "specs" / "one.yaml").write_text(SPEC + "formats: [png]\ndpi: 72\n")
    assert heatfig("render", "specs/one.yaml", cwd=folder).stdout == "wrote one.png\n"
    small = (folder / "one.png").stat().st_size
    heatfig("render", "specs/one.yaml", "--dpi", "300", cwd=folder)
    assert (folder / "one.png").stat().st_size > small


def test_a_figure_with_a_problem_is_not_written_and_the_others_are(folder: Path) -> None:
    (folder / "specs" / "one.yaml").write_text(SPEC.replace("value: v", "value: w"))
    (folder / "out").mkdir()
    (folder / "out" / "one.svg").write_text("old")
    done = heatfig("render", "specs", "-o", "out", "-f", "svg", cwd=folder)
    assert done.returncode == 2
    assert done.stdout.startswith("wrote out/sub/two.svg\n1 written, 0 up to date, 1 failed in ")
    assert "specs/one.yaml:2:8: no column 'w' in specs/s.csv" in done.stderr
    assert (folder / "out" / "one.svg").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["render"], "Missing argument"),
        (["render", "specs/one.yaml", "-f", "gif"], "not a format"),
        (["render", "nothing.yaml"], "error: nothing.yaml: cannot be read: no such file or directory"),
        (["render", "specs/one.yml"], "did you mean 'one.yaml'?"),
        (["render", "specs/one"], "did you mean 'one.yaml'?"),
        (["render", "spec"], "did you mean 'specs'?"),
        (["show", "specs"], "error: specs: cannot be read: is a directory\n  help: name a file in it"),
        (["render", "specs/s.csv"], "error: specs/s.csv: a score file where a spec is wanted"),
        (["check", "specs/s.csv"], "help: heatfig init specs/s.csv writes a spec that draws it"),
        (["render", "specs/one.yaml", "-o", "out.png"], "'out.png' is no folder; -o names one"),
        (["render", "specs/one.yaml", "-o", "out/fig.PDF"], "like its spec: -o out -f pdf\n"),
        (["deps", "specs/one.yaml", "-o", "specs/s.csv"], "like its spec: -o specs\n"),
        (["check", "empty"], "error: empty: no specs in this folder\n  help: a spec ends in .yaml or .yml"),
        (["render", "specs/one.yaml", "specs/sub/one.yaml"], "would both write"),
        (["nonsense"], "No such command"),
        (["ok.yaml"], "heatfig render ok.yaml"),
        (["ok.csv"], "heatfig init ok.csv"),
        (["render", "specs", "--check", "--force"], "--force has no meaning beside --check"),
        (["render", "specs", "--check", "-j", "2"], "--jobs has no meaning beside --check"),
        (["render", "specs", "--check", "--scheduler", "x"], "--scheduler has no meaning beside --check"),
        (["render", "specs", "--check", "--depfile", "d"], "--depfile has no meaning beside --check"),
        (["render", "specs", "--scheduler", "x", "-j", "2"], "--jobs has no meaning beside --scheduler"),
        (["deps", "specs", "--format", "zero", "-f", "pdf"], "-f has no meaning beside --format zero"),
        (["deps", "specs", "--format", "zero", "-o", "out"], "-o has no meaning beside --format zero"),
    ],
)
def test_a_wrong_call_ends_with_status_2(folder: Path, arguments: list[str], said: str) -> None:
    (folder / "empty").mkdir()
    done = heatfig(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_may_be_named_like_a_figure(folder: Path) -> None:
    (folder / "out.png").mkdir()
    assert heatfig("render", "specs/one.yaml", "-o", "out.png", "-f", "svg", cwd=folder).returncode == 0


@pytest.mark.parametrize("command", [["check"], ["deps"], ["render", "--force"]])
def test_of_a_spec_that_is_far_too_large_no_more_is_read_than_a_spec_may_hold(folder: Path, command: list[str]) -> None:
    with (folder / "huge.yaml").open("wb") as file:
        file.truncate(2**36)
    done = heatfig(*command, "huge.yaml", cwd=folder)
    assert done.returncode == 2
    assert "error: huge.yaml: the spec is over 1,000,000 bytes" in done.stderr


def test_two_specs_that_would_write_one_file_are_refused(folder: Path) -> None:
    done = heatfig("render", "specs/one.yaml", "specs/sub/two.yml", cwd=folder)
    assert done.returncode == 0
    (folder / "specs" / "sub" / "one.yaml").write_text(SPEC)
    done = heatfig("render", "specs/one.yaml", "specs/sub/one.yaml", cwd=folder)
    assert done.returncode == 2
    assert "would both write one.*" in done.stderr


def test_an_output_that_cannot_be_written_ends_with_status_3(folder: Path) -> None:
    (folder / "out").write_text("a file where a folder should be")
    done = heatfig("render", "specs/one.yaml", "-o", "out/sub", cwd=folder)
    assert done.returncode == 3
    assert "error: out/sub/one.png: cannot be written: not a directory" in done.stderr


def test_nothing_is_left_beside_what_was_written(folder: Path) -> None:
    heatfig("render", "specs/one.yaml", "-o", "out", "-f", "svg", cwd=folder)
    assert [path.name for path in (folder / "out").iterdir()] == ["one.svg"]


def test_plan_prints_a_plan_as_json(folder: Path) -> None:
    done = heatfig("plan", "specs/one.yaml", "--layout", cwd=folder)
    data = json.loads(done.stdout)
    assert data["panels"][0]["grid"]["scores"] == [[[1.0], [2.0]]]
    assert [label for _, label in data["panels"][0]["x"]["keys"]] == ["p", "q"]
    assert data["layout"]["page"]["unit"] == "mm"


def test_version_and_help_are_printed(folder: Path) -> None:
    assert heatfig("--version", cwd=folder).stdout.startswith("heatfig ")
    for command in ([], ["render"], ["plan"]):
        done = heatfig(*command, "--help", cwd=folder)
        assert done.returncode == 0
        assert "xample" in done.stdout


def test_a_report_that_nobody_reads_is_not_a_green_run(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)  # now, as one that leaves after a line may do so when all has been said
    arguments = [sys.executable, "-m", "heatfig", "colormaps"]
    done = subprocess.run(arguments, cwd=folder, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (3, "")


def test_check_is_silent_over_a_fresh_figure_and_writes_nothing(folder: Path) -> None:
    heatfig("render", "specs/one.yaml", "-f", "svg", cwd=folder)
    done = heatfig("render", "specs/one.yaml", "-f", "svg", "--check", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    before = sorted(folder.rglob("*"))
    done = heatfig("render", "specs", "--check", "--message-format", "json", cwd=folder)
    assert done.returncode == 1
    assert {json.loads(line)["code"] for line in done.stderr.splitlines()} == {"missing-figure"}
    assert done.stdout.startswith("2 stale, 0 up to date, 0 failed in ")
    assert sorted(folder.rglob("*")) == before


def test_the_bar_of_a_batch_is_of_a_neutral_colour(folder: Path) -> None:
    arguments = [sys.executable, "-m", "heatfig", "render", "specs", "-f", "svg", "-o", "out", "-j", "1"]
    status, shown = on_a_terminal(arguments, folder, os.environ | {"TERM": "xterm-256color", "COLORTERM": ""})
    assert status == 0
    assert "2 of 2" in shown
    assert set(re.findall(r"\x1b\[([\d;]*)m", shown)) <= {"0", "34", "38;5;237"}  # blue on a grey


def test_more_pixels_than_can_be_drawn_are_refused_whoever_asks_for_them(folder: Path) -> None:
    (folder / "specs" / "one.yaml").write_text(SPEC + "size: {width: 400mm}\n")
    done = heatfig("render", "specs/one.yaml", "-f", "svg,png", "--dpi", "4800", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a PNG of this page at 4800 dpi would have over 400 million pixels" in done.stderr
    assert heatfig("render", "specs/one.yaml", "-f", "svg", "--dpi", "4800", cwd=folder).returncode == 0
