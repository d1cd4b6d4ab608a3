import itertools
from collections.abc import Iterable
from contextlib import chdir
from pathlib import Path

import pytest

from heatfig.app.commands.init import init
from heatfig.build.figure import compiled, prepare
from heatfig.diagnostics import Diagnostic
from heatfig.diagnostics.messages import as_text
from heatfig.plan.panel import PanelPlan
from heatfig.scales.norms import Centered, Linear

HOURS = "m,t,seed,hours,acc\na,p,1,3,.1\na,p,2,4,.2\nb,p,1,5,.3\nb,p,2,6,.4\na,q,1,7,.1\na,q,2,8,.2\nb,q,1,9,.3\n"
LONG = "model,task,seed,accuracy\na,QA,1,0.5\na,QA,2,0.7\nb,QA,1,0.1\nb,NLI,1,0.2\n"


def written(folder: Path, scores: str, name: str = "s.csv") -> Path:
    (folder / name).write_text(scores, encoding="utf-8")
    assert list(init([folder / name], None)) == [f"wrote {folder / 's.yaml'}"]
    return folder / "s.yaml"


def rows(header: str, *columns: Iterable[object]) -> str:
    """A long file with a row for each choice of labels; its scores rise from 0.51 by hundredths."""
    lines = [
        ",".join([*map(str, labels), f"{0.51 + number / 100:.2f}"])
        for number, labels in enumerate(itertools.product(*columns))
    ]
    return "\n".join([header, *lines]) + "\n"


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (LONG, ["value: accuracy", "aggregate: mean  # over seed: up to 2 rows a cell", "column: model, label: Model"]),
        ("model,task,delta\na,QA,-1.5\nb,QA,2.5\n", ["colormap: RdBu_r", "range: {center: 0}"]),
        ("name,one,two\na,1,2\nb,3,4\n", ["form: wide", "annotations: d"]),
        ("step,layer,loss\n10,1,0.5\n2,1,0.25\n", ["x: {column: step, label: Step, order: sorted}"]),
        ("model name,task: kind,my score\na,QA,1.5\n", ["column: model name", 'column: "task: kind"']),
        (rows("model,task,seed,f1", "ab", "pq", (1, 2, 3)), ["aggregate: mean  # over seed: 3 rows a cell"]),
        (rows("task,model,acc", "pqr", "ab"), ["y: {column: model", "x: {column: task"]),
        (rows("model,task,metric,acc", "ab", "pq", ("f1", "em")), ["y: {column: model", "facet: {column: metric}"]),
        (rows("model,task,layer,acc", "ab", "pqr", range(20)), ["x: {column: task", "facet: {column: model}"]),
        (rows("a,b,metric,seed,v", "ab", "pq", "mn", (1, 2)), ["over seed: 2 rows a cell", "facet: {column: metric}"]),
        (rows("name,kind,acc", ("a really long label", "b"), "pq"), ["y: {column: name", "x: {column: kind"]),
        (rows("kind,name,acc", "pq", ("a really long label", "b")), ["y: {column: name", "x: {column: kind"]),
        (
            "id,task_id,task,model,acc\n1,7,QA,a,1.5\n2,7,QA,b,2\n3,9,MT,a,3\n",
            ["y: {column: model", "x: {column: task,"],
        ),
        (",model,task,acc\n0,a,QA,.5\n1,a,MT,.6\n2,b,QA,.7\n3,b,MT,.8\n", ["y: {column: model", "x: {column: task,"]),
        ("when,model,task,acc\nMo,a,p,1\nTu,a,q,2\nWe,b,p,3\nTh,b,q,4\n", ["y: {column: model", "x: {column: task"]),
        (
            rows("m,family,t,acc", "a", "f", "pq") + "b,f,p,1\nb,f,q,1\nc,g,p,1\nc,g,q,1\n",
            ["{column: m}", "{column: t}"],
        ),
        (HOURS, ["y: {column: m}", "mean  # over seed: up to 2 rows a cell"]),
        (
            "run,state,learning_rate,batch,acc\na,ok,.1,16,.5\nb,ok,.1,32,.6\nc,no,.2,16,.7\nd,ok,.2,32,.8\n",
            ["{column: learning_rate", "{column: batch"],
        ),
        ("m,t,mean_score,rank_score\na,p,.5,1\na,q,.6,2\nb,p,.7,3\nb,q,.8,4\n", ["value: mean_score"]),
        ("m,acc,f1,acc,f1\na,.1,.2,.3,.4\nb,.5,.6,.7,.8\n", ["form: wide, header: repeated"]),
        ("rank,m,a,b,c\n1,x,.1,.2,.3\n2,y,.5,.6,.7\n", ["form: wide, rows: m, keep: [rank]"]),
        (
            "pred,true\nb,a\na,b\nb,b\na,b\n",
            [
                "aggregate: count",
                "y: {column: true, label: True, order: sorted}",
                "x: {column: pred, label: Pred, order",
            ],
        ),
        ("x,y,pearson\na,b,0.25\nb,a,-0.5\n", ["colormap: RdBu_r", "range: [-1, 1]"]),
        (",a,b\na,1,-0.5\nb,-0.5,1\n", ["colormap: RdBu_r", "range: [-1, 1]"]),
        ("m,t,diff\na,p,0.25\nb,p,-0.5\n", ["range: {center: 0}"]),
        ("m,t,acc\na,p,0.25\nb,p,0.5\n", ["# range: [0, 1]"]),
        ("m,t,acc\na,p,25.5\nb,p,93\n", ["# range: [0, 100]"]),
        (",0,1\n0,12,3\n1,4,50\n", ["form: wide", "annotations: d"]),
        ("0.5,0.5\n0.7,0.8\n", ["s.csv, form: wide, header: none}", "# A matrix without names"]),
        ("0.5,0.6\n0.7,0.8\n", ["s.csv, form: wide, header: none}"]),
        ("0,1,2\n0.5,0.6,1\n0.7,0.8,2\n", ["s.csv, form: wide, rows: none}", "rows are numbered"]),
        (",a,b\n0,0.5,0.6\n1,0.7,0.8\n", ["s.csv, form: wide}"]),
        ("Unnamed: 0,a,b\n0,0.5,0.6\n1,0.7,0.8\n", ["s.csv, form: wide}"]),
        ("to, E, D\n E,0.5,0.6\n D,0.7,0.8\n", ["s.csv, form: wide}"]),
        ("m,t,acc_mean,acc_std\na,p,0.5,0.01\nb,p,0.6,0.02\n", ["value: acc_mean", '"{value:.2f} ± {acc_std:.2f}"']),
        (
            "m,note,mean_QA,std_QA,mean_MT,std_MT\na,x,0.5,0.01,0.7,0.02\nb,x,0.6,0.02,0.8,0.01\n",
            [
                'rows: m, keep: [note], columns: {mean: "mean_{task}", std: "std_{task}"}}',
                'annotations: "{mean:.2f} ± {std:.2f}"',
            ],
        ),
        (
            "m,QA acc,QA sem,MT acc,MT sem\na,50.5,1,70,2\nb,60,2,80,1.5\n",
            ['columns: {acc: "{task} acc", sem: "{task} sem"}}', 'annotations: "{acc:.1f} ± {sem:.1f}"'],
        ),
        ("m,mean_QA,std_MT\na,0.5,0.01\nb,0.6,0.02\n", ["form: wide"]),
        (
            "family,model,params,QA,NLI,Math,note\nH,a,7,.1,.2,.3,x\nH,b,9,.3,.4,.5,y\nO,c,8,.5,.6,.7,x\n",
            ["form: wide, rows: model, keep: [family, params, note]}", "annotations: .1f"],
        ),
        ("model,acc\nours,0.71\nbase,0.65\n", ["form: wide"]),
        ("gene,drug,p_value\na,p,0.5\nb,p,2e-9\n", ["\nnorm: log", "annotations: .2g", "colorbar: {label: p_value}"]),
        ("source,target,Reads\na,p,3\nb,p,40000\n", ["\nnorm: log", "annotations: ',d'", "colorbar: {label: Reads}"]),
        ("m,t,loss\na,p,0.5\nb,p,900\n", ["\n# norm: log"]),
        (",a,b\na,1e-7,0.5\nb,3e-3,0.25\n", ["\nnorm: log", "annotations: .2g"]),
        ("m,t,loss\na,p,0\nb,p,90000\n", ["colormap: viridis\n# range: [0, 90000]\nannotations"]),
        ("day,hour,count\na,7,5\na,8,5\nb,7,5\nb,8,6\n", ["value: count", "{column: day", "{column: hour"]),
        ("X,Y,r,BF10,power\na,b,.1,.25,.9\na,c,.2,.35,.9\nb,c,.3,.5,.9\n", ["value: r\n"]),
        (
            "Name,State,lr,batch,seed,acc\n"
            + "".join(f"run{n},{'ok' if n else 'no'},0.{1 + n // 4},{n // 2 % 2},{n % 2},.{n + 1}\n" for n in range(8)),
            ["{column: lr", "{column: batch", "over seed: 2 rows a cell"],
        ),
        (
            "Model,Params (B),QA,NLI,Average\na,7,50.5,60.5,55.5\nb,8,70.5,80.5,75.5\n",
            ['form: wide, rows: Model, keep: ["Params (B)", Average]}'],
        ),
        (rows("model,task,metric,acc", "ab", "pq", "mn"), ["facet: {column: metric}\nlayout: {labels: outer}\n"]),
    ],
)
def test_init_finds_what_columns_are_for(tmp_path: Path, scores: str, said: list[str]) -> None:
    text = written(tmp_path, scores).read_text()
    assert [words for words in said if words not in text] == []
    prepare(tmp_path / "s.yaml")


