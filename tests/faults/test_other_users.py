"""heatfig run by somebody who owns nothing here: as the superuser we take another user's id, else we are one ourselves.

Where no Python that we have can be run by others, as in a home of the superuser's, we stay who we are without any right
over files, and what is to be another's is given away: the system checks the same modes.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from heatfig.runtime.deferred import dataclass

SOURCES = Path(__file__).parents[2] / "cli"
SUPERUSER = os.geteuid() == 0
NOBODY, NAMELESS = 65_534, 54_321  # a user that every system knows, and one without a name or a home
Done = subprocess.CompletedProcess[str]
HOMES, NONE = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"), dict[str, str]()
SPARED = (0, 1, 2, 3)  # the rights of the superuser over files (capabilities(7))
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\ntitle: $x^2$\nformats: [svg, pdf]\n"
# What a spec may name, each so that one that cannot be read is told.
NAMED = {
    "base": "extends: closed.yaml\nscores: s.csv\nvalue: v\naxes: {x: x, y: y}\n",
    "palette": "scores: s.csv\nvalue: y\naxes: {x: x, y: y}\ncolormap: {categories: closed.csv}\n",
    "scores": SPEC.replace("s.csv", "closed.csv"),
    "second": SPEC + "transform: [{lookup: {file: closed.csv, key: x, columns: [t]}}]\n",
}
# In a namespace of mounts of its own, a folder as it lies on a disk that nobody may write on; then the call.
READ_ONLY = 'mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'


@dataclass(frozen=True)
class Somebody:
    """A user by number, or ourselves without rights; the Python that they can run, and a folder of theirs."""

    user: int | None
    python: str
    folder: Path

    def heatfig(
        self, *arguments: str, before: Sequence[str] = (), more: Mapping[str, str] = NONE
    ) -> subprocess.CompletedProcess[str]:
        """Run heatfig as this user, who has none of our variables."""
        call = [*before, self.python, "-m", "heatfig", *arguments]
        environment = {"PATH": os.defpath, "PYTHONPATH": packages(), **more}
        become = None if before else self.become
        return subprocess.run(
            call, cwd=self.folder, env=environment, preexec_fn=become, capture_output=True, text=True, check=False
        )

    def become(self) -> None:
        """Take the user's id, and with it lose all rights of the superuser; or give these up alone."""
        if self.user is not None:
            os.setgroups([])
            os.setgid(self.user)
            os.setuid(self.user)
        elif SUPERUSER:
            drop_from_bounding_set = 24
            for right in SPARED:
                ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)

    def close(self, path: Path) -> None:
        """Make a file or folder another's, into which nobody else may look."""
        path.chmod(0o700 if SUPERUSER else 0)
        if SUPERUSER and self.user is None:
            os.chown(path, NAMELESS, NAMELESS)


def packages() -> str:
    return os.pathsep.join([str(SOURCES), *(path for path in sys.path if path.endswith("site-packages"))])


@cache
def python_of_others() -> str | None:
    """A Python of this version that any user can run with our packages."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for python in filter(None, (sys.executable, shutil.which(name, path=os.defpath))):
        call = [python, "-c", "import heatfig.build.figure, numpy, yaml"]
        environment = {"PYTHONPATH": packages(), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            subprocess.run(call, cwd="/", user=NAMELESS, group=NAMELESS, extra_groups=[], env=environment, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return python
    return None


@contextmanager
def living_here(user: int) -> Iterator[Somebody]:
    """This user, or ourselves where they cannot run Python, with a folder that others have, too."""
    python = python_of_others() if SUPERUSER else None
    folder = Path(tempfile.mkdtemp(prefix="heatfig-of-others-"))  # where others can go, as to ours they cannot
    folder.chmod(0o755)
    who = Somebody(user if python else None, python or sys.executable, folder)
    (folder / "theirs").mkdir()
    (folder / "theirs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    (folder / "theirs" / "one.yaml").write_text(SPEC)
    (folder / "mine").mkdir()
    (folder / "closed").mkdir()
    if who.user is not None:
        os.chown(folder / "mine", who.user, who.user)
    who.close(folder / "closed")
    yield who
    (folder / "closed").chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=[NOBODY, NAMELESS])
def somebody(request: pytest.FixtureRequest) -> Iterator[Somebody]:
    """Two users whom their names and homes tell apart."""
    with living_here(int(request.param)) as who:
        yield who


@pytest.fixture(scope="module")
def another() -> Iterator[Somebody]:
    """One of them, where no home is asked for."""
    with living_here(NAMELESS) as who:
        yield who


def test_a_home_of_somebody_else_changes_nothing(somebody: Somebody) -> None:
    closed = str(somebody.folder / "closed")
    for name, home in (("none", None), ("closed", closed), ("gone", f"{closed}/gone")):
        more = {} if home is None else dict.fromkeys(HOMES, home)
        done = somebody.heatfig("render", "theirs", "-o", f"mine/{name}", more=more)
        assert (done.returncode, done.stderr) == (0, "")
    drawn = [{path.name: path.read_bytes() for path in one.iterdir()} for one in (somebody.folder / "mine").iterdir()]
    assert drawn[0] == drawn[1] == drawn[2]
    assert drawn[0].keys() == {"one.svg", "one.pdf"}


def test_what_others_keep_to_themselves_costs_its_figure_alone(another: Somebody) -> None:
    specs = another.folder / "closing"
    shutil.copytree(another.folder / "theirs", specs)
    for name, spec in {**NAMED, "closed": SPEC}.items():
        (specs / f"{name}.yaml").write_text(spec)
    (specs / "closed.csv").write_text("x,t\np,1\nq,2\n")
    for name in ("closed.csv", "closed.yaml"):
        another.close(specs / name)
    done = another.heatfig("render", "closing", "-o", "mine/closing")
    assert (done.returncode, done.stderr.count("permission denied")) == (2, len(NAMED) + 1)
    assert {path.stem for path in (another.folder / "mine" / "closing").iterdir()} == {"one"}


def test_where_others_alone_may_write_nothing_is_written(another: Somebody) -> None:
    (another.folder / "mine" / "kept").mkdir(exist_ok=True)
    (another.folder / "mine" / "kept").chmod(0o755)
    (another.folder / "theirs").chmod(0o555)
    for arguments in (
        ["render", "theirs", "-o", "theirs"],
        ["render", "theirs", "-o", "closed/deep"],
        ["render", "theirs", "-o", "mine/now", "--force", "--junit", "theirs/report.xml"],
        ["init", "theirs/s.csv"],
    ):
        done = another.heatfig(*arguments)
        assert done.returncode == 3
        assert "cannot be written: permission denied" in done.stderr
        assert "fault" not in done.stderr
    assert {path.name for path in (another.folder / "theirs").iterdir()} == {"one.yaml", "s.csv"}


def test_a_disk_that_nobody_may_write_on_is_read(another: Somebody) -> None:
    before: Sequence[str] = ("unshare", "--mount", "sh", "-c", READ_ONLY, str(another.folder / "theirs"))
    mounted = SUPERUSER and not subprocess.run([*before, "true"], capture_output=True, check=False).returncode
    if not mounted:
        (another.folder / "theirs").chmod(0o555)
    before = before if mounted else ()
    assert another.heatfig("render", "theirs", "-o", "mine/read", before=before).stderr == ""
    done = another.heatfig("render", "theirs", "-o", "theirs", before=before)
    assert done.returncode == 3
    assert f"cannot be written: {'read-only file system' if mounted else 'permission denied'}" in done.stderr
