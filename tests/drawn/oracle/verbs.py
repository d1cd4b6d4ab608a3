"""The verbs of `transform` in pandas: frames of texts from frames of texts."""

import calendar
import re
from datetime import datetime
from itertools import pairwise, product
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from oracle.aggregates import together
from oracle.files import natural, rows_of
from oracle.numerals import DIVIDED, OF_NONE, exact, fields_in, filled, shown_as, value_of, values_of
from oracle.predicates import holds, pattern
from oracle.spec import Spec, listed

# What its stubs say of pandas is less than it does.
Frame: TypeAlias = Any
Column: TypeAlias = Any


def transformed(frame: Frame, verbs: list[Spec], folder: Path) -> Frame:
    """The rows after all verbs; `attrs` keep the order of labels that have one of their own."""
    attrs = frame.attrs
    for item in verbs:
        ((verb, asked),) = item.items()
        match verb:
            case "filter":
                frame = frame[holds(asked, frame)]
            case "lookup":
                frame = looked_up(frame, asked, folder)
            case "derive":
                for name, operation in asked.items():
                    frame = frame.assign(**{name: _derived(frame, name, operation, attrs)})
            case "extract":
                frame = frame.assign(**_parts(frame[asked["column"]], asked))
            case "rescale":
                moved = {name: _rescaled(frame[name], asked, attrs["missing"]) for name in listed(asked["columns"])}
                frame = frame.assign(**moved)
            case "bin":
                frame = frame.assign(**{asked["into"]: _binned(frame, asked, attrs)})
            case "aggregate":
                frame = _aggregated(frame, asked)
            case "compare":
                frame = _compared(frame, asked)
            case "symmetrize":
                one, other = asked
                names = {name: at for at, name in enumerate(dict.fromkeys([*frame[one], *frame[other]]))}
                attrs["positions"] |= {one: names, other: names}
                mirrored = frame[frame[one] != frame[other]].rename(columns={one: other, other: one})
                frame = pd.concat([frame, mirrored])[list(frame.columns)]
            case _:
                raise AssertionError(f"no verb: {verb}")
        frame = frame.reset_index(drop=True)
        frame.attrs = attrs
    return frame


def looked_up(frame: Frame, asked: Spec, folder: Path) -> Frame:
    """The rows with columns of a second file."""
    second = rows_of({"scores": asked}, folder)
    keys = asked["key"] if isinstance(asked["key"], dict) else {name: name for name in listed(asked["key"])}
    columns = asked.get("columns", asked.get("values", "score"))
    columns = columns if isinstance(columns, dict) else {name: name for name in listed(columns)}
    rows = dict(
        zip(zip(*(second[theirs] for theirs in keys.values()), strict=True), second.to_dict("records"), strict=True)
    )
    found = [rows[key] for key in zip(*(frame[ours] for ours in keys), strict=True)]
    dates = second.attrs["dates"]
    frame.attrs["dates"] |= {new: dates[theirs] for new, theirs in columns.items() if theirs in dates}
    return frame.assign(**{new: [row[theirs] for row in found] for new, theirs in columns.items()})


def _numbers(frame: Frame, operand: Any) -> Column:
    if isinstance(operand, list):
        return pd.concat([_numbers(frame, each) for each in operand], axis=1).prod(axis=1, skipna=False)
    if operand in frame.columns:
        return values_of(frame[operand])
    return pd.Series(float(operand), frame.index)


def _columns(frame: Frame, operand: Any) -> list[Column]:
    """The columns that an operand is made of."""
    if isinstance(operand, list):
        return [column for each in operand for column in _columns(frame, each)]
    return [frame[operand]] if operand in frame.columns else []


