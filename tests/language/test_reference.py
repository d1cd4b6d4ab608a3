import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from heatfig.build.figure import Figure, prepare
from heatfig.diagnostics import Problems
from heatfig.language.hints import keys_of
from heatfig.language.reference import reference
from heatfig.language.reference.sections import Section, sections
from heatfig.scales.colors import named_table
from heatfig.scales.norms import Linear
from heatfig.scales.number_format import for_people
from parts import colorbars, legend

README = Path(__file__).parents[2] / "specs" / "README.md"
TEXT = README.read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"`(\w+\.\w+)`[^`]*\n\n```(?:csv|yaml)\n(.*?)```", TEXT, re.DOTALL))

# The smallest spec: what stands in it is YAML, as written in a spec.
SMALLEST: dict[str, Any] = {
    "scores": "scores.csv",
    "value": "accuracy",
    "aggregate": "mean",
    "axes": {"x": {"column": "task"}, "y": {"column": "model"}},
}
SCALED = ("bars", "points", "line")
DISTRIBUTIONS = ("violin", "box")
STRIP = {"beside": {"right": {"strip": {"field": "family", "colormap": {"categories": "{Heron: teal, Otter: red}"}}}}}
OF_ROWS = ("rows: [family, model]", "rows: none", "keep: [params]")
WIDE: dict[str, Any] = {
    "scores": {"file": "wide.csv", "form": "wide", "rows": "model", "keep": "[family, params, date]"},
    "value": None,
    "aggregate": None,
    "axes": None,
}
# What a mapping, a key or one example needs beside it; None takes something away.
COMPANIONS: dict[str, dict[str, Any]] = {
    "colorbar.align": {"colorbar": {"length": "50%"}},
    "scores": {"scores": {"file": "scores.csv"}},
    "scores.form": WIDE,
    "scores.form: lm-eval": {
        "scores": {"file": "results.json", "rows": None, "keep": None},
        "axes": {"x": {"column": "task"}, "y": {"column": "model"}},
    },
    "scores.header: repeated": WIDE,
    **{f"scores.{key}": WIDE for key in ("rows", "row_names", "keep", "columns", "names", "values", "parse")},
    "scores.header: short": {**WIDE, "scores": {"file": "short.csv", "form": "wide"}},
    "scores.header: none": {**WIDE, "scores": {"file": "bare.csv", "form": "wide"}},
    "scores.columns: {accuracy: 'acc_{task}', error: 'std_{task}'}": {
        "scores": {"file": "measures.csv", "rows": None, "keep": None}
    },
    **{f"scores.{key}": {"scores": {"keep": None, "columns": "[Reading, Math]"}} for key in OF_ROWS},
    "scores.separator: ;": {"scores": {"file": "semicolons.csv", "decimal": '","'}},
    'scores.separator: "\\t"': {"scores": {"file": "scores.tsv"}},
    "scores.comment": {"scores": {"comment": "'#'"}},
    "scores.decimal": {"scores": {"file": "semicolons.csv", "separator": ";"}},
    "axes.y.format": {"axes": {"y": {"column": "depth"}}},
    "axes.y.format: '%b %Y'": {"axes": {"y": {"column": "day"}}},
    "axes.y.scale": {"axes": {"y": {"column": "depth"}}},
    "axes.y.keep_empty": {"axes": {"y": {"order": "[mini, base, large, huge]"}}},
    **{path: {"axes": {"y": {"lines": {"at": "base"}}}} for path in ("axes.y.lines", "axes.y.lines.stroke")},
    **{
        f"colormap.{key}": {
            "value": "family",
            "aggregate": {"using": "first"},
            "colormap": {"name": None, "categories": "{Heron: teal, Otter: red}"},
        }
        for key in ("labels", "heading")
    },
    "cells.at": {"cells": {"shape": "bar"}},
    "aggregate": {"aggregate": {"using": "mean"}},
    "aggregate.repeats": {"aggregate": {"using": "mean", "repeats": {"least": 2}}},
    **{path: {"normalize": {"using": "share"}} for path in ("normalize.per", "normalize.into", "normalize.undefined")},
    "normalize.per: [x, y.group]": {"axes": {"y": {"group": {"column": "family"}}}},
    "annotations.text": {"aggregate": {"using": "mean", "spread": "std", "columns": {"p": "min"}}},
    **{f"annotations.legend.{key}": {"annotations": {key: {"best": "max"}}} for key in ("bold", "italic", "underline")},
    "annotations.legend: {bold: best of each task}": {"annotations": {"bold": {"best": "max"}}},
    "stars.where: lower": {"axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}}},
    **{f"condition.{key}": {"annotations": {"bold": {"best": "max"}}} for key in ("field", "rank", "per")},
    "condition.clusters": {
        "transform": [{"symmetrize": "[task, trained_on]"}],
        "axes": {
            "x": {"column": "trained_on", "order": {"like": "y"}},
            "y": {"column": "task", "order": {"cluster": "average"}},
        },
    },
    "condition.per: [x, y.group]": {"axes": {"y": {"group": {"column": "family"}}}},
    "condition.not: diagonal": {"axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}}},
    **{path: {"cells": {"size": {"field": "count"}}} for path in ("cells.size", "cells.size.range")},
    **{f"cells.{key}": {"cells": {"shape": "circle"}} for key in ("fill", "stroke")},
    "cells.size.ticks": {"cells": {"size": {"range": "[0, 10]"}}},
    **{
        f".mask: {parts}": {"axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}}}
        for parts in ("upper", "[upper, diagonal]")
    },
    ".colormap: {categories: {Heron: teal, Otter: '#c8553d'}}": {"value": "family", "aggregate": "first"},
    ".marks": {"aggregate": {"using": "mean", "columns": {"p": "min"}}},
    "stars": {"marks": [{"stars": {"field": "p"}}], "aggregate": {"using": "mean", "columns": {"p": "min"}}},
    "symbol": {
        "marks": [{"symbol": {"where": "true", "text": "†"}}],
        "aggregate": {"using": "mean", "columns": {"p": "min"}},
    },
    "outline": {"marks": [{"outline": {"where": "true"}}]},
    "stroke": {"marks": [{"outline": {"where": "true"}}]},
    "hatch": {"marks": [{"hatch": {"where": "true"}}]},
    "order.descending": {"axes": {"y": {"order": {"by": "params"}}}},
    "order.panel": {"axes": {"y": {"order": {"by": "params"}}}, "panels": "[{name: a}, {name: b}]"},
    "order.metric": {"axes": {"y": {"order": {"cluster": "average"}}}},
    "order.eigenvectors": {
        "transform": [{"symmetrize": "[task, trained_on]"}],
        "axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}},
    },
    "order.like": {"axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}}},
    "summary": {"axes": {"y": {"order": {"by": {"field": "value", "using": "mean"}}}}},
    "axes.y.side: diagonal": {
        "axes": {"x": {"column": "trained_on"}, "y": {"column": "task"}},
        "mask": "[lower]",
    },
    "axes.y.group": {"axes": {"y": {"group": {"column": "family"}}}},
    "colormap": {"colormap": {"name": "viridis"}},
    "colormap.stops": {"colormap": {"name": None}},
    "norm.labels": {"norm": {"bins": "7"}},
    "colormap.cubehelix": {"colormap": {"name": None}},
    "colormap.colors": {"colormap": {"name": None}},
    "colorbar.ticks": {"range": "[0, 1]"},
    "colorbar.labels": {"range": "[0, 1]", "colorbar": {"ticks": "[0, 0.5, 1]"}},
    "colorbar.ticks.every": {"range": "[0, 1]"},
    "missing.tokens": {"scores": "oom.csv", "missing": {"tokens": {"OOM": {"label": "out of memory"}}}},
    "missing.tokens: {n/a: {label: not run, hatch: level}}": {"scores": "na.csv"},
    "split": {"split": {"column": "method"}},
    "split.keep_empty": {"split": {"order": "[Probe, LoRA, Tuned]"}},
    "strip.labels": STRIP,
    "strip.colorbar": {"beside": {"right": {"strip": {"field": "params"}}}},
    "strip.norm": {"beside": {"right": {"strip": {"field": "params"}}}},
    "strip.range": {"beside": {"right": {"strip": {"field": "params"}}}},
    "strip.using": {"beside": {"right": {"strip": {"field": "value"}}}},
    "strip.where": {"beside": {"right": {"strip": {"field": "value", "using": "mean"}}}},
    **{
        f"strip.{key}": {"beside": {"right": {"strip": {"field": "family"}}}}
        for key in ("label", "named", "colormap", "thickness")
    },
    "strip.style": {"beside": {"right": {"strip": {"field": "family", "named": "true"}}}},
    "name": {"beside": {"right": {"bars": {"field": "value", "using": "mean"}}}},
    "track name": {"beside": {"right": {"margin": {"field": "value", "using": "mean"}}}},
    "strip.colormap: Greens": {"beside": {"right": {"strip": {"field": "params"}}}},
    "colormap.categories": {"beside": {"right": {"strip": {"field": "family"}}}},
    **{kind: {"beside": {"right": {kind: {"field": "value", "using": "mean"}}}} for kind in SCALED},
    **{kind: {"beside": {"right": {kind: {"field": "value"}}}} for kind in DISTRIBUTIONS},
    "margin": {"beside": {"right": {"margin": {"field": "value", "using": "mean"}}}},
    **{
        f"margin.{key}": {"beside": {"right": {"margin": {"colormap": "Greens"}}}}
        for key in ("range", "norm", "colorbar")
    },
    "text": {"beside": {"right": {"text": {"text": '"{params}"'}}}},
    "text.using": {"beside": {"right": {"text": {"text": '"{value:.2f}"'}}}},
    "text.where": {"beside": {"right": {"text": {"text": '"{value:.2f}"', "using": "mean"}}}},
    "bars.stacked": {
        "beside": {"right": {"bars": {"field": None, "using": None, "stacked": {"field": "value", "using": "mean"}}}}
    },
    "cell style": {"marks": [{"stars": {"field": "value"}}]},
    "labels.stroke": {"beside": {"right": {"labels": {"only": "[base]"}}}},
    "dendrogram": {"axes": {"y": {"order": {"cluster": "average"}}}},
    "dendrogram.colors": {"beside": {"right": {"dendrogram": {"clusters": 3}}}},
    **{f"size.width: {width}": {"venue": "icml2026"} for width in ("columnwidth", "0.5 textwidth")},
    "title.side": {"title": {"text": "Accuracy"}},
    "panels.legend": {"panels": [{"name": "a", "beside": "{left: {strip: family}}"}]},
    "colorbar.for": {"panels": "[{name: a}, {name: b}]"},
    "layout.grid": {"panels": "[{name: a}, {name: b}, {name: gain}]"},
    "gap.dash: dashed": {"gap": {"color": "black"}},
    "size.height": {"size": {"width": "85mm"}},
    "facet": {"facet": {"column": "method"}},
    "lookup": {"transform": [{"lookup": {"file": "models.csv", "key": "model", "columns": "layers"}}]},
    "lookup.key: [model, task]": {"transform": [{"lookup": {"file": "pairs.csv"}}]},
    "lookup.key: {model: name}": {"transform": [{"lookup": {"file": "names.csv"}}]},
    "lookup.form": {
        "transform": [{"lookup": {"file": "facts.csv", "key": "{model: model, task: x}", "columns": None}}]
    },
    "lookup.names": {
        "transform": [
            {
                "lookup": {
                    "file": "facts.csv",
                    "form": "wide",
                    "key": "[model, task]",
                    "columns": None,
                    "values": "p_value",
                }
            }
        ]
    },
    "lookup.values": {
        "transform": [
            {"lookup": {"file": "facts.csv", "form": "wide", "key": "{model: model, task: x}", "columns": None}}
        ]
    },
    "lookup.separator": {"transform": [{"lookup": {"file": "models_semicolons.csv"}}]},
    "lookup.decimal": {"transform": [{"lookup": {"file": "models_semicolons.csv", "separator": ";"}}]},
    "axes.y.lookup": {"axes": {"y": {"lookup": {"file": "models.csv", "key": "model"}}}},
    "axes.y.lookup.key": {"axes": {"y": {"lookup": {"file": "names.csv"}}}},
    "axes.y.lookup.separator": {"axes": {"y": {"lookup": {"file": "models_semicolons.csv"}}}},
    "axes.y.lookup.decimal": {"axes": {"y": {"lookup": {"file": "models_semicolons.csv", "separator": ";"}}}},
    "lookup.parse": {"transform": [{"lookup": {"file": "names.csv", "key": "{model: name}"}}]},
    "axes.y.lookup.parse": {"axes": {"y": {"lookup": {"file": "names.csv", "key": "name"}}}},
    "extract": {"transform": [{"extract": {"column": "day", "pattern": "'{year}-*'"}}]},
    **{f"extract.{key}": {"transform": [{"extract": {"missing": "keep"}}]} for key in ("column", "pattern")},
    "rescale": {"transform": [{"rescale": {"columns": "accuracy", "from": "[0, 1]", "to": "[0, 100]"}}]},
    "bin": {"transform": [{"bin": {"column": "accuracy", "into": "level"}}]},
    **{f"bin.{name}": {"transform": [{"bin": {"width": 0.1}}]} for name in ("column", "into")},
    "transform.aggregate": {
        "value": "average",
        "transform": [{"aggregate": {"using": "mean", "column": "accuracy", "by": "[model, task]", "into": "average"}}],
    },
    "compare": {
        "transform": [
            {
                "compare": {
                    "column": "accuracy",
                    "to": "{method: Probe}",
                    "using": "difference",
                    "key": "[model, task, split]",
                    "into": "gain",
                }
            }
        ]
    },
    "derive.part": {"transform": [{"derive": {"made": {"of": "day"}}}]},
    "derive.map": {"transform": [{"derive": {"made": {"of": "family"}}}]},
    "derive.of": {"transform": [{"derive": {"made": {"map": "{Heron: bird}"}}}]},
}
# Where the mapping of a heading stands that may stand at several places, or under keys of the user's own.
PLACES = {
    "style": "colorbar.style",
    "label style": "axes.y.style",
    "cell style": "marks.stars.style",
    "label": "axes.y.label",
    "name": "beside.right.bars.label",
    "track name": "beside.right.margin.label",
    "missing.tokens": "missing.tokens.OOM",
    "where": "where.accuracy",
    **dict.fromkeys(("where: not", "where: matches"), "where.split"),
    "where: same": "where.task",
    "where: min: '2024-03-01'": "where.day",
    "order": "axes.y.order",
    "summary": "axes.y.order.by",
    **{
        kind: f"beside.right.{kind}"
        for kind in (*SCALED, *DISTRIBUTIONS, "strip", "text", "margin", "dendrogram", "labels")
    },
    "labels.stroke": "beside.right.labels.stroke",
    "bars.stacked": "beside.right.bars.stacked",
    "condition": "annotations.bold",
    "stroke": "marks.outline.stroke",
    **{kind: f"marks.{kind}" for kind in ("stars", "symbol", "outline", "hatch")},
    "colormap: categories": "beside.right.strip.colormap",
    **{verb: f"transform.{verb}" for verb in ("lookup", "extract", "rescale", "bin", "compare")},
    "derive": "transform.derive.made",
}


def tables() -> dict[str, list[list[str]]]:
    """The cells of each table below `Every key`, by its heading."""
    found: dict[str, list[list[str]]] = {}
    for part in re.split(r"^### ", TEXT.split("## Every key")[1].split("## Venues")[0], flags=re.MULTILINE)[1:]:
        lines = [line for line in part.splitlines() if line.startswith("|")][2:]
        cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
        found[part.splitlines()[0]] = cells
    return found


def examples() -> Iterator[tuple[str, str]]:
    """Each example of the tables with the dotted path of the mapping that it belongs into."""
    for heading, rows in tables().items():
        path = re.findall(r"`(.+?)`", heading)[-1:] or [""]
        for row in rows:
            for example in row[4].split("<br>"):
                yield path[0], example.strip("`").replace(r"\|", "|")


def flow(node: Any) -> str:
    """A mapping whose leaves are YAML already, in braces."""
    if isinstance(node, list):
        return f"[{', '.join(map(flow, node))}]"
    if not isinstance(node, dict):
        return str(node)
    return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in node.items() if value is not None) + "}"


def merged(one: Any, other: Any) -> Any:
    if isinstance(one, list) and isinstance(other, list):
        return [merged(one[0], other[0])]
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    return {**one, **{key: merged(one.get(key), value) for key, value in other.items()}}


def spec_around(path: str, example: str) -> str:
    """The smallest spec with an example at its place, and with what the example needs beside it."""
    key, value = example.split(": ", 1)
    spec = SMALLEST
    for companion in (path, f"{path}.{key}", f"{path}.{example}"):
        spec = merged(spec, COMPANIONS.get(companion, {}))
    placed: Any = {key: value}
    place = next(filter(None, map(PLACES.get, (f"{path}: {example}", f"{path}: {key}", path))), path)
    for step in reversed(list(filter(None, place.split(".")))):
        placed = {step: [placed] if step in {"panels", "transform", "marks", "layers"} else placed}
    spec = merged(spec, placed)
    return "".join(f"{name}: {flow(value)}\n" for name, value in spec.items() if value is not None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the introduction shows, and those that the examples of the tables suppose."""
    folder = tmp_path_factory.mktemp("reference")
    for name, body in BLOCKS.items():
        (folder / name).write_text(body, encoding="utf-8")
    families = {"mini": "Heron", "base": "Heron", "large": "Otter"}
    facts = {"mini": "6,2024-01-31", "base": "12,2024-03-31", "large": "24,2025-01-31"}
    rows = ["model,family,depth,day,task,trained_on,method,split,is_best,chance,params,seed,p,accuracy"]
    params = {"mini": 1, "base": 7, "large": 70}
    cells = product(families, ("Reading", "Math"), ("Probe", "LoRA"), ("test", "dev", "train"))
    for count, (name, task, method, split) in enumerate(cells, start=2):
        trained_on = "Reading" if count % 3 else "Math"
        labels = f"{name},{families[name]},{facts[name]},{task},{trained_on},{method},{split}"
        rows.append(
            f"{labels},{str(name == 'base').lower()},0.25,{params[name]},{count % 3},{count / 500},{count / 64}"
        )
    long = "\n".join(rows) + "\n"
    (folder / "scores.csv").write_text(long, encoding="utf-8")
    (folder / "more.csv").write_text(long, encoding="utf-8")
    (folder / "scores.tsv").write_text(long.replace(",", "\t"), encoding="utf-8")
    (folder / "semicolons.csv").write_text(long.replace(",", ";").replace(".", ","), encoding="utf-8")
    for name, token in (("oom", "OOM"), ("na", "n/a")):
        without = rows[-1].rpartition(",")[0]
        (folder / f"{name}.csv").write_text(f"{long}{without},{token}\n", encoding="utf-8")
    (folder / "paper.yaml").write_text("font: {size: 9}\n", encoding="utf-8")
    wide = "mini,Heron,7,0.62,0.41,0.5,1.2.2026\nlarge,Otter,70,0.81,0.5,0.6,2.2.2026\n"
    (folder / "wide.csv").write_text(f"model,family,params,Reading,Math,Average,date\n{wide}", encoding="utf-8")
    (folder / "short.csv").write_text("Reading,Math\nmini,0.62,0.41\nlarge,0.81,0.5\n", encoding="utf-8")
    (folder / "runs" / "a").mkdir(parents=True)
    (folder / "runs" / "a" / "1.csv").write_text("task,accuracy\nReading,0.62\n", encoding="utf-8")
    (folder / "results.json").write_text(
        '{"results": {"arc": {"acc": 0.5}}, "config": {"model": "hf"}}', encoding="utf-8"
    )
    (folder / "measures.csv").write_text("model,acc_QA,std_QA\nmini,0.62,0.41\n", encoding="utf-8")
    (folder / "bare.csv").write_text("0.62,0.41\n0.81,0.5\n", encoding="utf-8")
    (folder / "models").mkdir()
    for name, layers in (("mini", 1.5), ("base", 7), ("large", 70)):
        (folder / "models" / f"{name}.csv").write_text(f"layers,heads\n{layers},4\n", encoding="utf-8")
    (folder / "families.csv").write_text("family,color\nHeron,teal\nOtter,#c8553d\n", encoding="utf-8")
    models = "model,layers\nmini,1.5\nbase,7\nlarge,70\n"
    (folder / "models.csv").write_text(models, encoding="utf-8")
    names = "name,layers,released\nmini,1.5,1.2.2026\nbase,7,1.3.2026\nlarge,70,1.4.2026\n"
    (folder / "names.csv").write_text(names, encoding="utf-8")
    (folder / "models_semicolons.csv").write_text(models.replace(",", ";").replace(".", ","), encoding="utf-8")
    (folder / "facts.csv").write_text("model,Reading,Math\nmini,1,2\nbase,3,4\nlarge,5,6\n", encoding="utf-8")
    pairs = "".join(f"{name},{task},1\n" for name, task in product(families, ("Reading", "Math")))
    (folder / "pairs.csv").write_text(f"model,task,layers\n{pairs}", encoding="utf-8")
    return folder


def shown(folder: Path, name: str) -> Figure:
    return prepare(folder / name)


def test_the_reference_in_the_repository_is_what_the_types_say() -> None:
    assert reference() == TEXT


def test_the_module_prints_the_reference(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "heatfig.language.reference"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    assert printed == README.read_bytes()


def test_writing_the_reference_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys, heatfig.language.reference; print(*{'matplotlib', 'pandas', 'numpy', 'typer'} & set(sys.modules))"
    )
    printed = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert printed.stdout.strip() == ""


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.title)
def test_every_key_is_described_with_an_example(section: Section) -> None:
    rows = {row[0].strip("`"): row for row in tables()[section.title]}
    assert {name for record in section.records for name in keys_of(record)} >= rows.keys()
    assert rows.keys() == {key.name for key in section.keys}
    for key, row in rows.items():
        assert len(row) == 5
        assert all(row), f"{key} has an empty cell"
        assert all(text.startswith(f"`{key}: ") for text in row[4].split("<br>"))


def test_types_name_the_form_of_each_example() -> None:
    for row in (row for rows in tables().values() for row in rows):
        for example in row[4].split("<br>"):
            match example.split(": ", 1)[1][0]:
                case "[":
                    assert "list of" in row[1], example
                case "{":
                    assert re.search(
                        r"\[mapping]|\[(condition|predicate|verb|track)|\[`\w+`]|^mapping of|(,|or) mapping of", row[1]
                    ), example
                case _:
                    assert not re.match(r"list of|mapping of|\[mapping]", row[1]), example


def others() -> list[tuple[str, list[str]]]:
    """Each word of another tool in the table of these, and what is written here instead."""
    table = TEXT.split("## From seaborn, matplotlib and pandas")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \| (.+) \|$", table, re.MULTILINE)
    return [(word, re.findall("`(.+?)`", here)) for words, here in rows for word in re.findall("`(.+?)`", words)]


@pytest.mark.parametrize(("word", "here"), others(), ids=[word for word, _ in others()])
def test_another_tools_word_is_answered_as_the_table_says(word: str, here: list[str], folder: Path) -> None:
    spec = folder / "other.yaml"
    spec.write_text("".join(f"{key}: {flow(value)}\n" for key, value in SMALLEST.items()) + f"{word}: 1\n")
    with pytest.raises(Problems) as raised:
        prepare(spec)
    hints = [problem.hint for problem in raised.value.diagnostics if problem.message == f"unknown key '{word}'"]
    assert any(re.search(rf"\b{text.split(':')[0]}\b", hints[0]) for text in here)


@pytest.mark.parametrize("here", sorted({text for _, texts in others() for text in texts}))
def test_what_the_table_says_instead_is_valid(here: str, folder: Path) -> None:
    spec = folder / "other.yaml"
    key, value = here.split(": ", 1)
    wide: dict[str, Any] = dict.fromkeys(SMALLEST) if "form: wide" in here else SMALLEST
    given = yaml.safe_load(f"{{{key}: {value}}}")
    if key == "per":
        given = {"normalize": {"using": "zscore", **given}}
    clustered = {"axes": {"y": {"order": {"cluster": "average"}}}} if "dendrogram" in here else {}
    whole = merged(merged(merged(SMALLEST, clustered), wide), given)
    spec.write_text(yaml.safe_dump({key: value for key, value in whole.items() if value is not None}))
    prepare(spec)


@pytest.mark.parametrize(("path", "example"), list(examples()))
def test_every_example_is_valid_at_its_place(path: str, example: str, folder: Path) -> None:
    spec = folder / "example.yaml"
    spec.write_text(spec_around(path, example), encoding="utf-8")
    prepare(spec)


def test_every_companion_of_an_example_is_needed() -> None:
    used = {f"{path}.{part}" for path, example in examples() for part in (example, example.split(": ")[0])}
    assert set(COMPANIONS) <= used | {path for path, _ in examples()}


def test_the_specs_of_the_introduction_show_what_it_says(folder: Path) -> None:
    assert [name for name in BLOCKS if name.endswith(".yaml")] == [
        "accuracy.yaml",
        "accuracy_wide.yaml",
        "methods.yaml",
        "names.yaml",
    ]
    long, wide = (shown(folder, name).plan for name in ("accuracy.yaml", "accuracy_wide.yaml"))
    assert long.panels[0].value == replace(wide.panels[0].value, name="accuracy")
    assert replace(long.panels[0], value=wide.panels[0].value) == wide.panels[0]
    assert long.panels[0].texts is not None
    assert long.panels[0].texts.texts[:, :, 0].tolist() == [["0.62", "0.41"], ["0.81", ""]]
    assert [entry.text.content for entry in legend(long)] == ["not tested"]
    names = shown(folder, "names.yaml").plan.panels[0].y
    assert (names.label.content, names.labels) == ("", ("mini", "large"))
    assert [tick.text.content for tick in names.ticks] == ["Mini-1B", "Large-7B"]


def test_the_introduction_is_right_about_panels(folder: Path) -> None:
    plan = shown(folder, "methods.yaml").plan
    first, second = plan.panels
    assert (first.x.label.content, second.x.label.content) == ("Task", "Task after tuning")
    assert plan.scale_of(first) is plan.scale_of(second)
    assert plan.scale_of(first).norm == Linear(0.41, 0.84)
    assert len(colorbars(plan, plan.beside)) == 1
    narrow = BLOCKS["methods.yaml"].replace("where: {method: Probe}", "where: {method: Probe, task: Math}")
    path = folder / "narrow.yaml"
    path.write_text(narrow, encoding="utf-8")
    first, second = prepare(path).plan.panels
    assert first.x.labels == second.x.labels == ("Math", "Reading")
    path.write_text(f"{narrow}share: {{x: false}}\n", encoding="utf-8")
    first, second = prepare(path).plan.panels
    assert (first.x.labels, second.x.labels) == (("Math",), ("Reading", "Math"))


def test_number_formats_give_what_the_table_says() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| `([^`]+)` \|", TEXT.split("## Every key")[0], re.MULTILINE)
    assert len(rows) == 11
    for form, half, negative in rows:
        assert [for_people(score, form).replace("\N{MINUS SIGN}", "-") for score in (0.5, -1234.25)] == [half, negative]


def test_colormaps_that_the_reference_names_exist() -> None:
    said = re.findall(r"- \*\*Colormaps\*\*(.*?)\n\n", TEXT, re.DOTALL)[0]
    names = [name for name in re.findall(r"(?<!\[)`([\w:]+)`", said) if name != "_r"]
    assert len(names) == 7
    assert all(len(named_table(name)) and len(named_table(f"{name}_r")) for name in names)


def test_links_of_the_reference_lead_to_its_headings() -> None:
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL), re.MULTILINE)
    slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert len(slugs) == len(set(slugs))
    assert set(re.findall(r"\]\(#([^)]*)\)", TEXT)) <= set(slugs)