@pytest.mark.parametrize(
    ("scores", "shown"),
    [
        (("1", "20"), "d"),
        (("1", "20000"), "',d'"),
        (("0.5", "2"), ".1f"),
        (("0.512345", "0.9"), ".2f"),
        (("0.9731", "0.9758"), ".3f"),
        (("123.456", "99.5"), ".1f"),
        (("1234.567", "99.5"), ".0f"),
        (("1e-6", "4e-5"), ".1e"),
        (("1.01e-6", "1.02e-6"), ".2e"),
        (("0.91", "0.042"), ".2f"),
        (("0.9134", "0.0042"), ".3f"),
        (("0.9134", "0.00042"), ".2g"),
        (("0.9134", "0"), ".2f"),
        (("512.25", "0.04"), ".2f"),
        (("0.71234", "0.71235", "0.71236", "0.71237", "1e-9"), ".4g"),
    ],
)
def test_annotations_have_the_decimals_of_the_scores(tmp_path: Path, scores: tuple[str, str], shown: str) -> None:
    spec = written(tmp_path, "model,task,acc\n" + "".join(f"m{n},t,{score}\n" for n, score in enumerate(scores)))
    assert f"annotations: {shown}\n" in spec.read_text()
    assert panel(spec).texts is not None


@pytest.mark.parametrize(
    ("sides", "layout", "size"),
    [
        (("ab", "pq", "mn"), "{labels: outer}", "# size: {width: 85mm}"),
        ((range(4), range(6), "klmn"), "{across: 2, labels: outer}", "# size: {width: 85mm}"),
        ((range(8), range(9), range(7)), "{labels: outer}", "size: {width: 180mm}"),
        ((range(6), range(6), range(5)), "{labels: outer}", "size: {width: 180mm}"),
        ((range(9), range(16), "mn"), "{across: 1, labels: outer}", "# size: {width: 85mm}"),
    ],
)
def test_facets_stand_in_rows_for_which_a_page_has_room(
    tmp_path: Path, sides: tuple[Iterable[object], ...], layout: str, size: str
) -> None:
    named = [[f"{kind} {label}" for label in labels] for kind, labels in zip(("A", "Task", "M"), sides, strict=True)]
    spec = written(tmp_path, rows("model,task,metric,acc", *named))
    assert f"facet: {{column: metric}}\nlayout: {layout}\n" in spec.read_text()
    assert spec.read_text().endswith(f"\n{size}\n")
    scene = prepare(spec).scene
    assert scene.width <= 180.001 / 25.4 * 72
    assert min(words.size for words in scene.text_runs()) >= 6