def _texts(
    numbers: Column, of: list[Column], missing: list[str], broken: Column | None = None, why: str = ""
) -> Column:
    """Numbers as texts; where one of the columns that they are made of has none, its kind of missing, the first."""
    place = {text: at for at, text in enumerate(missing)}
    ranks = [column.map(lambda text: place.get(text.strip(), len(missing))) for column in of]
    first = pd.concat([pd.Series(len(missing), numbers.index), *ranks], axis=1).min(axis=1)
    found = numbers.map(lambda number: "" if np.isnan(number) else exact(number)).astype(object)
    found = found if broken is None else found.mask(broken, why)
    return found.where(first == len(missing), first.map(dict(enumerate(missing))))


def _derived(frame: Frame, name: str, operation: Spec, attrs: dict[Any, Any]) -> Column:
    missing = attrs["missing"]
    match operation:
        case {"divide": [dividend, divisor] as operands}:
            by = _numbers(frame, divisor)
            numbers = _numbers(frame, dividend) / by.mask(by == 0)
            return _texts(numbers, _columns(frame, operands), missing, by == 0, DIVIDED)
        case {"subtract": [one, other] as operands}:
            return _texts(_numbers(frame, one) - _numbers(frame, other), _columns(frame, operands), missing)
        case {"add": operands}:
            numbers = pd.concat([_numbers(frame, each) for each in operands], axis=1).sum(axis=1, skipna=False)
            return _texts(numbers, _columns(frame, operands), missing)
        case {"log10": operand}:
            of = _numbers(frame, operand)
            return _texts(np.log10(of.mask(of <= 0)), _columns(frame, operand), missing, of <= 0, OF_NONE)
        case {"abs": operand}:
            return _texts(_numbers(frame, operand).abs(), _columns(frame, operand), missing)
        case {"part": part, "of": column}:
            found = frame[column].map(lambda text: _part(part, datetime.fromisoformat(text)))
            attrs["positions"][name] = _calendar(part) or {
                text: at for at, text in enumerate(sorted(set(found), key=natural))
            }
            return found
        case {"text": template}:
            fields = fields_in(template)
            texts = [
                filled(template, {(c, f): shown_as(row[c], f) for c, f in fields}) for row in frame.to_dict("records")
            ]
            return pd.Series(texts, frame.index, dtype=object)
        case {"map": texts, "of": column}:
            return frame[column].map(lambda text: _mapped(texts, text))
    raise AssertionError(f"no operation: {operation}")


def _part(part: str, moment: datetime) -> str:
    match part:
        case "weekday":
            return calendar.day_abbr[moment.weekday()]
        case "month":
            return calendar.month_abbr[moment.month]
        case "date":
            return moment.date().isoformat()
        case _:
            return str(getattr(moment, part))


def _calendar(part: str) -> dict[str, int]:
    names = {"weekday": list(calendar.day_abbr), "month": list(calendar.month_abbr)}.get(part, [])
    return {name: at for at, name in enumerate(names)}


def _mapped(texts: dict[str, str], text: str) -> str:
    if text in texts:
        return texts[text]
    return next((new for key, new in texts.items() if pd.Series([text]).str.fullmatch(pattern(key)).all()), "")


def _parts(column: Column, asked: Spec) -> dict[str, Column]:
    """What names in braces stand for; a text that looks otherwise means missing, if it is not to be kept as such."""
    kinds = {"name": "(?P<{0}>.+?)", "*": ".*", "?": "."}
    found = re.finditer(r"\{(?P<name>\w+)\}|\\(?P<literal>.)|(?P<other>.)", asked["pattern"])
    parts = [("name", one["name"]) if one["name"] else (one["other"], one["literal"] or one["other"]) for one in found]
    expression = "".join(kinds.get(kind or "", re.escape(text)).format(text) for kind, text in parts)
    fits = column.str.extract(rf"\A{expression}\Z", flags=re.DOTALL)
    return {name: fits[name].fillna("" if asked.get("missing") == "keep" else column) for name in fits}


def _rescaled(column: Column, asked: Spec, missing: list[str]) -> Column:
    (a, b), (c, d) = (map(float, asked[key]) for key in ("from", "to"))
    return _texts(c + (values_of(column) - a) * (d - c) / (b - a), [column], missing)


