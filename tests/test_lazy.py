import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from heatfig.runtime.lazy import defer, without

CODE = "import deferred_package as outer\nouter.loads.append(__name__)\nvalue = 42\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package whose modules note in its `loads` that they are loaded."""
    folder = tmp_path / "deferred_package"
    folder.mkdir()
    (folder / "__init__.py").write_text("loads = []\n")
    for name in ("one", "other"):
        (folder / f"{name}.py").write_text(CODE)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("deferred_package")
    for name in [name for name in sys.modules if name.startswith("deferred_package")]:
        del sys.modules[name]


def test_a_deferred_module_is_loaded_once_and_when_something_is_asked_of_it(package: ModuleType) -> None:
    defer("deferred_package.one")
    module = importlib.import_module("deferred_package.one")
    assert package.loads == []
    assert package.one is module
    assert (module.value, module.value) == (42, 42)
    assert package.loads == ["deferred_package.one"]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_a_name_taken_from_a_deferred_module_loads_it(package: ModuleType) -> None:
    defer("deferred_package.one")
    from deferred_package.one import value  # type: ignore[import-not-found] # it is written by the test

    assert (value, package.loads) == (42, ["deferred_package.one"])


def test_what_is_loaded_already_or_does_not_exist_is_left_alone(package: ModuleType) -> None:
    module = importlib.import_module("deferred_package.other")
    defer("deferred_package.other", "deferred_package.nothing")
    assert sys.modules["deferred_package.other"] is module
    assert package.loads == ["deferred_package.other"]
    assert "deferred_package.nothing" not in sys.modules


@pytest.mark.usefixtures("package")
def test_what_is_imported_without_a_module_does_not_find_it_and_others_do_afterwards() -> None:
    with without("deferred_package.one"), pytest.raises(ImportError):
        importlib.import_module("deferred_package.one")
    assert importlib.import_module("deferred_package.one").value == 42
    with without("deferred_package.one"):
        assert importlib.import_module("deferred_package.one").value == 42


def test_a_long_csv_is_read_without_pyarrow_and_a_parquet_file_with_it_behind_that(tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_text("y,x,score\n" + "".join(f"r{n % 99},c,{n}\n" for n in range(200_000)))
    spec = "heatfig: 2\nscores: {}\nvalue: score\naggregate: mean\naxes: {{x: {{column: x}}, y: {{column: y}}}}\n"
    (tmp_path / "long.yaml").write_text(spec.format("long.csv"))
    (tmp_path / "short.yaml").write_text(spec.format("short.parquet"))
    code = (
        "import sys\nfrom pathlib import Path\nfrom heatfig.build.figure import prepare\n"
        "prepare(Path('long.yaml'), None)\nprint('pandas' in sys.modules, 'pyarrow' in sys.modules)\n"
        "import pyarrow as pa\nfrom pyarrow.parquet import write_table\n"
        "write_table(pa.table({'y': ['r'], 'x': ['c'], 'score': [1.5]}), 'short.parquet')\n"
        "print(prepare(Path('short.yaml'), None).plan.panels[0].grid.scores.size)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "False", "1"]