def test_panels_that_are_too_large_for_a_page_have_fewer_labels(tmp_path: Path) -> None:
    sides = (range(12), [f"to {n}" for n in range(25)], [f"of {n}" for n in range(25)])
    spec = written(tmp_path, rows("head,query,key,attention", *sides))
    text = spec.read_text()
    assert "y: {column: query, label: Query, ticks: auto}\n  x: {column: key, ticks: auto}" in text
    assert "layout: {labels: outer}\n" in text
    assert prepare(spec).scene.height < 297 / 25.4 * 72


def test_names_of_files_are_parted_between_words(tmp_path: Path) -> None:
    files = [evaluation(tmp_path, name, ("arc", "piqa")) for name in ("evals/alice", "others/albert", "others/ale")]
    assert [*init(files, tmp_path / "s.yaml")] == [f"wrote {tmp_path / 's.yaml'}"]
    assert 'file: "{part_1}/{part_2}.json"' in (tmp_path / "s.yaml").read_text()


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ("m,t,acc\nx,p,81.5%\nx,q,7.5%\ny,p,3.0%\n", ["{column: acc, pattern: '{percent}%'}", "'{percent:.1f}%'"]),
        ("m,p,q\nx,0.51±0.12,0.6±0.1\ny,0.71±0.12,0.8±0.1\n", ["{column: score, pattern: '{mean}±{error}'}", ".2f}±{"]),
        ("m,p,q\nx,5 (1),\ny,7 (2),8 (1)\n", ["pattern: '{mean} ({error})'", "'{mean:.0f} ({error:.0f})'"]),
        ("m,size,p,q\nx,7B,5%,6%\ny,7B,7%,8%\n", ["form: wide, rows: m, keep: [size]}", "{percent:.0f}%"]),
        ("p,q,m\n5%,6%,x\n7%,8%,y\n", ["form: wide, rows: m}"]),
        ("m,p,q\nx,5 ± 1,-\ny,7 ± 2,8 ± 1\n", ["pattern: '{mean} ± {error}'", 'tokens:\n    "-": not available']),
        ("m,t,seed,ok\nx,p,1,True\nx,q,1,True\ny,p,1,False\ny,p,2,True\n", ["'True': 1", "over seed: up to 2"]),
    ],
)
def test_numbers_are_taken_out_of_texts(tmp_path: Path, scores: str, said: list[str]) -> None:
    spec = written(tmp_path, scores)
    assert [words for words in said if words not in spec.read_text()] == []
    prepare(spec)


