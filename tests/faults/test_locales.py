"""Locales as users have them, made for the test: of a decimal comma, and of Turkish, where `fi` is no ligature."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path("/usr/share/i18n/locales")
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\ntitle: five fine films\nannotations: .2f\n"


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SOURCES.is_dir() and "CI" not in os.environ:
        pytest.skip("no sources of locales here; Debian's are in the package locales, which .ci/run installs")
    folder = tmp_path_factory.mktemp("locales")
    for name in ("de_DE", "tr_TR"):
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"], check=True)
    return folder


def test_no_locale_changes_a_byte(locales: Path, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(SPEC)
    (tmp_path / "s.csv").write_text("x,y,v\nfirst,a,1.25\nINDIGO,i,0.5\n")
    drawn = []
    for name in ("C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
        known = "import locale; locale.setlocale(locale.LC_ALL, '')"
        call = [sys.executable, "-m", "heatfig", "render", "s.yaml", "-o", name]
        environment = os.environ | {"LOCPATH": str(locales), "LC_ALL": name}
        subprocess.run([sys.executable, "-c", known], env=environment, check=True)
        subprocess.run(call, cwd=tmp_path, env=environment, check=True, capture_output=True)
        drawn.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert drawn[0] == drawn[1] == drawn[2]
