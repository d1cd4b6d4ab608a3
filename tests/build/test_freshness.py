"""What counts as up to date: contents and versions, never the clock."""

import base64
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from heatfig.app.commands import Progress
from heatfig.app.commands.render import render
from heatfig.build import fingerprint
from heatfig.build.fingerprint import current_versions, read_fingerprint
from heatfig.build.render import RenderOptions
from heatfig.diagnostics import Diagnostic
from heatfig.draw import DRAWERS
from heatfig.runtime.files.glance import file_hash
from heatfig.runtime.formats import AROUND_FINGERPRINT, FORMATS, IN_PIXELS

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
LATER = 2_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.yaml").write_text(SPEC)
    (tmp_path / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    (tmp_path / "other.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    return tmp_path


def run(folder: Path, **options: Any) -> list[str | Diagnostic]:
    """What a render says; each is a run of its own, which remembers no hash."""
    file_hash.cache_clear()
    current_versions.cache_clear()
    order = RenderOptions([folder / "one.yaml"], folder / "out", **options)
    return [item for item in render(order) if not isinstance(item, Progress)]


def reasons(folder: Path, **options: Any) -> list[str]:
    found = run(folder, check=True, **options)
    assert all(isinstance(item, Diagnostic) for item in found)
    return [item.message.split(str(folder / "out") + "/")[-1] for item in found if isinstance(item, Diagnostic)]


def test_what_was_rendered_is_up_to_date(folder: Path) -> None:
    assert reasons(folder) == ["one.png is missing", "one.pdf is missing", "one.svg is missing"]
    assert len(run(folder)) == 3
    assert reasons(folder) == []
    assert run(folder) == [f"{folder / 'out' / 'one'} is up to date"]


def change_scores(folder: Path) -> None:
    (folder / "s.csv").write_text("x,y,v\np,a,1\nq,a,3\n")


def change_spec(folder: Path) -> None:
    (folder / "one.yaml").write_text(SPEC + "title: New\n")


def take_another_file(folder: Path) -> None:
    (folder / "one.yaml").write_text(SPEC.replace("s.csv", "other.csv"))


def remove_scores(folder: Path) -> None:
    (folder / "s.csv").unlink()


def test_a_spec_that_is_extended_counts_among_what_a_figure_is_made_from(folder: Path) -> None:
    (folder / "shared").mkdir()
    (folder / "shared" / "paper.yaml").write_text("axes: {x: x, y: y}\nscores: ../s.csv\n")
    (folder / "one.yaml").write_text("extends: shared/paper.yaml\nvalue: v\n")
    run(folder)
    assert reasons(folder) == []
    made = read_fingerprint(str(folder / "out" / "one.svg"))
    assert made is not None
    assert list(made.inputs) == ["s.csv", "shared/paper.yaml"]
    (folder / "shared" / "paper.yaml").write_text("axes: {x: y, y: x}\nscores: ../s.csv\n")
    assert all("shared/paper.yaml has changed" in reason for reason in reasons(folder))


@pytest.mark.parametrize(
    ("change", "said"),
    [(change_scores, "s.csv has changed"), (change_spec, "one.yaml has changed"),
     (take_another_file, "one.yaml has changed"), (remove_scores, "s.csv cannot be read")],
)  # fmt: skip
def test_a_change_of_content_makes_it_stale(folder: Path, change: Callable[[Path], None], said: str) -> None:
    run(folder)
    change(folder)
    found = reasons(folder)
    assert len(found) == 3
    assert all(said in reason for reason in found)


def test_touching_a_file_does_not_and_render_makes_the_figure_younger(folder: Path) -> None:
    run(folder)
    os.utime(folder / "s.csv", (LATER, LATER))
    assert reasons(folder) == []
    figure = folder / "out" / "one.svg"
    before = figure.stat().st_mtime
    run(folder, check=True)
    assert figure.stat().st_mtime == before
    os.utime(figure, (1, 1))
    os.utime(folder / "s.csv", (2, 2))
    run(folder)
    assert figure.stat().st_mtime > 2


def test_another_version_makes_it_stale(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folder)
    monkeypatch.setattr(fingerprint, "__version__", "99.0")
    assert all("heatfig was" in reason and "99.0" in reason for reason in reasons(folder))


def test_another_dpi_concerns_the_png_alone(folder: Path) -> None:
    run(folder)
    assert reasons(folder, dpi=300) == []
    assert reasons(folder, dpi=72) == ["one.png is stale: drawn at 300 dpi"]
    assert run(folder, dpi=72) == [f"wrote {folder / 'out' / 'one.png'}"]


def test_only_what_is_missing_or_stale_is_written(folder: Path) -> None:
    run(folder)
    (folder / "out" / "one.pdf").unlink()
    assert run(folder) == [f"wrote {folder / 'out' / 'one.pdf'}"]
    assert len(run(folder, force=True)) == 3


def test_the_spec_formats_are_remembered(folder: Path) -> None:
    (folder / "one.yaml").write_text(SPEC + "formats: [svg]\n")
    assert run(folder) == [f"wrote {folder / 'out' / 'one.svg'}"]
    assert reasons(folder) == []
    assert reasons(folder, formats=("pdf",)) == ["one.pdf is missing"]


def test_a_file_of_another_program_is_replaced(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "one.svg").write_text("<svg/>")
    assert reasons(folder, formats=("svg",)) == ["one.svg is stale: no whole figure of this heatfig"]


@pytest.mark.parametrize("form", ["png", "pdf", "svg"])
def test_the_fingerprint_is_in_the_file_and_names_no_place(folder: Path, form: str) -> None:
    run(folder)
    target = folder / "out" / f"one.{form}"
    found = read_fingerprint(str(target))
    assert found is not None
    assert list(found.inputs) == ["s.csv"]
    assert found.spec == file_hash(str(folder / "one.yaml"))
    assert str(folder).encode() not in target.read_bytes()


DEEP = base64.b64encode(b"[" * 40_000)


@pytest.mark.parametrize("line", [b"", b"AAAA;", b"e30=;", b"=;", DEEP + b";"])
def test_a_broken_fingerprint_is_none(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "x.svg").write_bytes(b"<metadata>heatfig-made-from:" + line + b"</metadata></svg>\n")
    assert read_fingerprint(str(tmp_path / "x.svg")) is None


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("left", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_a_file_that_was_cut_short_is_drawn_again(folder: Path, form: str, left: float) -> None:
    run(folder, formats=(form,))
    target = folder / "out" / f"one.{form}"
    whole = target.read_bytes()
    target.write_bytes(whole[: min(int(left * len(whole)), len(whole) - 1)])
    assert reasons(folder, formats=(form,)) == [f"one.{form} is stale: no whole figure of this heatfig"]
    run(folder, formats=(form,))
    assert target.read_bytes() == whole


@pytest.mark.parametrize("form", FORMATS)
def test_a_title_that_looks_like_a_fingerprint_is_none(folder: Path, form: str) -> None:
    for title in ("heatfig-made-from:AAAA;", "/Keywords (heatfig-made-from:AAAA;", "<metadata>heatfig-made-from:AAAA;"):
        (folder / "one.yaml").write_text(SPEC + f"title: '{title}'\n")
        assert run(folder, formats=(form,)) == [f"wrote {folder / 'out' / f'one.{form}'}"]
        assert reasons(folder, formats=(form,)) == []


NAMES = ["a\0b", "\ud800", "a" * 5_000, "", ".", "/dev/zero", "/dev/full", "../" * 200 + "x", "\u202e"]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
@pytest.mark.parametrize("root", [None, "."])
def test_a_crafted_figure_is_drawn_again_whatever_it_says_it_was_made_from(
    folder: Path, name: str, root: str | None
) -> None:
    run(folder, formats=("svg",))
    target = folder / "out" / "one.svg"
    made, whole = read_fingerprint(str(target)), target.read_bytes()
    assert made is not None
    crafted = replace(made, inputs={name: "0" * 64})
    target.write_bytes(whole.replace(made.line().encode(), crafted.line().encode()))
    below = folder / root if root else None
    assert len(reasons(folder, formats=("svg",), root=below)) == 1
    assert run(folder, formats=("svg",), root=below) == [f"wrote {target}"]
    assert target.read_bytes() == whole


@pytest.mark.parametrize("value", [None, 7, ["names:"], {}])
@pytest.mark.parametrize("table", ["versions", "inputs", "fonts"])
def test_a_crafted_figure_that_holds_other_values_than_texts_is_drawn_again(
    folder: Path, table: str, value: object
) -> None:
    run(folder, formats=("svg",))
    target = folder / "out" / "one.svg"
    made, whole = read_fingerprint(str(target)), target.read_bytes()
    assert made is not None
    crafted = replace(made, **{table: getattr(made, table) | {"s.csv": value}})
    target.write_bytes(whole.replace(made.line().encode(), crafted.line().encode()))
    assert run(folder, formats=("svg",)) == [f"wrote {target}"]
    assert target.read_bytes() == whole


def test_a_figure_in_a_format_that_is_not_known_is_drawn_again(folder: Path) -> None:
    run(folder, formats=("svg",))
    target = folder / "out" / "one.svg"
    made = read_fingerprint(str(target))
    assert made is not None
    other = replace(made, formats=("svg", "eps"))
    target.write_text(target.read_text().replace(made.line(), other.line()))
    assert read_fingerprint(str(target)) is None
    assert f"wrote {target}" in run(folder)


def test_what_an_older_spec_has_left_is_let_be(folder: Path) -> None:
    run(folder)
    (folder / "one.yaml").write_text(SPEC.replace("s.csv", "other.csv") + "formats: [svg]\n")
    assert reasons(folder) == [f"one.svg is stale: {folder / 'one.yaml'} has changed"]
    run(folder)
    (folder / "s.csv").unlink()
    assert run(folder) == [f"{folder / 'out' / 'one'} is up to date"]


def test_a_figure_becomes_younger_than_inputs_of_tomorrow(folder: Path) -> None:
    run(folder)
    os.utime(folder / "s.csv", (LATER, LATER))
    run(folder)
    assert (folder / "out" / "one.svg").stat().st_mtime >= LATER


def test_a_spec_that_cannot_be_read_is_an_error_and_not_just_missing(folder: Path) -> None:
    (folder / "one.yaml").write_text("nonsense: 1\n")
    (found,) = run(folder, check=True)
    assert isinstance(found, Diagnostic)
    assert found.code == "unknown-key"


def test_what_is_fresh_is_renewed_beside_what_is_missing(folder: Path) -> None:
    run(folder)
    (folder / "out" / "one.png").unlink()
    os.utime(folder / "out" / "one.svg", (1, 1))
    assert run(folder) == [f"wrote {folder / 'out' / 'one.png'}"]
    assert (folder / "out" / "one.svg").stat().st_mtime > 1


def test_a_pipe_in_the_place_of_a_spec_or_a_figure_is_not_waited_for(folder: Path) -> None:
    (folder / "out").mkdir()
    os.mkfifo(folder / "out" / "one.svg")
    assert reasons(folder, formats=("svg",)) == ["one.svg is stale: no whole figure of this heatfig"]
    (folder / "one.yaml").unlink()
    os.mkfifo(folder / "one.yaml")
    (found,) = run(folder)
    assert isinstance(found, Diagnostic)
    assert found.code == "unreadable-file"


# Every file that a call opens, told by the interpreter itself.
WATCHED = """
import os, sys
opened = []
def note(event, details):
    if event == "open" and isinstance(details[0], str):
        opened.append(os.path.realpath(details[0]))
sys.addaudithook(note)
from heatfig.app.cli import main
sys.argv = ["heatfig", *sys.argv[1:]]
try:
    main()
except SystemExit as left:
    print(left.code, [path for path in opened if "elsewhere" in path])
"""


@pytest.mark.parametrize("options", [["--check"], [], ["--depfile", "figures.d"]])
@pytest.mark.parametrize("file", ["s.csv", "one.yaml"])
def test_outside_the_root_nothing_is_read(folder: Path, options: list[str], file: str) -> None:
    run(folder)
    (folder / "elsewhere").mkdir()
    (folder / file).rename(folder / "elsewhere" / file)
    inside = folder / "inside"
    inside.mkdir()
    for name in ("one.yaml", "s.csv"):
        if name == file:
            (inside / name).symlink_to(folder / "elsewhere" / file)
        else:
            (folder / name).rename(inside / name)
    command = [sys.executable, "-c", WATCHED, "render", "inside/one.yaml", "-o", "out", "--root", "inside", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    answered = options == ["--check"] and file == "s.csv"  # the figure is not what its spec would give
    assert done.stdout == f"{1 if answered else 2} []\n"
    assert f"inside/{file}{':' * (file == 'one.yaml')} lies outside inside" in done.stderr


def test_one_list_of_formats_is_what_the_others_read() -> None:
    assert tuple(DRAWERS) == FORMATS == tuple(AROUND_FINGERPRINT)
    assert {form for form in FORMATS if form in IN_PIXELS} == IN_PIXELS