def test_letters_behind_a_number_are_of_its_name(tmp_path: Path) -> None:
    files = [evaluation(tmp_path, name, ("arc", "piqa")) for name in ("evals/small-7b", "evals/large-13b")]
    assert [*init(files, tmp_path / "s.yaml")] == [f"wrote {tmp_path / 's.yaml'}"]
    assert 'file: "evals/{part_1}.json"' in (tmp_path / "s.yaml").read_text()


def test_one_object_of_objects_is_told_to_be_one_row(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"a": {"p": 0.1, "q": 0.2}, "b": {"p": 0.3, "q": 0.4}}')
    (found,) = init([tmp_path / "s.json"], None)
    assert isinstance(found, Diagnostic)
    assert found.message == "the file is one object, and so one row, in which 'a.p' is a column"
    assert "orient='records'" in found.hint


def test_several_files_are_named_by_a_pattern_whose_parts_are_columns(tmp_path: Path) -> None:
    for model, seed in itertools.product("ab", (1, 2)):
        (tmp_path / "runs" / f"model-{model}").mkdir(parents=True, exist_ok=True)
        (tmp_path / "runs" / f"model-{model}" / f"seed{seed}.csv").write_text(f"task,acc\nQA,0.{seed}5\nNLI,0.25\n")
    files = sorted(tmp_path.glob("runs/*/*.csv"))
    assert list(init(files, tmp_path / "s.yaml")) == [f"wrote {tmp_path / 's.yaml'}"]
    text = (tmp_path / "s.yaml").read_text()
    assert 'scores: "runs/model-{model}/seed{seed}.csv"\n' in text
    assert "aggregate: mean  # over seed: 2 rows a cell\naxes:\n  y: {column: model" in text
    prepare(tmp_path / "s.yaml")


