"""Score files read with pandas and json: frames of texts."""

import gzip
import io
import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
from oracle.numerals import REASONS
from oracle.spec import Spec, listed, mapping, tokens_of


def rows_of(settings: Spec, folder: Path) -> pd.DataFrame:
    """The rows of all score files of a panel, one after the other."""
    asked = [mapping(each, "file") for each in listed(settings["scores"])]
    frames = [_read(each, path, held) for each in asked for path, held in _found(folder, each["file"])]
    frame = pd.concat(frames, ignore_index=True).fillna("")
    dates = {c: form for each in asked for c, form in each.get("parse", {}).items()}
    frame.attrs = {"dates": dates, "positions": {}, "missing": ["", *tokens_of(settings), *REASONS]}
    return frame


def defaults(settings: Spec) -> dict[str, str]:
    """What the axes and the value are called where nobody says so."""
    first = mapping(listed(settings["scores"])[0], "file")
    if first.get("form") == "lm-eval":
        return {"value": "score"}
    if first.get("form") != "wide":
        return {}
    columns = first.get("columns", {})
    measures = list(columns) if isinstance(columns, dict) and "not" not in columns else []
    value = measures[0] if measures else first.get("values", "score")
    rows = first.get("rows", "y" if first.get("header") == "none" else "\0first")
    names = {"y": "y" if rows == "none" else listed(rows)[-1], "x": first.get("names", "x"), "value": value}
    if measures:
        names["x"] = re.findall(r"\{(.*?)\}", columns[value])[0]
    return names


def _found(folder: Path, name: str) -> list[tuple[Path, dict[str, str]]]:
    """The files of a name or a pattern, each with the columns that its path says."""
    if not set(name) & set("*?{"):
        return [(folder / name, {})]
    while name.startswith("../"):
        name, folder = name.removeprefix("../"), folder.parent
    signs = re.split(r"(\{\w+\}|\*\*/|\*|\?)", name)
    special = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    wanted = "".join(special.get(s) or (f"(?P<{s[1:-1]}>[^/]+)" if s[:1] == "{" else re.escape(s)) for s in signs)
    paths = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    matched = [
        (path, re.fullmatch(wanted, text)) for text, path in sorted(paths.items(), key=lambda it: natural(it[0]))
    ]
    return [(path, match.groupdict()) for path, match in matched if match]


def natural(text: str) -> list[tuple[bool, int, str]]:
    """A key by which r2 comes before r10."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", text)]


def _read(asked: Spec, path: Path, held: dict[str, str]) -> pd.DataFrame:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    kind = path.name.removesuffix(".gz").rsplit(".", 1)[1]
    if asked.get("form") == "lm-eval":
        frame = _evaluations(json.loads(raw))
    elif kind in {"json", "jsonl"}:
        found = json.loads(raw) if kind == "json" else [json.loads(line) for line in raw.splitlines() if line.strip()]
        frame = pd.DataFrame([_flat(line) for line in (found if isinstance(found, list) else [found])])
    else:
        frame = separated(path, asked)
    return frame.assign(**held)


def _text_of(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")


def separated(path: Path, asked: Spec) -> pd.DataFrame:
    """The rows of a file with separators, of a wide one a row for each cell."""
    header = asked.get("header", "unique")
    separator = asked.get("separator", "\t" if path.suffix == ".tsv" else ",")
    written = [line for line in _text_of(path).split("\n") if not line.startswith(asked.get("comment", "\n"))]
    if header == "short":
        written[0] = separator + written[0]
    lines = pd.read_csv(io.StringIO("\n".join(written)), sep=separator, header=None, dtype=str, keep_default_na=False)
    if header != "none":
        lines, lines.columns = lines[1:].reset_index(drop=True), pd.Index(_told_apart(lines.iloc[0].tolist()))
    lines.columns = pd.Index([str(name) for name in lines.columns])
    return _long(lines, asked) if asked.get("form") == "wide" else lines


def _told_apart(names: list[str]) -> list[str]:
    return [f"{name} ({names[:at].count(name) + 1})" if name in names[:at] else name for at, name in enumerate(names)]


def _long(lines: pd.DataFrame, asked: Spec) -> pd.DataFrame:
    """A wide file's cells as rows."""
    rows = asked.get("rows", "none" if asked.get("header") == "none" else lines.columns[0])
    if rows == "none":
        lines, rows = lines.assign(y=[str(number) for number in range(len(lines))]), "y"
    if rows == "":
        lines, rows = lines.rename(columns={"": "y"}), "y"
    if asked.get("row_names") == "repeated":
        name, before = listed(rows)[-1], lines.groupby(listed(rows)).cumcount()
        apart = lines[name].where(before == 0, lines[name] + " (" + (before + 1).astype(str) + ")")
        lines = lines.assign(**{name: apart})
    ids = [*listed(rows), *listed(asked.get("keep", []))]
    columns = asked.get("columns", {"not": []})
    others = [name for name in lines.columns if name not in ids]
    if isinstance(columns, dict) and "not" not in columns:
        return _measured(lines, ids, columns, others)
    chosen = (
        listed(columns) if not isinstance(columns, dict) else [n for n in others if n not in listed(columns["not"])]
    )
    chosen = [name for name in others if name in chosen]
    names, values = asked.get("names", "x"), asked.get("values", "score")
    found = lines.reset_index().melt(["index", *ids], chosen, names, values)
    return found.sort_values("index", kind="stable").drop(columns="index").reset_index(drop=True)


def _measured(lines: pd.DataFrame, ids: list[str], patterns: Spec, others: list[str]) -> pd.DataFrame:
    """Several measures, the labels of which stand in their names."""
    (token,) = {name for text in patterns.values() for name in re.findall(r"\{(.*?)\}", text)}
    forms = {measure: re.escape(text).replace(rf"\{{{token}\}}", "(.*)") for measure, text in patterns.items()}
    labels = dict.fromkeys(m[1] for name in others for form in forms.values() if (m := re.fullmatch(form, name)))
    parts = [
        lines[ids].assign(
            **{token: label}, **{m: lines[text.replace(f"{{{token}}}", label)] for m, text in patterns.items()}
        )
        for label in labels
    ]
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def _flat(line: dict[str, Any], before: str = "") -> dict[str, str]:
    """A mapping's texts under dotted names."""
    found: dict[str, str] = {}
    for key, value in line.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{key}.")
        else:
            found[before + key] = "" if value is None else json.dumps(value) if not isinstance(value, str) else value
    return found


def _evaluations(content: dict[str, Any]) -> pd.DataFrame:
    """Results of lm-evaluation-harness, before and since version 0.4."""
    config = content["config"]
    named = dict(part.split("=", 1) for part in config["model_args"].split(",")) if config.get("model_args") else {}
    model = named.get("pretrained") or content.get("model_name", "")
    rows = []
    for task, results in content["results"].items():
        for key, score in results.items():
            metric, _, name = key.partition(",")
            if isinstance(score, int | float) and not metric.endswith("_stderr"):
                rows.append(
                    {"task": task, "metric": metric, "filter": name or "none", "score": repr(score), "model": model}
                )
    return pd.DataFrame(rows)
