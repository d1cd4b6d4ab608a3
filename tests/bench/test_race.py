"""The benchmark itself, on little: what it writes, not how long things take."""

import subprocess
import sys
from pathlib import Path

import inputs
import pytest
from batch import untouched
from large import CHAIN
from measure import Call, race
from report import Goal, Section, as_markdown
from setting import HERE, Setting

from heatfig.build.rows import cells_of


def test_commands_take_turns_and_one_that_fails_ends_the_race(tmp_path: Path) -> None:
    said = tmp_path / "said"
    calls = {name: [sys.executable, "-c", f"open({str(said)!r}, 'a').write('{name}')"] for name in "ab"}
    times = race(calls, rounds=2)
    assert said.read_text() == "ababab"
    assert [len(found.seconds) for found in times.values()] == [2, 2]
    assert all(found.peak > 1 for found in times.values())
    with pytest.raises(SystemExit, match="left with 3"):
        race({"c": [sys.executable, "-c", "raise SystemExit(3)"]}, rounds=1)


def test_a_goal_is_met_or_not_by_what_was_measured() -> None:
    small, large = (Goal("small", value, 0.45) for value in (0.44, 0.46))
    many, few = (Goal("many", value, 6, at_least=True) for value in (6, 5))
    section = Section("Part", ["program", "time"], [["heatfig", "1 s"]], [small, large, many, few])
    rows = [line.split("|") for line in as_markdown("a machine", [section]).splitlines()]
    found = [(row[1].strip(), row[4].strip()) for row in rows if len(row) == 6 and row[1].strip() in {"small", "many"}]
    assert found == [("small", "met"), ("small", "**not met**"), ("many", "met"), ("many", "**not met**")]


def test_the_picture_is_drawn_by_heatfig_and_by_hand(tmp_path: Path) -> None:
    spec = Setting(tmp_path).figure()
    heatfig: Call = [sys.executable, "-m", "heatfig", "render", spec, "-f", "svg", "-o", tmp_path / "ours"]
    by_hand: Call = [sys.executable, HERE / "peers" / "by_hand.py", tmp_path, "png,svg,pdf", spec.with_suffix(".csv")]
    for call in (heatfig, by_hand):
        assert subprocess.run([str(word) for word in call], capture_output=True, check=False).returncode == 0
    drawn = (tmp_path / "ours" / "picture.svg").read_text()
    assert 'viewBox="0 0 432 360"' in drawn
    assert drawn.count('id="cell-') == len(inputs.ROWS) ** 2
    assert {path.name for path in tmp_path.glob("picture.*")} == {"picture.png", "picture.svg", "picture.pdf"}


def test_a_batch_with_nothing_to_do_is_raced(tmp_path: Path) -> None:
    (nothing,) = untouched(Setting(tmp_path, rounds=1, untouched=2))
    assert [row[0] for row in nothing.rows] == ["`heatfig render`, all up to date", "`python -c pass`"]
    assert len(list((tmp_path / "untouched").glob("*.png"))) == 2


def test_rows_go_through_verbs_as_in_pandas(tmp_path: Path) -> None:
    subprocess.run([sys.executable, HERE / "write_scores.py", "long", "4000", tmp_path / "long.csv"], check=True)
    (tmp_path / "families.csv").write_text("name,family\nr0,a\nr1,b\n")
    (tmp_path / "chain.yaml").write_text(CHAIN.format(file="long.csv"))
    call = [sys.executable, HERE / "peers" / "large.py", "chain", tmp_path / "long.csv", tmp_path / "means.csv"]
    subprocess.run(list(map(str, call)), check=True)
    head, *cells = cells_of(tmp_path / "chain.yaml", None)
    ours = [float(cell[head.index("value")]) for cell in cells]
    _, *lines = (tmp_path / "means.csv").read_text().splitlines()
    assert ours == pytest.approx([float(field) for line in lines for field in line.split(",")[1:]])


def test_large_files_are_what_they_are_to_be(tmp_path: Path) -> None:
    for kind, count in (("wide", 3), ("long", 4000)):
        subprocess.run([sys.executable, HERE / "write_scores.py", kind, str(count), tmp_path / kind], check=True)
    wide, long = ((tmp_path / kind).read_text().splitlines() for kind in ("wide", "long"))
    assert (wide[0], len(wide), {line.count(",") for line in wide}) == ("row,c0,c1,c2", 4, {3})
    assert (long[0], len(long)) == ("row,column,seed,score", 4001)
    assert len({line.rsplit(",", 1)[0] for line in long}) == 4001