@pytest.mark.parametrize("pattern", ["runs/*/*.csv", "runs/{model}/seed?.csv"])
def test_files_are_found_by_a_pattern_that_the_shell_leaves_alone(tmp_path: Path, pattern: str) -> None:
    for model in ("a", "b"):
        (tmp_path / "runs" / model).mkdir(parents=True)
        (tmp_path / "runs" / model / "seed1.csv").write_text("task,acc\nQA,0.5\nNLI,0.25\n")
    assert list(init([tmp_path / pattern], tmp_path / "s.yaml")) == [f"wrote {tmp_path / 's.yaml'}"]
    assert 'scores: "runs/{' in (tmp_path / "s.yaml").read_text()


def test_a_pattern_that_finds_nothing_is_told(tmp_path: Path) -> None:
    (found,) = init([tmp_path / "runs/*.csv"], tmp_path / "s.yaml")
    assert isinstance(found, Diagnostic)
    assert found.message == "no file fits this pattern"
    assert not (tmp_path / "s.yaml").exists()


@pytest.mark.parametrize(
    ("files", "spec"),
    [
        (("runs/v1.5/a.csv", "runs/v1.5/b.csv"), "runs/v1.5.yaml"),
        (("runs/v1.5/a.csv", "runs/v2/a.csv"), "runs.yaml"),
        (("a.csv", "b.csv"), "here.yaml"),
        (("v1/a.csv", "v2/a.csv"), "here.yaml"),
    ],
)
def test_a_spec_of_several_files_is_named_as_the_folder_that_holds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str, ...], spec: str
) -> None:
    folder = tmp_path / "here"
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("task,acc\nQA,0.25\nNLI,0.5\n")
    monkeypatch.chdir(folder)
    assert list(init([Path(file) for file in files], None)) == [f"wrote {spec}"]


def test_numbers_behind_names_are_runs_to_average_over(tmp_path: Path) -> None:
    for name in ("a-1", "a-2", "b-1"):
        (tmp_path / f"{name}.csv").write_text("task,acc\np,0.5\nq,0.25\n")
    said = [*init([tmp_path / f"{name}.csv" for name in ("a-1", "a-2", "b-1")], tmp_path / "s.yaml")]
    text = (tmp_path / "s.yaml").read_text()
    assert said == [f"wrote {tmp_path / 's.yaml'}"]
    assert 'scores: "{part_1}-{run}.csv"' in text
    assert "aggregate: mean  # over run: up to 2 rows a cell" in text


def evaluation(folder: Path, name: str, tasks: Iterable[str]) -> Path:
    path = folder / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    results = ", ".join(f'"{task}": {{"acc": 0.5}}' for task in tasks)
    path.write_text(f'{{"results": {{{results}}}, "config": {{"model": "hf", "model_args": "pretrained={name}"}}}}')
    return path


def test_what_follows_from_another_part_of_a_files_name_makes_no_panels(tmp_path: Path) -> None:
    files = [evaluation(tmp_path, name, ("arc", "piqa")) for name in ("opt/small", "opt/large", "bloom/tiny")]
    assert [*init(files, tmp_path / "s.yaml")] == [f"wrote {tmp_path / 's.yaml'}"]
    text = (tmp_path / "s.yaml").read_text()
    assert 'scores: {file: "{part_1}/{part_2}.json", form: lm-eval}' in text
    assert "y: {column: part_2}\n  x: {column: task, label: Task}" in text
    assert "facet" not in text


