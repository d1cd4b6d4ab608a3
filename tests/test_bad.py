"""The corpus of bad inputs: adding a case is adding a spec to `bad/`; `--update-golden` writes what is said of it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from matplotlib.font_manager import fontManager

from heatfig.app import cli
from heatfig.app.commands.check import check
from heatfig.app.commands.init import init
from heatfig.diagnostics import MOST_REPORTED, Diagnostic, Problems
from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.messages import MACHINE_FORMATS, as_text
from heatfig.runtime.files.write import write_all
from heatfig.runtime.fonts import BUNDLED, DEFAULT, font_path
from terminal import on_a_terminal

BAD = Path(__file__).parent / "bad"
SPECS = sorted(BAD.glob("*/*.yaml"))
SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
SCORES = "x,y,v\np,a,1\nq,a,2\n"
# What concerns a file as a whole has no line.
OF_A_WHOLE_FILE = {"unreadable-file", "not-utf8", "empty-spec", "empty-file"}
# What no check of a spec in its folder can find: raised one by one below …
RAISED_BELOW = {
    *("outside-root", "no-specs", "same-output", "exists", "no-axes", "unwritable-file", "unusable-font", "fault"),
}
# … or in the tests of the commands that draw, which these are about.
OF_RENDERING = {"not-an-output", "missing-figure", "stale-figure", "process-died", "no-cluster", "not-for-make"}
# Messages that name what is allowed, or count what was told before them.
MENDS_ITSELF = re.compile(r" is \w+ or \w+, not |^and \d+ more of this kind")
MIXED = (
    *("yaml/tab_indent", "keys/misspelt_two", "values/many_wrong", "contradictions/several_at_once"),
    *("labels/columns_all_wrong", "scores/ragged_rows", "scores/infinite", "encodings/spec_latin_1"),
    *("encodings/scores_utf_16", "figure/page_too_narrow"),
)


@contextmanager
def bundled_fonts() -> Iterator[None]:
    """Hides the families that a machine happens to have, one of which a message might name."""
    font_path(DEFAULT)  # is known from the first look on
    known = fontManager.ttflist
    fontManager.ttflist = [entry for entry in known if entry.name in BUNDLED]
    try:
        yield
    finally:
        fontManager.ttflist = known


@cache
def reported(spec: Path) -> tuple[Diagnostic, ...]:
    with chdir(spec.parent), bundled_fonts():
        return tuple(problems(check([Path(spec.name)], None)))


def name_of(spec: Path) -> str:
    return f"{spec.parent.name}/{spec.stem}"


def heatfig(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text(SCORES)
    (tmp_path / "one.yaml").write_text(SPEC)
    return tmp_path


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    for case in MIXED:
        shutil.copy(BAD / f"{case}.yaml", tmp_path)
        for scores in (BAD / case).parent.glob("*.csv"):
            if scores.is_file():
                shutil.copy(scores, tmp_path)
    return tmp_path


def problems(items: Iterator[object]) -> list[Diagnostic]:
    return [item for item in items if isinstance(item, Diagnostic)]


def only(items: Iterator[object]) -> Diagnostic:
    (found,) = problems(items)
    return found


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_says_exactly_this(spec: Path, request: pytest.FixtureRequest) -> None:
    said = "".join(as_text(found) + "\n" for found in reported(spec))
    golden = spec.with_suffix(".err")
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
    assert said.startswith("error: ")
    assert "Traceback" not in said
    assert "\x1b" not in said


def test_there_are_many_cases_and_each_error_has_its_case() -> None:
    assert len(SPECS) >= 150
    assert sorted(BAD.glob("*/*.err")) == [spec.with_suffix(".err") for spec in SPECS]


def test_every_code_occurs() -> None:
    found = {diagnostic.code for spec in SPECS for diagnostic in reported(spec)}
    assert set(get_args(Code)) - found == RAISED_BELOW | OF_RENDERING


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_every_problem_has_a_place_in_a_file_of_its_folder(spec: Path) -> None:
    for found in reported(spec):
        assert found.place is not None
        file = spec.parent / found.place.file
        assert file.is_file()
        assert found.place.line or found.code in OF_A_WHOLE_FILE
        if found.place.excerpt:
            lines = file.read_text(encoding="utf-8-sig").split("\n")
            assert found.place.excerpt == lines[found.place.line - 1]
            assert 1 <= found.place.column < found.place.end


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_every_problem_says_how_to_mend_it(spec: Path) -> None:
    for found in reported(spec):
        assert found.hint or MENDS_ITSELF.search(found.message), found.message


SAID = re.compile(r"(?:such as|say so:|write) (\w+: .*)")


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_what_a_help_says_to_write_is_yaml(spec: Path) -> None:
    for found in reported(spec):
        for said in SAID.findall(found.hint):
            ends = [at.start() for at in re.finditer(r" or |; |, |: | within | beside |$", said)]
            assert any(isinstance(as_yaml(said[:end]), dict) for end in ends), said


def as_yaml(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def test_a_folder_of_bad_specs_is_told_whole_and_in_order(mixed: Path) -> None:
    done = heatfig("check", ".", cwd=mixed)
    assert done.returncode == 2
    assert done.stdout == f"0 of {len(MIXED)} specs in order, 0 cells\n"
    cases = sorted(MIXED, key=lambda case: case.split("/")[1])
    assert done.stderr == "".join((BAD / f"{case}.err").read_text(encoding="utf-8") for case in cases)


def test_as_json_every_line_is_one_problem(mixed: Path) -> None:
    done = heatfig("check", ".", "--message-format", "json", cwd=mixed)
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert done.returncode == 2
    assert len(told) == sum(len(reported(BAD / f"{case}.yaml")) for case in MIXED)
    assert all(list(problem) == ["code", "message", "file", "line", "column", "end", "help"] for problem in told)
    for file in {problem["file"] for problem in told}:
        places = [(problem["line"] or 0, problem["column"] or 0) for problem in told if problem["file"] == file]
        assert places == sorted(places)


def test_as_github_annotations_every_line_names_its_place(mixed: Path) -> None:
    done = heatfig("check", ".", "--message-format", "github", cwd=mixed)
    lines = done.stderr.splitlines()
    assert done.returncode == 2
    assert len(lines) == sum(len(reported(BAD / f"{case}.yaml")) for case in MIXED)
    assert all(
        re.fullmatch(r"::error title=heatfig%3A [a-z0-9-]+,file=[^,:]+(,[a-zA-Z]+=\d+)*::.+", li) for li in lines
    )


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_for_machines_every_problem_is_one_line(spec: Path) -> None:
    for found in reported(spec):
        assert all(len(write(found).splitlines()) == 1 for write in MACHINE_FORMATS.values())


@pytest.mark.parametrize(("extra", "colorful"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_whose_user_wants_it(extra: dict[str, str], colorful: bool) -> None:
    command = [sys.executable, "-m", "heatfig", "check", "tab_indent.yaml"]
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | extra
    status, shown = on_a_terminal(command, BAD / "yaml", environment)
    said = shown.replace("\r\n", "\n")
    assert status == 2
    assert ("\x1b[" in said) == colorful
    assert re.sub(r"\x1b\[\d+m", "", said) == (BAD / "yaml" / "tab_indent.err").read_text()


def test_a_grid_of_a_billion_cells_is_refused(folder: Path) -> None:
    (folder / "s.csv").write_text("x,y,v\n" + "".join(f"x{n},y{n},1\n" for n in range(32_000)))
    found = only(check([folder / "one.yaml"], None))
    assert found.code == "too-many-cells"
    assert "32,000 × 32,000" in found.message


def test_a_spec_of_more_than_a_megabyte_is_refused(folder: Path) -> None:
    (folder / "one.yaml").write_text(SPEC + "#" * 1_000_000)
    assert only(check([folder / "one.yaml"], None)).code == "too-large"


@pytest.mark.parametrize(
    ("spec", "scores"),
    [
        (SPEC, "x,y,v\nq,a,1\n" + "".join(f"p{n},a,none of {n}\n" for n in range(20_000))),
        (SPEC, "x,y,v\np,a,1\n" + "p,a\n" * 20_000),
        (SPEC + "".join(f"note {n}: {n}\n" for n in range(20_000)), SCORES),
        (SPEC + "dpi: 300\n" * 20_000, SCORES),
        (SPEC + f"panels: [{', '.join(['{title: [x]}'] * 900)}]\n", SCORES),
    ],
    ids=["texts", "ragged", "keys", "equal", "types"],
)
def test_of_very_many_problems_the_first_are_told(folder: Path, spec: str, scores: str) -> None:
    (folder / "one.yaml").write_text(spec)
    (folder / "s.csv").write_text(scores)
    *told, last = problems(check([folder / "one.yaml"], None))
    assert len(told) == MOST_REPORTED
    assert "more of this kind" in last.message


@pytest.mark.parametrize(("repeats", "told"), [(3, 3), (4, 1), (20_000, 1)])
def test_of_many_repeats_the_first_is_told_and_how_many_follow(folder: Path, repeats: int, told: int) -> None:
    (folder / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n" + "q,a,3\n" * repeats)
    found = problems(check([folder / "one.yaml"], None))
    assert [problem.place and problem.place.line for problem in found] == list(range(4, 4 + told))
    first = "a second score for row 'a', column 'q': 2 on line 3, 3 here"
    assert found[0].message == first + (f"; {repeats - 1:,} more such repeats follow" if told == 1 else "")


@contextmanager
def unprivileged() -> Iterator[None]:
    """As a user whom permissions bind, for root is not."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_score_file_without_permission_is_named(folder: Path) -> None:
    # What it imports, an interpreter in somebody's own home would not let others read.
    assert problems(check([folder / "one.yaml"], None)) == []
    (folder / "s.csv").chmod(0)
    (folder / "one.yaml").chmod(0o644)  # whatever the umask
    folder.chmod(0o755)
    with chdir(folder), unprivileged():
        found = only(check([Path("one.yaml")], None))
    assert as_text(found).startswith("error: one.yaml:1:9: cannot read s.csv: permission denied\n")


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("shet_07.csv", "did you mean 'sheet_07.csv'? .csv files there: s.csv"),
        ("missing.csv", ".csv files there: s.csv"),
        ("S.CSV.csv", ".csv files there: s.csv"),
    ],
)
def test_for_a_score_file_that_is_not_there_near_names_are_told_and_some_others(
    folder: Path, named: str, hint: str
) -> None:
    for number in range(20):
        (folder / f"sheet_{number:02}.csv").write_text(SCORES)
    (folder / "one.yaml").write_text(SPEC.replace("s.csv", named))
    found = only(check([folder / "one.yaml"], None))
    assert found.hint == hint + "".join(f", sheet_{number:02}.csv" for number in range(9)) + " and 11 more"


