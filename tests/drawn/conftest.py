from pathlib import Path

import pytest
from figure_case import Case, write_sample
from samples import SAMPLES

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
assert SPECS, "no specs were found"


# The tests of a case belong in one process, so that its files are drawn once.
CASES = {path.stem: path for path in SPECS} | dict.fromkeys(SAMPLES)
PARAMETERS = [pytest.param(name, id=name, marks=pytest.mark.xdist_group(name)) for name in CASES]


@pytest.fixture(scope="session", params=PARAMETERS)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Each spec of the repository and each sample."""
    path = CASES[request.param] or write_sample(tmp_path_factory.mktemp("sample"), request.param)
    return Case(path)
