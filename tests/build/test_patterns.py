"""Score files by patterns of names: found in order, watched, told to build tools, and never outside the root."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from batches import heatfig
from hypothesis import given, settings
from hypothesis import strategies as st

from heatfig.app.commands import Progress
from heatfig.app.commands.render import render
from heatfig.build.render import RenderOptions
from heatfig.diagnostics import Diagnostic, Problems
from heatfig.runtime.captures import captures, is_pattern, plain_text
from heatfig.runtime.files.glance import file_hash
from heatfig.runtime.files.patterns import Match, folders, matches

SPEC = "scores: 'runs/{model}/{seed}.csv'\nvalue: v\naggregate: mean\naxes: {x: x, y: model}\nformats: [svg]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for model, seed in (("a", 2), ("a", 10), ("b", 2)):
        put(tmp_path, model, seed)
    (tmp_path / "one.yaml").write_text(SPEC)
    return tmp_path


def put(folder: Path, model: str, seed: int) -> None:
    (folder / "runs" / model).mkdir(parents=True, exist_ok=True)
    (folder / "runs" / model / f"{seed}.csv").write_text(f"x,v\np,{seed}\n")


def said(folder: Path, check: bool = False) -> list[str]:
    file_hash.cache_clear()
    found = render(RenderOptions([folder / "one.yaml"], folder, check=check))
    return [one.message if isinstance(one, Diagnostic) else str(one) for one in found if not isinstance(one, Progress)]


def test_files_stand_in_the_order_of_their_names_numbers_by_size(folder: Path) -> None:
    found = matches(folder, "runs/{model}/{seed}.csv")
    assert [match.name for match in found] == ["runs/a/2.csv", "runs/a/10.csv", "runs/b/2.csv"]
    assert found[1] == Match("runs/a/10.csv", (("model", "a"), ("seed", "10")))


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("runs/*/1?.csv", ["runs/a/10.csv"]),
        ("runs/{one}/{one}.csv", []),
        ("runs/../runs/b/{n}.csv", ["runs/b/2.csv"]),
        (r"runs/a/\*.csv", ["runs/a/*.csv"]),
        ("runs/*", []),
        ("nowhere/*.csv", []),
    ],
)
def test_what_a_pattern_finds(folder: Path, pattern: str, names: list[str]) -> None:
    found = matches(folder, pattern) if is_pattern(pattern) else [Match(plain_text(pattern))]
    assert [match.name for match in found] == names


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("**/2.csv", ["runs/a/2.csv", "runs/b/2.csv"]),
        ("runs/**/{model}/10.csv", ["runs/a/10.csv"]),
        ("**/**/10.csv", ["runs/a/10.csv"]),
        ("runs/a/**/*.csv", ["runs/a/2.csv", "runs/a/10.csv"]),
        ("runs/**", []),
    ],
)
def test_two_stars_stand_for_any_number_of_folders(folder: Path, pattern: str, names: list[str]) -> None:
    assert [match.name for match in matches(folder, pattern)] == names


def test_two_stars_pass_over_hidden_folders_and_links(folder: Path) -> None:
    (folder / "runs" / "b").rename(folder / "runs" / ".b")
    (folder / "runs" / "a" / "again").symlink_to(folder / "runs")
    assert [match.name for match in matches(folder, "**/2.csv")] == ["runs/a/2.csv"]


def test_a_file_that_fits_in_two_ways_is_an_error(folder: Path) -> None:
    (folder / "one.yaml").write_text(SPEC.replace("runs/{model}/", "**/{model}/**/"))
    (found,) = said(folder)
    assert found == "'runs/a/2.csv' fits '**/{model}/**/{seed}.csv' in several ways: with model 'a', seed '2' and " + (
        "model 'runs', seed '2'"
    )


def test_all_folders_are_watched_in_which_a_file_may_newly_match(folder: Path) -> None:
    def watched(pattern: str) -> set[str]:
        return {str(Path(found).relative_to(folder)) for found in folders(folder, pattern)}

    assert watched("runs/{model}/{seed}.csv") == {"runs", "runs/a", "runs/b"}
    assert watched("runs/*/scores.csv") == {"runs", "runs/a", "runs/b"}
    assert watched("**/scores.csv") == {".", "runs", "runs/a", "runs/b"}


def test_one_name_that_stands_twice_captures_one_text(folder: Path) -> None:
    (folder / "runs" / "a" / "a.csv").write_text("x,v\np,1\n")
    assert [match.name for match in matches(folder, "runs/{one}/{one}.csv")] == ["runs/a/a.csv"]
    assert captures("{a}/{b}-{a}.csv") == ("a", "b")


def test_hidden_files_are_found_by_those_who_ask(folder: Path) -> None:
    (folder / "runs" / "a" / ".csv").write_text("")
    assert [match.name for match in matches(folder, "runs/a/*csv")] == ["runs/a/2.csv", "runs/a/10.csv"]
    assert [match.name for match in matches(folder, "runs/a/.*")] == ["runs/a/.csv"]


def test_a_file_that_newly_matches_makes_the_figure_stale_and_so_does_one_that_is_gone(folder: Path) -> None:
    assert said(folder) == [f"wrote {folder / 'one.svg'}"]
    assert said(folder) == [f"{folder / 'one'} is up to date"]
    put(folder, "c", 1)
    stale = f"{folder / 'one.svg'} is stale: other files than before match runs/{{model}}/{{seed}}.csv"
    assert said(folder, check=True) == [stale]
    said(folder)
    (folder / "runs" / "c" / "1.csv").unlink()
    assert said(folder, check=True) == [f"{folder / 'one.svg'} is stale: {folder / 'runs/c/1.csv'} cannot be read"]


def test_deps_names_each_file_that_matches(folder: Path) -> None:
    told = heatfig(folder, "deps", "one.yaml", "--format", "zero").stdout
    assert told.split("\0")[:-1] == ["one.yaml", "runs/a/2.csv", "runs/a/10.csv", "runs/b/2.csv"]


def test_no_name_is_read_outside_the_root(folder: Path) -> None:
    root = folder / "root"
    root.mkdir()
    (folder / "one.yaml").rename(root / "one.yaml")
    (root / "runs").symlink_to(folder / "runs")
    with pytest.raises(Problems) as found:
        matches(root, "runs/{model}/{seed}.csv", root)
    assert [problem.code for problem in found.value.diagnostics] == ["outside-root"]
    assert "lies outside" in heatfig(root, "check", "--root", ".", "one.yaml").stderr
    assert "lies outside" in heatfig(root, "deps", "--root", ".", "one.yaml").stderr


@pytest.fixture
def looking_up(folder: Path) -> Path:
    """A spec that looks up in files of a pattern, as a verb and along an axis."""
    facts = "{file: 'facts/{model}.csv', key: model"
    for model in "ab":
        (folder / "facts").mkdir(exist_ok=True)
        (folder / "facts" / f"{model}.csv").write_text("size,kind\n1,small\n")
    axes = f"axes: {{x: x, y: {{column: model, lookup: {facts}}}, group: kind}}}}\n"
    verbs = f"transform: [{{lookup: {facts}, columns: size}}}}]\n"
    (folder / "one.yaml").write_text(SPEC.replace("axes: {x: x, y: model}\n", verbs + axes))
    return folder


def test_a_file_that_newly_matches_where_facts_are_looked_up_makes_the_figure_stale(looking_up: Path) -> None:
    assert said(looking_up) == [f"wrote {looking_up / 'one.svg'}"]
    (looking_up / "facts" / "c.csv").write_text("size,kind\n2,large\n")
    stale = f"{looking_up / 'one.svg'} is stale: other files than before match facts/{{model}}.csv"
    assert said(looking_up, check=True) == [stale]


def test_deps_and_root_know_the_files_that_facts_are_looked_up_in(looking_up: Path) -> None:
    told = heatfig(looking_up, "deps", "one.yaml", "--format", "zero").stdout.split("\0")
    assert {"facts/a.csv", "facts/b.csv"} <= set(told)
    (looking_up / "facts").rename(looking_up / "elsewhere")
    (looking_up / "root").mkdir()
    for name in ("one.yaml", "runs"):
        (looking_up / name).rename(looking_up / "root" / name)
    (looking_up / "root" / "facts").symlink_to(looking_up / "elsewhere")
    assert "lies outside" in heatfig(looking_up / "root", "check", "--root", ".", "one.yaml").stderr


NAMES = st.lists(st.tuples(st.lists(st.sampled_from("ab"), max_size=3), st.sampled_from(["x", "y"])), max_size=8)
PATTERNS = ["**/*.csv", "a/**/x.csv", "**/b/*.csv", "*/**/y.csv", "**/a/**/*.csv", "?/b/*.csv"]


@settings(max_examples=40, deadline=None)
@given(NAMES, st.sampled_from(PATTERNS))
def test_folders_in_folders_are_those_that_pathlib_finds(names: list[tuple[list[str], str]], pattern: str) -> None:
    with TemporaryDirectory() as folder:
        for folders_of, name in names:
            path = Path(folder, *folders_of, f"{name}.csv")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        wanted = {path.relative_to(folder).as_posix() for path in Path(folder).glob(pattern)}
        assert {match.name for match in matches(Path(folder), pattern)} == wanted