def _binned(frame: Frame, asked: Spec, attrs: dict[Any, Any]) -> Column:
    numbers = values_of(frame[asked["column"]])
    low, high = float(numbers.min()), float(numbers.max())
    if "edges" in asked:
        edges = [float(edge) for edge in asked["edges"]]
    elif "count" in asked:
        edges = np.linspace(low, high, int(asked["count"]) + 1).tolist()
    else:
        width = float(asked["width"])
        first, last = np.floor(low / width), max(np.ceil(high / width), np.floor(low / width) + 1)
        edges = (np.arange(first, last + 1) * width).tolist()
    names = [f"{exact(one)}{' to ' if edges[0] < 0 else '–'}{exact(other)}" for one, other in pairwise(edges)]
    attrs["positions"][asked["into"]] = {name: at for at, name in enumerate([*names, ""])}
    at = [max(sum(number >= edge for edge in edges[:-1]) - 1, 0) for number in numbers]
    return pd.Series(
        [names[n] if not np.isnan(v) else "" for n, v in zip(at, numbers, strict=True)], frame.index, dtype=object
    )


def together_of(texts: list[str], using: str, missing: list[str]) -> str:
    """The aggregate of a column's texts; the first of its kinds of missing where it has no number."""
    numbers = [value for text in texts if not np.isnan(value := value_of(text))]
    if numbers or using == "count":
        return exact(together(numbers, using))
    return min((text.strip() for text in texts), key=missing.index)


def _aggregated(frame: Frame, asked: Spec) -> Frame:
    by, using, into = listed(asked["by"]), asked["using"], asked["into"]
    groups: dict[tuple[str, ...], list[str]] = {}
    texts = frame[asked["column"]] if "column" in asked else pd.Series("1", frame.index)
    for key, text in zip(zip(*(frame[name] for name in by), strict=True), texts, strict=True):
        groups.setdefault(key, []).append(text)
    rows = {key: together_of(held, using, frame.attrs["missing"]) for key, held in groups.items()}
    if "complete" in asked:
        positions = [list(dict.fromkeys(key[at] for key in rows)) for at in range(len(by))]
        rows |= {key: asked["complete"] for key in product(*positions) if key not in rows}
    return pd.DataFrame([{**dict(zip(by, key, strict=True)), into: text} for key, text in rows.items()], dtype=object)


def _compared(frame: Frame, asked: Spec) -> Frame:
    base, key = holds(asked["to"], frame), listed(asked["key"])
    theirs = {tuple(row[name] for name in key): row[asked["column"]] for row in frame[base].to_dict("records")}
    rest = frame[~base]
    partners = pd.Series([theirs.get(tuple(row[n] for n in key), "") for row in rest.to_dict("records")], rest.index)
    one, other, of = values_of(rest[asked["column"]]), values_of(partners), [rest[asked["column"]], partners]
    match asked["using"]:
        case "difference":
            found = _texts(one - other, of, frame.attrs["missing"])
        case "ratio":
            found = _texts(one / other.mask(other == 0), of, frame.attrs["missing"], other == 0, DIVIDED)
        case _:
            percent = 100 * (one / other.mask(other == 0) - 1)
            found = _texts(percent, of, frame.attrs["missing"], other == 0, DIVIDED)
    return rest.assign(**{asked["into"]: found})


def axis_lookup(frame: Frame, column: str, asked: Spec, folder: Path) -> tuple[Frame, Frame]:
    """The rows with what a second file says of an axis' labels, and that file."""
    second = rows_of({"scores": asked}, folder)
    facts = second.set_index(asked["key"])
    new = {name: frame[column].map(facts[name]).fillna("") for name in facts.columns if name not in frame.columns}
    attrs = {**frame.attrs, "dates": {**frame.attrs["dates"], **second.attrs["dates"]}}
    frame = frame.assign(**new)
    frame.attrs = attrs
    return frame, second