def test_of_many_tasks_as_many_are_shown_as_there_are_panels_for(tmp_path: Path) -> None:
    tasks = [*(f"mmlu_{number}" for number in range(40)), "arc", "piqa"]
    files = [evaluation(tmp_path, f"{size}/step{step}", tasks) for size in ("small", "large") for step in (1, 2)]
    assert [*init(files, tmp_path / "s.yaml")] == [f"wrote {tmp_path / 's.yaml'}"]
    text = (tmp_path / "s.yaml").read_text()
    assert "task: [arc, piqa, mmlu_0, mmlu_1," in text
    assert "# Shown are 12 of 42 tasks." in text
    assert "facet: {column: task}" in text


def test_files_that_no_pattern_finds_alone_are_listed(tmp_path: Path) -> None:
    for name in ("a1", "a2", "a3"):
        (tmp_path / f"{name}.csv").write_text(rows("model,task,acc", "ab", "pq"))
    (tmp_path / "a2.csv").write_text(rows("model,task,acc", "cd", "pq"))
    list(init([tmp_path / "a1.csv", tmp_path / "a2.csv"], tmp_path / "s.yaml"))
    assert "scores: [a1.csv, a2.csv]\n" in (tmp_path / "s.yaml").read_text()


def test_results_of_an_evaluation_show_one_metric_and_name_the_others(tmp_path: Path) -> None:
    metrics = '{"acc,none": 0.5, "acc_stderr,none": "N/A", "acc_norm,none": 0.25}'
    for model in ("small", "large"):
        results = f'{{"results": {{"arc": {metrics}, "piqa": {metrics}}}, "model_name": "{model}"}}'
        (tmp_path / f"eval_{model}.json").write_text(results)
    list(init(sorted(tmp_path.glob("*.json")), tmp_path / "s.yaml"))
    text = (tmp_path / "s.yaml").read_text()
    assert 'scores: {file: "eval_{eval}.json", form: lm-eval}\nwhere: {metric: acc}\n' in text
    assert "# Other metrics: acc_norm.\naxes:\n  y: {column: eval" in text
    prepare(tmp_path / "s.yaml")


@pytest.mark.parametrize(
    ("name", "scores"),
    [
        ("s.jsonl", '{"model": "a", "task": "p", "acc": 0.5}\n{"model": "b", "task": "p", "acc": 1}\n'),
        ("s.json", '[{"model": "a", "task": "p", "acc": 0.5}, {"model": "b", "task": "p", "acc": 1}]'),
        ("s.tsv", "model\ttask\tacc\na\tp\t0.5\nb\tp\t1\n"),
    ],
)
def test_files_of_other_formats_are_read_as_they_are(tmp_path: Path, name: str, scores: str) -> None:
    spec = written(tmp_path, scores, name)
    assert f"scores: {name}\nvalue: acc\n" in spec.read_text()
    prepare(spec)


def test_means_of_whole_numbers_have_a_decimal(tmp_path: Path) -> None:
    assert "annotations: .1f" in written(tmp_path, "m,t,seed,wins\na,p,1,3\na,p,2,4\n").read_text()


def test_many_cells_have_no_annotations(tmp_path: Path) -> None:
    assert "annotations" not in written(tmp_path, rows("y,x,acc", range(21), range(20))).read_text()


def panel(spec: Path) -> PanelPlan:
    return prepare(spec).plan.panels[0]


@pytest.mark.parametrize(
    "scores",
    [
        "model,task,acc\na,QA,1.5\na,MT,OOM\nb,QA,-\nb,MT,2.5\nc,QA,3\nc,MT,\n",
        "model,QA,MT\na,1.5,OOM\nb,-,2.5\nc,3,\n",
        "model,QA,MT,NLI\na,1.5,OOM,OOM\nb,-,2.5,OOM\nc,3,,OOM\n",
    ],
    ids=["long", "wide", "a column of texts alone"],
)
def test_a_few_texts_among_scores_mark_missing_ones(tmp_path: Path, scores: str) -> None:
    shown = panel(written(tmp_path, scores))
    assert [style.label.content for style in shown.missing] == ["no score", "out of memory", "not available"]
    assert shown.grid.kinds[:, :2, 0].tolist() == [[-1, 1], [2, -1], [-1, 0]]


