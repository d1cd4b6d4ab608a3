"""The same scores in other formats give the same plan; what says so otherwise is told at its line."""

import gzip
import io
import json
from dataclasses import replace
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tables import at, source

from heatfig.build.figure import compiled
from heatfig.data.preaggregation import Preaggregation
from heatfig.data.predicates import In
from heatfig.data.readers.opening import read_table
from heatfig.data.readers.packed import unpacked
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Problems

ROWS = [("a", "p", "0.5"), ("a", "q", "1"), ("b", "p", ""), ("b", "q", "-2e-3")]
CSV = "model,task,score\n" + "".join(",".join(row) + "\n" for row in ROWS)
RECORDS = [f'{{"model": "{m}", "task": "{t}", "score": {s or "null"}}}' for m, t, s in ROWS]
FILES = {
    "s.csv": CSV.encode(),
    "s.tsv": CSV.replace(",", "\t").encode(),
    "s.csv.gz": gzip.compress(CSV.encode()),
    "s.tsv.gz": gzip.compress(CSV[:20].replace(",", "\t").encode())
    + gzip.compress(CSV[20:].replace(",", "\t").encode()),
    "s.jsonl": "\n".join(RECORDS).encode(),
    "s.json": f"[{', '.join(RECORDS)}]".encode(),
}


@pytest.mark.parametrize("aggregate", ["", "aggregate: mean\n"])
@pytest.mark.parametrize("name", FILES)
def test_the_same_scores_give_the_same_plan(tmp_path: Path, name: str, aggregate: str) -> None:
    spec = tmp_path / "one.yaml"
    for one in (name, "s.csv"):
        (tmp_path / one).write_bytes(FILES[one])
    spec.write_text(f"scores: {name}\nvalue: score\n{aggregate}axes: {{y: model, x: task}}\n")
    found = compiled(spec).plan
    spec.write_text(f"scores: s.csv\nvalue: score\n{aggregate}axes: {{y: model, x: task}}\n")
    assert found == compiled(spec).plan


def test_packed_blocks_are_unpacked_in_whole_lines_wherever_they_are_cut() -> None:
    packed = gzip.compress(b"".join(b"%d,a\n" % n for n in range(3_000_000)))
    blocks = list(unpacked((packed[at : at + 999_999] for at in range(0, len(packed), 999_999)), "s.csv.gz"))
    assert len(blocks) > 1
    assert all(block.endswith(b"\n") for block in blocks)
    assert b"".join(blocks) == gzip.decompress(packed)


def test_an_object_may_lack_fields_and_hold_others_within() -> None:
    text = '{"a": {"b": 1.50, "c": true, "d": {"e": 2}}, "n": "NO"}\n\n{"n": 010}\n'.replace("010", "10")
    found = read_table(source(text, "s.jsonl"), Wanted(("a.b", "a.c", "a.d.e", "n")))
    assert {name: column.labels.texts().tolist() for name, column in found.columns.items()} == {
        "a.b": ["1.50", ""],
        "a.c": ["true", ""],
        "a.d.e": ["2", ""],
        "n": ["NO", "10"],
    }
    assert [found.place(row).line for row in range(2)] == [1, 3]


KEPT = Wanted(
    ("y", "x"),
    ("v",),
    verbs=[(Filter(In("y", ("a",), (("y",),))), at)],
    preaggregation=Preaggregation(("y", "x"), "v", "mean"),
)


def test_lines_of_objects_and_groups_of_rows_go_through_verbs_as_they_are_read() -> None:
    rows = [("ab"[n % 2], str(n % 3), n) for n in range(300)]
    objects = [{"y": y, "v": v, **({"x": x} if v > 1 else {})} for y, x, v in rows]
    lines = "".join(json.dumps(one) + "\n" for one in objects).encode()
    blocks = lines.splitlines(keepends=True)
    found = read_table(replace(source("", "s.jsonl"), blocks=blocks), KEPT)
    whole = read_table(replace(source("", "s.jsonl"), blocks=[lines]), KEPT)
    packed = io.BytesIO()
    table = pyarrow.table(
        {"y": [y for y, *_ in rows], "v": [v for *_, v in rows], "x": [x if v > 1 else "" for _, x, v in rows]}
    )
    pyarrow.parquet.write_table(table, packed, row_group_size=7)
    grouped = read_table(replace(source("", "s.parquet"), blocks=[packed.getvalue()]), KEPT)
    for each in (found, whole, grouped):
        assert each.columns["x"].labels.texts().tolist() == ["", "2", "1", "0"]
        assert each.columns["v"].numbers.values.tolist() == whole.columns["v"].numbers.values.tolist()
        assert each.weights is not None
        assert each.weights.sum() == 150
    assert [found.place(row).line for row in range(4)] == [1, 3, 5, 7]


