"""One figure, each time by a new process, and the calls that draw nothing."""

from collections.abc import Iterator
from pathlib import Path

from measure import Call, Times, race
from report import Goal, Section, against, seconds
from setting import FORMATS, HEATFIG, Setting, absent, by_script, others

SCRIPTS = ("seaborn", "matplotlib by hand", "vl-convert")
CALLS = {"--help": 0, "--version": 0, "rendr": 2, "check": 0}


def cold(setting: Setting) -> Iterator[Section]:
    """One figure in each format, the sizes of the files, and what the small calls cost."""
    spec, pictures = setting.figure(), setting.folder("pictures")
    times = {form: race(_calls(spec, pictures, form), setting.rounds) for form in FORMATS}
    yield _figures(times, pictures)
    yield _small(spec, pictures, setting.rounds)


def _calls(spec: Path, pictures: Path, form: str) -> dict[str, Call]:
    """The call of each program that draws the picture in one format into a folder of its own."""
    csv = spec.with_suffix(".csv")
    calls: dict[str, Call] = {"heatfig": [HEATFIG, "render", spec, "-f", form, "--force", "-o", pictures / "heatfig"]}
    calls |= {name: by_script(name, _folder(pictures, name), form, [csv]) for name in SCRIPTS}
    return calls | {name: [*call, _folder(pictures, name) / f"picture.{form}", csv] for name, call in others()}


def _folder(pictures: Path, name: str) -> Path:
    made = pictures / name.replace(" ", "-")
    made.mkdir(exist_ok=True)
    return made


def _figures(times: dict[str, dict[str, Times]], pictures: Path) -> Section:
    rows, sizes = [], {}
    for name in times["png"]:
        sizes[name] = [(_folder(pictures, name) / f"picture.{form}").stat().st_size / 1000 for form in FORMATS]
        spent = [against(times[form][name].median, times[form]["heatfig"].median) for form in FORMATS]
        rows.append([name, *spent, *(f"{size:.0f}" for size in sizes[name])])
    head = ["program", *(f"to {form.upper()}" for form in FORMATS), *(f"{form.upper()}, kB" for form in FORMATS)]
    note = f"10 × 10 cells with numbers, colorbar, labels and title on 6 × 5 in, 300 dpi; from CSV. {absent()}"
    return Section("One figure, cold", head, rows, [*_goals(times), *_size_goals(sizes)], note)


def _goals(times: dict[str, dict[str, Times]]) -> Iterator[Goal]:
    for form, found in times.items():
        ours = found["heatfig"].median
        yield Goal(f"cold {form.upper()} / seaborn", ours / found["seaborn"].median, 0.45)
        yield Goal(f"cold {form.upper()} / matplotlib by hand", ours / found["matplotlib by hand"].median, 1.0)


def _size_goals(sizes: dict[str, list[float]]) -> Iterator[Goal]:
    for form, ours, theirs in zip(FORMATS, sizes["heatfig"], sizes["matplotlib by hand"], strict=True):
        yield Goal(f"size of the {form.upper()} / matplotlib by hand", ours / theirs, 1.1 if form == "png" else 1.0)


def _small(spec: Path, pictures: Path, rounds: int) -> Section:
    """Each call takes turns with the script by hand, which draws a PNG meanwhile."""
    by_hand = by_script(
        "matplotlib by hand", _folder(pictures, "matplotlib by hand"), "png", [spec.with_suffix(".csv")]
    )
    rows, goals = [], []
    for word, status in CALLS.items():
        ours: Call = [HEATFIG, word, *([spec] if word == "check" else [])]
        times = race({word: ours, "by hand": by_hand}, rounds, {word: status})
        share = times[word].median / times["by hand"].median
        rows.append([f"`heatfig {word}`", seconds(times[word].median), f"{share:.2f}"])
        goals.append(Goal(f"`{word}` / matplotlib by hand to PNG", share, 0.7 if word == "check" else 0.3))
    return Section("Calls that draw nothing", ["call", "time", "/ matplotlib by hand to PNG"], rows, goals)
