"""Many figures at once: parallel, in shards, with every fault costing its own figure only."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

from batches import SPEC, batch, heatfig, hold, holder, started, wait_for_figures

from heatfig.build.batch import Shard, jobs_for
from heatfig.build.cluster import under_way

BROKEN = ["value: w", "valu: v", "scores: none.csv", "range: [1, 0]", "colormap: no_such", "axes: 1", "\tx", "dpi: 1"]


def test_every_tenth_broken_in_another_way_costs_itself_only(tmp_path: Path) -> None:
    batch(tmp_path, 60)
    for index, number in enumerate(range(0, 60, 10)):
        with (tmp_path / "specs" / f"f{number:03}.yaml").open("a") as file:
            file.write(BROKEN[index] + "\n")
    done = heatfig(tmp_path, "render", "specs", "-o", "out", "-f", "svg", "-j", "2", "--junit", "report.xml")
    assert done.returncode == 2
    assert "54 written, 0 up to date, 6 failed" in done.stdout
    assert len(list((tmp_path / "out").iterdir())) == 54
    suite = ElementTree.parse(tmp_path / "report.xml").find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("60", "6")
    again = heatfig(tmp_path, "render", "specs", "-o", "out", "-f", "svg")
    assert "0 written, 54 up to date, 6 failed" in again.stdout


def test_the_junit_report_keeps_the_order_of_the_call_and_is_well_formed(tmp_path: Path) -> None:
    batch(tmp_path, 5)
    (tmp_path / "specs" / "f001.yaml").write_text('"a\\x01\\uffff": 1\n')
    (tmp_path / "specs" / os.fsdecode(b"g\xff<&.yaml")).write_text(SPEC % 1)
    heatfig(tmp_path, "render", "specs", "-o", "out", "-f", "svg", "-j", "2", "--junit", "report.xml")
    (suite,) = ElementTree.parse(tmp_path / "report.xml").getroot()
    counts = {"tests": "6", "failures": "1", "errors": "0", "skipped": "0"}
    assert suite.attrib == {"name": "heatfig"} | counts
    names = [*(f"specs/f{number:03}.yaml" for number in range(5)), "specs/g\\udcff<&.yaml"]
    assert [case.attrib for case in suite] == [{"classname": "heatfig", "name": name} for name in names]
    assert [child.tag for case in suite for child in case] == ["failure"]


def test_a_slow_first_figure_holds_no_other_up_and_little_is_under_way() -> None:
    sent, done, release = [], [], threading.Event()

    def submit(task: int) -> Future[object]:
        sent.append(task)
        return pool.submit(release.wait, 120) if task == 0 else pool.submit(int)

    with ThreadPoolExecutor(2) as pool:
        for task, _ in under_way(range(50), submit, lambda: 4):
            done.append(task)
            assert len(sent) - len(done) < 4
            if len(done) == 49:
                release.set()
    assert done[-1] == 0
    assert sorted(done) == list(range(50))


def test_parallel_and_alone_give_the_same_bytes(tmp_path: Path) -> None:
    batch(tmp_path, 4)
    heatfig(tmp_path, "render", "specs", "-o", "one", "-j", "1")
    heatfig(tmp_path, "render", "specs", "-o", "two", "-j", "2")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert len(one) == 12
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_shards_share_out_all_figures_each_once(tmp_path: Path) -> None:
    batch(tmp_path, 7)
    parts = [jobs_for([tmp_path / "specs"], Path(), Shard(number, 3)) for number in (1, 2, 3)]
    names = [job.spec.name for part in parts for job in part]
    assert sorted(names) == [f"f{number:03}.yaml" for number in range(7)]
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert heatfig(tmp_path, "render", "specs", "--shard", "4/3").returncode == 2


def test_a_worker_that_is_killed_costs_its_own_figure(tmp_path: Path) -> None:
    hold(batch(tmp_path, 12), 2, 5, 11)
    run = started(tmp_path, "-j", "2")
    for number in (2, 5, 11):
        os.kill(holder(tmp_path, number), signal.SIGKILL)
    _, errors = run.communicate()
    assert run.returncode == 3
    assert errors.count("the process that drew this figure died") == errors.count("error: ") == 3
    drawn = sorted(path.name for path in (tmp_path / "out").glob("*.png"))
    assert drawn == [f"f{number:03}.png" for number in range(12) if number not in {2, 5, 11}]
    assert "Traceback" not in errors
    assert heatfig(tmp_path, "render", "specs", "-o", "out").returncode == 0


def test_an_interrupt_ends_with_130_and_whole_files(tmp_path: Path) -> None:
    hold(batch(tmp_path, 20), 4)
    run = started(tmp_path, "-j", "2")
    wait_for_figures(tmp_path, 3)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate()
    assert run.returncode == 130
    assert "Traceback" not in errors
    assert [path for path in (tmp_path / "out").iterdir() if path.suffix == ".part"] == []
    assert 3 <= len(list((tmp_path / "out").glob("*.png"))) < 20
    heatfig(tmp_path, "render", "specs", "-o", "whole", "-j", "1")
    for path in (tmp_path / "out").iterdir():
        assert path.read_bytes() == (tmp_path / "whole" / path.name).read_bytes()


def test_a_disk_that_fills_up_half_way_costs_what_does_not_fit(tmp_path: Path) -> None:
    batch(tmp_path, 6)
    # One figure is far larger than the others; the limit on a file's size lies between.
    cells = "".join(f"c{x},r{y},{x * y}\n" for x in range(40) for y in range(40))
    (tmp_path / "specs" / "big.csv").write_text("x,y,v\n" + cells)
    (tmp_path / "specs" / "f003.yaml").write_text((SPEC % 3).replace("s.csv", "big.csv"))
    command = f"ulimit -f 100; exec {sys.executable} -m heatfig render specs -o out -f svg -j 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("cannot be written") == done.stderr.count("out/f003.svg") == 1
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == [f"f{number:03}.svg" for number in (0, 1, 2, 4, 5)]
