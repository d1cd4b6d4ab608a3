"""Environments that borrow the packages of the one under test, so that nothing is downloaded."""

import sysconfig
import venv
from pathlib import Path


def borrowing_environment(home: Path) -> Path:
    """Make one without heatfig; gives its Python."""
    venv.create(home, symlinks=True)
    (packages,) = home.glob("lib/python*/site-packages")
    # The .pth files of a folder that a .pth file names are not read, so an editable heatfig there stays unseen.
    (packages / "borrowed.pth").write_text(f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n")
    return home / "bin" / "python"
