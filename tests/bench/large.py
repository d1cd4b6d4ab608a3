"""Score files of a size at which reading and memory decide."""

import sys
from collections.abc import Iterator
from pathlib import Path

from measure import Call, Times, race
from report import Goal, Section, against
from setting import HEATFIG, HERE, PEER, Setting

MATRIX = """scores: {{file: {file}, form: wide}}
axes: {{x: {{ticks: none}}, y: {{ticks: none}}}}
range: [0, 1]
size: {{width: 6in, height: 5in}}
"""
MEANS = """scores: {file}
value: score
aggregate: mean
axes: {{y: {{column: row, ticks: none}}, x: {{column: column, ticks: none}}}}
size: {{width: 6in, height: 5in}}
"""
CHAIN = """scores: {file}
transform:
  - filter: {{seed: {{above: 1}}}}
  - lookup: {{file: families.csv, key: {{row: name}}, columns: family}}
  - derive: {{percent: {{divide: [score, 0.01]}}}}
value: percent
aggregate: mean
axes: {{y: {{column: family}}, x: {{column: column}}}}
"""
FAMILIES, NAMED = 7, 1000  # rows of the file have some of these names
HEAD = ["program", "time", "memory"]
ROUNDS = 3
MIDDLING = 1226


def large(setting: Setting) -> Iterator[Section]:
    """Wide files to PNG, a long file to means, at once and through verbs, and a middling one to SVG and PDF."""
    yield from (_wide(setting, side) for side in setting.wide)
    yield _long(setting)
    yield _chain(setting)
    yield _middling(setting)


def _spec(setting: Setting, kind: str, count: int, text: str) -> Path:
    """The spec of a large file, which is written unless it is there."""
    file = setting.folder("inputs", "large") / f"{kind}_{count}.csv"
    if not file.exists():
        race({"write": [sys.executable, HERE / "write_scores.py", kind, str(count), file]}, 1, warm=False)
    spec = file.with_suffix(".yaml")
    spec.write_text(text.format(file=file.name), encoding="utf-8")
    return spec


def _wide(setting: Setting, side: int) -> Section:
    spec, out = _spec(setting, "wide", side, MATRIX), setting.folder("large")
    file, peer = spec.with_suffix(".csv"), [PEER, HERE / "peers" / "large.py"]
    calls: dict[str, Call] = {"heatfig": [HEATFIG, "render", spec, "-f", "png", "--force", "-o", out]}
    calls |= {name: [*peer, name, file, out / f"{name}_{side}.png"] for name in ("imshow", "seaborn")}
    times = race(calls, min(ROUNDS, setting.rounds), warm=False)
    ours, size = times["heatfig"], f"{side:,} × {side:,}"
    goals = [
        Goal(f"{size} / pandas and imshow", ours.median / times["imshow"].median, 0.5),
        Goal(f"{size} / seaborn", ours.median / times["seaborn"].median, 0.15),
        Goal(f"{size}, memory in MB", ours.peak, 500),
    ]
    return Section(f"{size} CSV to PNG", HEAD, _rows(times), goals)


def _long(setting: Setting) -> Section:
    spec = _spec(setting, "long", setting.long, MEANS)
    return _means(setting, spec, "groupby", "long file to means", f"{setting.long:,} rows to a grid of means", 1.1)


def _chain(setting: Setting) -> Section:
    """A filter, a lookup, a quotient, and means."""
    spec = _spec(setting, "long", setting.long, CHAIN)
    families = "".join(f"r{row},family {row % FAMILIES}\n" for row in range(NAMED))
    (spec.parent / "families.csv").write_text(f"name,family\n{families}", encoding="utf-8")
    title = f"{setting.long:,} rows through three verbs to a grid of means"
    return _means(setting, spec, "chain", "long file through verbs", title, 1)


def _means(setting: Setting, spec: Path, kind: str, what: str, title: str, most: float) -> Section:
    out, theirs = setting.folder("large"), "pandas groupby on categoricals"
    calls: dict[str, Call] = {
        "heatfig check": [HEATFIG, "check", spec],
        theirs: [PEER, HERE / "peers" / "large.py", kind, spec.with_suffix(".csv"), out / "means.csv"],
    }
    times = race(calls, min(ROUNDS, setting.rounds), warm=False)
    ours, pandas = times["heatfig check"], times[theirs]
    goals = [
        Goal(f"{what} / pandas", ours.median / pandas.median, most),
        Goal(f"{what}, memory / pandas", ours.peak / pandas.peak, 0.5),
    ]
    return Section(title, HEAD, _rows(times), goals)


def _middling(setting: Setting) -> Section:
    spec, out = _spec(setting, "wide", MIDDLING, MATRIX), setting.folder("large")
    race({"heatfig": [HEATFIG, "render", spec, "-f", "svg,pdf", "--force", "-o", out]}, 1, warm=False)
    sizes = {form: (out / f"{spec.stem}.{form}").stat().st_size / 1e6 for form in ("svg", "pdf")}
    goals = [Goal(f"{MIDDLING} × {MIDDLING} to {form.upper()}, MB", size, 3) for form, size in sizes.items()]
    rows = [[form.upper(), f"{size:.2f} MB"] for form, size in sizes.items()]
    return Section(f"{MIDDLING} × {MIDDLING} cells", ["format", "size"], rows, goals)


def _rows(times: dict[str, Times]) -> list[list[str]]:
    ours = next(iter(times.values())).median
    return [[name, against(found.median, ours), f"{found.peak:.0f} MB"] for name, found in times.items()]
