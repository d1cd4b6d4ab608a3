"""Disks of other systems than ours: what they would do is said to them here, as nobody can mount them everywhere."""

import errno
import os
from pathlib import Path

import pytest

from heatfig.build.batch import jobs_for
from heatfig.build.outputs import check_reports
from heatfig.diagnostics import Problems
from heatfig.runtime.files import folded, memory
from heatfig.runtime.files.write import write_new

ONE_NAME = [("a", "A"), ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "STRASSE")]


def specs(folder: Path, *names: str) -> list[Path]:
    found = [folder / str(number) / f"{name}.yaml" for number, name in enumerate(names)]
    for path in found:
        path.parent.mkdir()
        path.touch()
    return found


@pytest.mark.parametrize("names", ONE_NAME)
def test_where_a_disk_takes_two_names_for_one_they_are_one_figure(
    tmp_path: Path, names: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    both = specs(tmp_path, *names)
    monkeypatch.setattr(folded, "FOLDS", False)
    assert len(jobs_for(both, tmp_path / "out")) == 2
    monkeypatch.setattr(folded, "FOLDS", True)
    with pytest.raises(Problems, match="would both write"):
        jobs_for(both, tmp_path / "out")
    with pytest.raises(Problems, match="names, too"):
        check_reports({"--junit": tmp_path / f"{names[0]}.r", "--depfile": tmp_path / f"{names[1]}.r"}, [])


def test_a_disk_without_hard_links_takes_a_new_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    write_new(tmp_path / "new.yaml", b"one")
    with pytest.raises(Problems, match="exist"):
        write_new(tmp_path / "new.yaml", b"two")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"new.yaml": b"one"}


def test_a_system_that_does_not_tell_what_is_free_has_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    free = memory.available_memory()

    def untold(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", untold)
    assert free <= memory.available_memory() < 2**60