@pytest.mark.parametrize("others", ["abcdefg", ("1a",), "aaabbbccc"], ids=["many", "with digits", "most of them"])
def test_other_texts_than_a_few_words_make_a_column_of_labels(tmp_path: Path, others: Iterable[str]) -> None:
    texts = "".join(f"m{number},t,{text}\n" for number, text in enumerate((*range(8), *others)))
    (tmp_path / "s.csv").write_text("model,task,acc\n" + texts)
    (found,) = (item for item in init([tmp_path / "s.csv"], None) if isinstance(item, Diagnostic))
    assert found.code == "no-scores"


def test_what_init_writes_renders_as_it_is(tmp_path: Path) -> None:
    (scale,) = compiled(written(tmp_path, LONG)).plan.scales
    assert scale.norm == Linear(0.1, 0.6)
    (tmp_path / "s.yaml").unlink()
    (scale,) = compiled(written(tmp_path, "a,b,delta\np,q,-1\nr,q,2.5\n")).plan.scales
    assert scale.norm == Centered(-1, 2.5, 0)


@pytest.mark.parametrize("scores", ["score", "value", "a: {b}", "count", "spread"])
@pytest.mark.parametrize("labels", ["value", "count", "spread", "label"])
@pytest.mark.parametrize("std", ["", "_std"])
def test_what_it_writes_renders_whatever_fields_the_columns_are_named_as(
    tmp_path: Path, scores: str, labels: str, std: str
) -> None:
    if scores == labels:
        return
    spread = (f",{scores}{std}", ",.1") if std else ("", "")
    header, ends = f"model,{labels},{scores}{spread[0]}", spread[1]
    compiled(written(tmp_path, f"{header}\na,p,1.5{ends}\nb,p,2.5{ends}\na,q,1{ends}\n"))


@pytest.mark.parametrize(("separator", "decimal"), [(";", ","), (";", "."), ("\t", "."), ("|", ".")])
def test_reads_other_separators_and_decimal_commas(tmp_path: Path, separator: str, decimal: str) -> None:
    scores = "model,task,acc\na,QA,0.5\nb,QA,0.75\n".replace(",", separator).replace(".", decimal)
    assert panel(written(tmp_path, scores)).grid.scores.ravel().tolist() == [0.5, 0.75]


def test_a_header_that_lacks_the_name_of_the_first_column_is_read_as_r_writes_it(tmp_path: Path) -> None:
    spec = written(tmp_path, "S1\tS2\ngene1\t1.5\t2.5\ngene2\t3.5\t4.5\n")
    assert "header: short" in spec.read_text(encoding="utf-8")
    assert panel(spec).grid.scores.tolist() == [[[1.5], [2.5]], [[3.5], [4.5]]]


@pytest.mark.parametrize("mark", ["#", "%", "//"])
def test_lines_before_the_header_are_comments(tmp_path: Path, mark: str) -> None:
    scores = f"{mark} from a run, of today\nmodel,task,acc\na,QA,0.5\nb,QA,0.75\n"
    assert panel(written(tmp_path, scores)).grid.scores.ravel().tolist() == [0.5, 0.75]


def test_paths_lead_from_the_spec_to_the_scores(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "s.csv").write_text(LONG)
    with chdir(tmp_path):
        assert list(init([Path("data/s.csv")], Path("new/specs/s.yaml"))) == ["wrote new/specs/s.yaml"]
    assert "scores: ../../data/s.csv\n" in (tmp_path / "new/specs/s.yaml").read_text()
    prepare(tmp_path / "new/specs/s.yaml")


def test_names_the_schema_where_one_lies_beside_the_spec(tmp_path: Path) -> None:
    (tmp_path / "heatfig.schema.json").write_text("{}")
    first = written(tmp_path, LONG).read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=heatfig.schema.json"


