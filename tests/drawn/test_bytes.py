"""The same inputs give the same bytes, whatever surrounds the process that draws them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import heatfig

SPECS = ("cross_dataset_transfer", "probe_vs_lora")
HOSTILE = """\
svg.fonttype: path
svg.hashsalt: other
pdf.fonttype: 3
pdf.compression: 0
font.family: serif
font.size: 30
text.hinting: force_autohint
text.kerning_factor: 6
text.usetex: true
axes.autolimit_mode: round_numbers
savefig.bbox: tight
savefig.dpi: 50
savefig.facecolor: red
figure.facecolor: green
figure.autolayout: true
mathtext.fontset: cm
path.simplify: true
path.snap: false
image.cmap: jet
image.interpolation: bicubic
"""
MALFORMED = "this line is malformed\nfont.size: huge\nno.such.key: 1\n: : :\n"


@pytest.fixture(scope="module")
def quiet(specs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of two specs, drawn where nothing speaks against it."""
    return _rendered(specs, tmp_path_factory.mktemp("quiet"), SPECS, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")


@pytest.mark.xdist_group("bytes")
@pytest.mark.parametrize(
    ("rc", "specs_in_order", "environment"),
    [
        (HOSTILE, SPECS, {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"}),
        (MALFORMED, SPECS[::-1], {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"}),
    ],
    ids=["hostile matplotlibrc", "malformed matplotlibrc"],
)
def test_bytes_are_the_same_in_another_process_folder_time_zone_locale_and_hash_seed(
    quiet: dict[str, bytes],
    specs: Path,
    tmp_path: Path,
    rc: str,
    specs_in_order: tuple[str, ...],
    environment: dict[str, str],
) -> None:
    (tmp_path / "matplotlibrc").write_text(rc)
    found = _rendered(specs, tmp_path, specs_in_order, **environment)
    assert found.keys() == quiet.keys()
    assert [name for name in quiet if found[name] != quiet[name]] == []


def _rendered(specs: Path, folder: Path, names: tuple[str, ...], **environment: str) -> dict[str, bytes]:
    """The files that a process writes which runs in `folder`, by name."""
    paths = [os.path.relpath(specs / f"{name}.yaml", folder) for name in names]
    source = str(Path(heatfig.__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, "-m", "heatfig", "render", *paths, "-o", "out"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": source, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    files = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    assert sorted(files) == sorted(f"{name}.{form}" for name in names for form in ("png", "pdf", "svg"))
    return files
