"""Many different figures in all formats, and the same with nothing to do."""

import sys
from collections.abc import Iterator

import inputs
from measure import Call, race
from report import Goal, Section, against, seconds
from setting import FORMATS, HEATFIG, Setting, by_script

ALL = ",".join(FORMATS)


def batch(setting: Setting) -> Iterator[Section]:
    """Different figures × 3 formats, by one process of each peer, and by heatfig with a job a core and with one."""
    specs, out = setting.folder("inputs", "batch"), setting.folder("batch")
    inputs.batch(specs, setting.batch)
    files = sorted(specs.glob("*.csv"))
    render: Call = [HEATFIG, "render", specs, "-f", ALL, "--force", "-o", out]
    calls = {"heatfig": render, "heatfig --jobs 1": [*render, "--jobs", "1"]}
    calls |= {
        f"{name}, one process": by_script(name, out, ALL, files)
        for name in ("vl-convert", "seaborn", "matplotlib by hand")
    }
    times = {name: found.median for name, found in race(calls, max(1, setting.rounds // 3), warm=False).items()}
    ours = times["heatfig"]
    goals = [
        Goal("batch: vl-convert / heatfig", times["vl-convert, one process"] / ours, 1, at_least=True),
        Goal("batch: seaborn / heatfig", times["seaborn, one process"] / ours, 6, at_least=True),
        Goal("batch: matplotlib by hand / heatfig", times["matplotlib by hand, one process"] / ours, 3, at_least=True),
        Goal("batch: one job / a job a core", times["heatfig --jobs 1"] / ours, 1.7, at_least=True),
    ]
    rows = [[name, against(found, ours), f"{found / setting.batch * 1000:.0f} ms"] for name, found in times.items()]
    yield Section(f"{setting.batch} figures × 3 formats", ["program", "time", "a figure"], rows, goals)


def untouched(setting: Setting) -> Iterator[Section]:
    """Specs × 3 formats that are all up to date, beside a Python that does nothing."""
    specs, out = setting.folder("inputs", "untouched"), setting.folder("untouched")
    inputs.batch(specs, setting.untouched, dpi=30, rows=inputs.ROWS[:2])
    call: Call = [HEATFIG, "render", specs, "-o", out]
    race({"render": call}, 1, warm=False)
    found = race({"nothing to do": call, "python -c pass": [sys.executable, "-c", "pass"]}, setting.rounds)
    ours, bare = found["nothing to do"].median, found["python -c pass"].median
    rows = [["`heatfig render`, all up to date", seconds(ours)], ["`python -c pass`", seconds(bare)]]
    goals = [Goal("nothing to do / `python -c pass`", ours / bare, 20)]
    yield Section(f"{setting.untouched} figures × 3 formats, nothing to do", ["call", "time"], rows, goals)