def test_tells_what_only_the_author_can_mend_at_its_line_of_the_spec(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("model,task,acc\n\N{CJK UNIFIED IDEOGRAPH-6A21},QA,0.5\nb,QA,0.75\n")
    with chdir(tmp_path):
        wrote, found = init([Path("s.csv")], None)
    assert wrote == "wrote s.yaml"
    assert isinstance(found, Diagnostic)
    assert (found.code, found.place and found.place.file) == ("no-glyph", "s.yaml")
    assert (tmp_path / "s.yaml").exists()


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("mine")
    (tmp_path / "s.csv").write_text(LONG)
    (found,) = init([tmp_path / "s.csv"], None)
    assert isinstance(found, Diagnostic)
    assert found.code == "exists"
    assert (tmp_path / "s.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("scores", "code", "said"),
    [
        ("a,b,c\nx,y,z\n", "no-scores", "no column holds numbers"),
        (
            "m;t;acc\nx;y;1.234,5\n",
            "no-scores",
            "error: s.csv:2: no column holds scores: '1.234,5' in the column 'acc' is",
        ),
        ("m;t;acc\nx;y;1.234,5\n", "no-scores", "take the points between thousands out, then declare decimal commas"),
        ("m;t;seed;acc\nx;y;1;2,5\nx;z;1;1.234,5\n", "no-scores", "error: s.csv:3: no column holds scores: '1.234,5'"),
        ('m,n,tok\nx,1,"1,200"\ny,2,"1,300"\n', "no-scores", "take the thousands separator out"),
        ("m t acc\nx y 0.5\n", "no-scores", "if blanks part its fields, write commas in their place"),
        ("m,p,q\nx,5%,6%\nx,7%,8%\n", "no-scores", "the format .0% shows 0.62 as 62%"),
        ('"p" "q"\n"a" 0.1 0.2\n', "bad-quotes", "write commas, as R does by write.table(…, sep = ',')"),
        ("m,t,acc\nx,y,81.5%\nx,z,about 7\n", "no-scores", "the format .0% shows 0.62 as 62%"),
        ("m,t,acc\nx,y,0.5±0.1\nx,z,about 7\n", "no-scores", "two numbers are made of it by transform: [{extract:"),
        ("true,said\ncat,dog\n", "no-scores", "aggregate: count shows how many rows there are"),
        ("a,b\nx,1\nx,2\n", "no-axes", "too few columns for two axes"),
        ("a,b\n", "no-rows", "a header and no rows"),
        ("id,when,user\n0,Mo,a\n1,Tu,b\n", "no-scores", "no column holds scores: 'id' numbers the rows"),
        ("a,b,0.5\na,c,0.6\n", "no-scores", "put a header line on top"),
    ],
)
def test_init_says_what_it_cannot_use(tmp_path: Path, scores: str, code: str, said: str) -> None:
    (tmp_path / "s.csv").write_text(scores)
    with chdir(tmp_path):
        (found,) = (item for item in init([Path("s.csv")], None) if isinstance(item, Diagnostic))
    assert found.code == code
    assert said in as_text(found)
    assert not (tmp_path / "s.yaml").exists()


@pytest.mark.parametrize(
    ("scores", "output", "said"),
    [
        ("old.yaml", None, "error: old.yaml: a spec where a score file is wanted"),
        (".", None, "error: .: a folder where a score file is wanted\n  help: name one score file: s.csv"),
        ("t.csv", None, "error: t.csv: cannot be read: no such file or directory\n  help: .csv files there: s.csv"),
        ("s.csv", "old.yaml", "error: old.yaml: exists already\n  help: name another file with -o"),
        ("s.csv", "folder", "error: folder: a folder where the name of a spec is wanted\n  help: -o folder/s.yaml"),
        ("s.csv", "fig.png", "error: fig.png: a spec ends in .yaml or .yml\n  help: -o fig.yaml"),
        ("s.csv", "s.csv/new.yaml", "error: s.csv/new.yaml: cannot be written: "),
    ],
)
def test_a_wrong_call_says_what_is_wanted(tmp_path: Path, scores: str, output: str | None, said: str) -> None:
    (tmp_path / "s.csv").write_text(LONG)
    (tmp_path / "old.yaml").write_text("mine")
    (tmp_path / "folder").mkdir()
    with chdir(tmp_path):
        (found,) = init([Path(scores)], Path(output) if output else None)
    assert isinstance(found, Diagnostic)
    assert as_text(found).startswith(said)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "old.yaml", "s.csv"]
    assert (tmp_path / "old.yaml").read_text() == "mine"
