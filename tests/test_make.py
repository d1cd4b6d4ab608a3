import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from importlib.util import source_from_cache
from itertools import product
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from borrowing import borrowing_environment

RUN, TESTS, PEERS = "cli/requirements.txt", "tests/requirements.txt", "tests/bench/requirements.txt"
PLACES = list(product(["linux", "darwin"], ["3.11", "3.12", "3.13", "3.14", "3.15"]))
ADDRESS = re.compile(r"\w+://|--(extra-)?index-url|--find-links|--trusted-host|(?<![\w.])/(home|root|tmp|Users|work)/")
TOP_LEVEL = {"pyproject.toml", "README.md", "cli", "specs", "tests", "Makefile", "LICENSE", "CHANGELOG.md"}
MADE = {"figures", "build", "dist"}


@pytest.mark.parametrize("name", ["Makefile", ".ci/run", RUN, TESTS, PEERS])
def test_no_address_and_no_path_of_a_machine_stands_in(repository: Path, name: str) -> None:
    assert ADDRESS.findall((repository / name).read_text()) == []


@pytest.mark.parametrize("name", [RUN, TESTS, PEERS])
def test_every_line_pins_one_version_with_its_hashes(repository: Path, name: str) -> None:
    for pin, hashes in lines(repository / name):
        assert [part.operator for part in pin.specifier] == ["=="], pin
        assert hashes, pin
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", value) for value in hashes), pin


def test_what_runs_is_pinned_alike_for_the_tests(repository: Path) -> None:
    run, tests = ({(pin.name, str(pin.specifier)) for pin, _ in lines(repository / name)} for name in (RUN, TESTS))
    assert run - tests == set()


@pytest.mark.parametrize(("platform", "python"), PLACES)
@pytest.mark.parametrize("name", [RUN, TESTS, PEERS])
def test_what_is_declared_is_pinned_everywhere(repository: Path, name: str, platform: str, python: str) -> None:
    where = environment(platform, python)
    pins = pinned(repository / name, where)
    assert [wanted for wanted in declared(repository, name) if not met(wanted, pins)] == []


@pytest.mark.parametrize(("platform", "python"), PLACES)
@pytest.mark.parametrize("name", [RUN, TESTS, PEERS])
def test_what_the_pins_need_is_pinned_everywhere(repository: Path, name: str, platform: str, python: str) -> None:
    where = environment(platform, python)
    pins = pinned(repository / name, where)
    assert [(pin, wanted) for pin in pins for wanted in needs(pins[pin], where) if not met(wanted, pins)] == []


def test_the_peers_have_the_packages_that_heatfig_has(repository: Path) -> None:
    run, peers = (
        {
            pin.name: {str(p) for p, _ in lines(repository / name) if p.name == pin.name}
            for pin, _ in lines(repository / name)
        }
        for name in (RUN, PEERS)
    )
    assert {name for name in ("matplotlib", "numpy", "pandas") if run[name] != peers[name]} == set()


def test_the_build_group_is_what_the_build_system_asks_for(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text())
    assert project["dependency-groups"]["build"] == project["build-system"]["requires"]


def test_every_target_is_listed_with_what_it_does(repository: Path) -> None:
    said = subprocess.run(["make"], cwd=repository, capture_output=True, text=True, check=True).stdout
    targets = re.search(r"^\.PHONY: (.+)$", (repository / "Makefile").read_text(), re.MULTILINE)
    assert targets is not None
    assert re.findall(r"^make (\w+) +\w", said, re.MULTILINE) == targets[1].split()


def test_setting_up_leaves_bytecode_even_where_python_may_write_none(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "cli", tmp_path / "cli", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(repository / name, tmp_path)
    borrowing_environment(tmp_path / ".venv")
    (tmp_path / ".venv" / ".packages").touch()
    unwriting = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["make", ".venv/.heatfig"], cwd=tmp_path, env=unwriting, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sources = set((tmp_path / "cli" / "heatfig").rglob("*.py"))
    compiled = {Path(source_from_cache(path)) for path in (tmp_path / "cli" / "heatfig").rglob("*.pyc")}
    assert sources == compiled


def test_the_top_level_is_as_agreed(repository: Path) -> None:
    names = {path.split("/")[0] for path in tracked(repository)}
    assert {name for name in names if not name.startswith(".")} - TOP_LEVEL == set()


def lines(file: Path) -> Iterator[tuple[Requirement, list[str]]]:
    for line in file.read_text().replace("\\\n", " ").splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            requirement, *hashes = re.split(r"\s+--hash=", line.strip())
            yield Requirement(requirement), hashes


def environment(platform: str, python: str) -> dict[str, str]:
    system = {"linux": "Linux", "darwin": "Darwin"}[platform]
    version = {"python_version": python, "python_full_version": f"{python}.0"}
    here = {name: str(value) for name, value in default_environment().items()}
    return here | version | {"sys_platform": platform, "platform_system": system, "os_name": "posix", "extra": ""}


def pinned(file: Path, where: dict[str, str]) -> dict[str, Requirement]:
    applying = [pin for pin, _ in lines(file) if pin.marker is None or pin.marker.evaluate(where)]
    assert len(applying) == len({pin.name for pin in applying})
    return {canonicalize_name(pin.name): pin for pin in applying}


def declared(repository: Path, name: str) -> list[Requirement]:
    project = tomllib.loads((repository / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    own = project["project"]["dependencies"] + groups["build"]
    wanted = {RUN: own, TESTS: own + groups["dev"], PEERS: groups["peers"]}[name]
    return [Requirement(line) for line in wanted if isinstance(line, str)]


def needs(pin: Requirement, where: dict[str, str]) -> list[Requirement]:
    """Lists what a pinned version says that it needs; a version that is not the one installed here is not asked."""
    found = installed().get(canonicalize_name(pin.name))
    if found is None or found.version not in pin.specifier:
        return []
    wanted = [Requirement(line) for line in found.requires or []]
    return [line for line in wanted if line.marker is None or line.marker.evaluate(where)]


@cache
def installed() -> dict[str, metadata.Distribution]:
    return {canonicalize_name(found.name): found for found in metadata.distributions()}


def met(wanted: Requirement, pins: dict[str, Requirement]) -> bool:
    pin = pins.get(canonicalize_name(wanted.name))
    return pin is not None and all(wanted.specifier.contains(part.version) for part in pin.specifier)


def tracked(repository: Path) -> list[str]:
    if not (repository / ".git").exists():
        return [path.name for path in repository.iterdir() if path.name not in MADE]
    call = ["git", "-c", "safe.directory=*", "ls-files"]
    return subprocess.run(call, cwd=repository, capture_output=True, text=True, check=True).stdout.splitlines()
