import json
from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.plan.dump import plan_data

FOLDER = Path(__file__).parent / "golden"
SPECS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_the_plan_is_as_it_was(spec: Path, request: pytest.FixtureRequest) -> None:
    found = json.dumps(plan_data(prepare(spec).plan), indent=1, ensure_ascii=False) + "\n"
    golden = spec.with_suffix(".plan.json")
    if request.config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_every_golden_plan_has_its_spec() -> None:
    assert [path.name.removesuffix(".plan.json") for path in sorted(FOLDER.glob("*.plan.json"))] == [
        spec.stem for spec in SPECS
    ]
