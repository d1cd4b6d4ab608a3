from pathlib import Path

import pytest

from heatfig.build.figure import compiled
from heatfig.plan.codec import dump, load

FOLDER = Path(__file__).parent / "good"
SPECS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_the_plan_is_as_it_was(spec: Path, request: pytest.FixtureRequest) -> None:
    found = dump(compiled(spec).plan)
    golden = spec.with_suffix(".plan.json")
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_what_a_golden_plan_loads_to_equals_the_plan_and_dumps_to_the_same_text(spec: Path) -> None:
    text = spec.with_suffix(".plan.json").read_text(encoding="utf-8")
    loaded = load(text)
    assert loaded == compiled(spec).plan
    assert dump(loaded) == text


def test_every_golden_plan_has_its_spec() -> None:
    assert [path.name.removesuffix(".plan.json") for path in sorted(FOLDER.glob("*.plan.json"))] == [
        spec.stem for spec in SPECS
    ]
