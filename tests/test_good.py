"""The corpus of good inputs: adding a case is adding a spec to `good/`; `--update-golden` writes its plan and scene."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from inspect import get_annotations
from pathlib import Path
from typing import Any

import pytest
import yaml

from heatfig.build.figure import compiled, prepare
from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import keys_of
from heatfig.language.keys import DOCUMENT
from heatfig.layout.scene.dump import scene_data
from heatfig.plan.codec import dump, load

FOLDER = Path(__file__).parent / "good"
SPECS = sorted(FOLDER.glob("**/*.yaml"))
PAIRS = [spec for spec in SPECS if spec.parent.name == "pairs"]
WITH_SCENES = [spec for spec in SPECS if spec.parent.name not in {"keys", "pairs"}] + PAIRS[::5]
NAMES = {spec: str(spec.relative_to(FOLDER).with_suffix("")) for spec in SPECS}
TABLE = re.compile(r'(?<="table": )\[[^]]*\]')

Named = tuple[str, str]  # the mapping and its key


def check_golden(golden: Path, found: str, update: bool) -> None:
    """Compare with what was written, or write it anew."""
    if update:
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize("spec", SPECS, ids=NAMES.get)
def test_the_plan_is_as_it_was(spec: Path, update: bool) -> None:
    # Of the colours of a colormap there are hundreds, which other tests hold against matplotlib's.
    check_golden(spec.with_suffix(".plan.json"), TABLE.sub("[]", dump(compiled(spec).plan)), update)


@pytest.mark.parametrize("spec", WITH_SCENES, ids=NAMES.get)
def test_the_scene_is_as_it_was(spec: Path, update: bool) -> None:
    items = [json.dumps(item) for item in scene_data(prepare(spec).scene).pop("items")]
    check_golden(spec.with_suffix(".scene.jsonl"), "\n".join(items) + "\n", update)


@pytest.mark.parametrize("spec", SPECS, ids=NAMES.get)
def test_what_a_plan_loads_to_equals_the_plan_and_dumps_to_the_same_text(spec: Path) -> None:
    plan = compiled(spec).plan
    text = dump(plan)
    assert load(text) == plan
    assert dump(load(text)) == text


def test_every_golden_file_has_its_spec() -> None:
    plans = {path.with_name(path.name.removesuffix(".plan.json")) for path in FOLDER.glob("**/*.plan.json")}
    scenes = {path.with_name(path.name.removesuffix(".scene.jsonl")) for path in FOLDER.glob("**/*.scene.jsonl")}
    assert plans == {spec.with_suffix("") for spec in SPECS}
    assert scenes == {spec.with_suffix("") for spec in WITH_SCENES}


def test_every_key_of_the_language_stands_in_a_good_spec() -> None:
    used = {named for spec in SPECS for named in keys_in(DOCUMENT, yaml.safe_load(spec.read_text(encoding="utf-8")))}
    assert sorted(set(keys_below(DOCUMENT, set())) - used) == []


def test_the_covering_specs_are_what_their_script_writes(tmp_path: Path) -> None:
    script = Path(shutil.copy(FOLDER / "pairs" / "generate.py", tmp_path))
    subprocess.run([sys.executable, script], check=True)
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml")}
    assert written == {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "pairs").glob("*.yaml")}


def keys_below(form: Form, seen: set[type[Any]]) -> Iterator[Named]:
    """All keys of the mappings that may stand in a form."""
    match form:
        case Record() if form.cls not in seen:
            seen.add(form.cls)
            for key in keys_of(form.cls).values():
                yield home(form.cls, key.attribute), key.name
                yield from keys_below(key.form, seen)
        case Kinds():
            for record in form.kinds.values():
                yield from keys_below(record, seen)
        case ListOf(item=inner) | MapOf(value=inner):
            yield from keys_below(inner, seen)
        case OneOf():
            for member in form.members:
                yield from keys_below(member, seen)
        case Record() | Atom() | Words():
            return


def keys_in(form: Form, node: Any) -> Iterator[Named]:
    """The keys that a spec writes, where it could mean one of several mappings those of each."""
    match form, node:
        case Record(), dict():
            for key in keys_of(form.cls).values():
                if key.name in node:
                    yield home(form.cls, key.attribute), key.name
                    yield from keys_in(key.form, node[key.name])
        case Kinds(), dict():
            for kind, record in form.kinds.items():
                written = {kind: node[kind]} if kind in node and record.cls.BARE else node.get(kind)
                yield from keys_in(record, written)
        case ListOf(), list():
            for item in node:
                yield from keys_in(form.item, item)
        case ListOf(one_too=True), _:
            yield from keys_in(form.item, node)
        case MapOf(), dict():
            for value in node.values():
                yield from keys_in(form.value, value)
        case OneOf(), _:
            for member in form.members:
                yield from keys_in(member, node)


def home(cls: type[Any], attribute: str) -> str:
    """The class that says a key, for those that inherit it, too."""
    return next(base.__name__ for base in reversed(cls.__mro__) if attribute in get_annotations(base))
