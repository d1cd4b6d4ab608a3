import importlib
import pkgutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

import heatfig
from heatfig.build.figure import Figure, prepare

# The same examples in every run and all the time that they need, so that a run fails for what was changed and for
# nothing else.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

REPOSITORY = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden plans anew")


def pytest_collection_finish() -> None:
    # Hypothesis tries constants of the project's modules that are loaded: from here on all are, so that the order of
    # tests changes no example.
    for module in pkgutil.walk_packages(heatfig.__path__, "heatfig."):
        importlib.import_module(module.name)


def pytest_configure() -> None:
    # In a shell's background nobody hears an interrupt, and what a test starts would not hear it either.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def specs() -> Path:
    return REPOSITORY / "specs"


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Figure]:
    """Prepares a figure from the text of a spec and of its score files, by name."""

    def prepared(spec: str, **files: str) -> Figure:
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        path = tmp_path / "figure.yaml"
        path.write_text(spec, encoding="utf-8")
        return prepare(path)

    return prepared