def test_root_keeps_reading_inside(folder: Path) -> None:
    (folder / "inside").mkdir()
    (folder / "inside" / "link.csv").symlink_to(folder / "s.csv")
    for number, named in enumerate(["../s.csv", "link.csv", str(folder / "s.csv")]):
        spec = folder / "inside" / f"{number}.yaml"
        spec.write_text(SPEC.replace("s.csv", named))
        found = only(check([spec], folder / "inside"))
        assert (found.code, found.place and found.place.line) == ("outside-root", 1)


def test_a_folder_without_specs_is_named(tmp_path: Path) -> None:
    assert only(check([tmp_path], None)).code == "no-specs"


def test_two_specs_for_one_output_are_named(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "one.yaml").write_text(SPEC)
    assert only(check([folder / "one.yaml", folder / "sub" / "one.yaml"], None)).code == "same-output"


def test_init_overwrites_nothing_and_needs_two_axes(folder: Path) -> None:
    assert only(init([folder / "s.csv"], folder / "one.yaml")).code == "exists"
    assert (folder / "one.yaml").read_text() == SPEC
    (folder / "two.csv").write_text("x,v\np,1\np,2\n")
    assert only(init([folder / "two.csv"], None)).code == "no-axes"


def test_what_cannot_be_written_is_named(folder: Path) -> None:
    with pytest.raises(Problems) as caught:
        write_all({folder / "s.csv" / "one.png": b""})
    assert [found.code for found in caught.value.diagnostics] == ["unwritable-file"]


def test_a_font_with_postscript_outlines_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from matplotlib.font_manager import fontManager

    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupCFF("Posts", {}, {".notdef": T2CharStringPen(500, None).getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Posts of Script", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(folder / "posts.otf")
    monkeypatch.setattr(fontManager, "ttflist", [*fontManager.ttflist])
    fontManager.addfont(folder / "posts.otf")
    (folder / "one.yaml").write_text(SPEC + "font: {family: Posts of Script}\n")
    found = only(check([folder / "one.yaml"], None))
    assert (found.code, found.place and found.place.line) == ("unusable-font", 4)


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_heatfig_says_where_to_report_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], debug: bool
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("heatfig.app.commands.check.prepare", broken)
    options = ["--debug"] if debug else []
    monkeypatch.setattr(sys, "argv", ["heatfig", *options, "check", str(folder / "one.yaml")])
    with pytest.raises(SystemExit) as left:
        cli.main()
    said = capsys.readouterr().err
    assert left.value.code == 3
    assert "a fault of heatfig itself: RuntimeError: a wheel came off" in said
    assert "report it" in said
    assert ("Traceback" in said) == debug