def test_what_is_wrong_in_a_later_block_of_lines_is_told_at_its_line() -> None:
    blocks = [b'{"y": "a", "x": 1, "v": 1}\n\n', b'{"y": "a", "x": 1, "v": 1}\n', b'{"y": "a",\n']
    with pytest.raises(Problems) as found:
        read_table(replace(source("", "s.jsonl"), blocks=blocks), KEPT)
    assert [str(told.place) for told in found.value.diagnostics] == ["s.jsonl:4"]
    lacking = read_table(replace(source("", "s.jsonl"), blocks=[b'{"y": "a", "v": 1}\n'] * 3), KEPT)
    assert [*lacking.columns] == ["y", "v"]


def test_a_wide_file_may_be_of_objects(tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text('{"model": "m", "QA": 0.5, "NLI": 1}\n')
    (tmp_path / "one.yaml").write_text("scores: {file: s.jsonl, form: wide}\n")
    panel = compiled(tmp_path / "one.yaml").plan.panels[0]
    assert (panel.y.labels, panel.x.labels) == (("m",), ("QA", "NLI"))


OLD = {
    "results": {"arc": {"acc": 0.5, "acc_stderr": 0.01, "acc_norm": 0.25, "acc_norm_stderr": 0.02}, "lm": {"ppl": 9}},
    "config": {"model": "hf-causal", "model_args": "revision=x,pretrained=lab/m,dtype=y", "num_fewshot": 2},
}
NEW = {
    "results": {
        "arc": {"alias": "arc", "acc,none": 0.5, "acc_stderr,none": "N/A", "acc,strict": 1, "sample_len": 100},
        "mmlu": {"alias": " - mmlu", "acc,none": "N/A"},
    },
    "n-shot": {"arc": 5, "mmlu": 0},
    "higher_is_better": {"arc": {"acc": True}},
    "model_name": "lab/n",
}


@pytest.mark.parametrize(
    ("results", "rows"),
    [
        (
            OLD,
            [
                ["arc", "acc", "none", "0.5", "0.01", "2", "", "lab/m"],
                ["arc", "acc_norm", "none", "0.25", "0.02", "2", "", "lab/m"],
                ["lm", "ppl", "none", "9", "", "2", "", "lab/m"],
            ],
        ),
        (
            NEW,
            [
                ["arc", "acc", "none", "0.5", "", "5", "true", "lab/n"],
                ["arc", "acc", "strict", "1", "", "5", "true", "lab/n"],
                ["mmlu", "acc", "none", "", "", "0", "", "lab/n"],
            ],
        ),
    ],
    ids=["before 0.4", "since 0.4"],
)
def test_results_of_an_evaluation_are_rows_with_their_lines(results: object, rows: list[list[str]]) -> None:
    text = json.dumps(results, indent=1)
    found = read_table(_results(text), Wanted())
    assert list(map(list, zip(*(c.labels.texts().tolist() for c in found.columns.values()), strict=True))) == rows
    lines = text.splitlines()
    for row, (_, metric, *_) in enumerate(rows):
        assert f'"{metric}' in lines[found.place(row).line - 1]


def test_a_captured_model_takes_the_place_of_the_one_in_the_results() -> None:
    found = read_table(_results(json.dumps(OLD)), Wanted(captured={"model": "mine"}))
    assert found.columns["model"].labels.names == ("mine",)


@pytest.mark.parametrize("text", ["[]", "{}", '{"results": []}', '{"results": {"arc": 1}}', '{"results": {}}'])
def test_what_is_no_result_file_is_told(text: str) -> None:
    with pytest.raises(Problems) as found:
        read_table(_results(text), Wanted())
    assert [problem.place and problem.place.line for problem in found.value.diagnostics] == [1]


def _results(text: str) -> Source:
    return replace(source(text, "r.json"), form="lm-eval")
