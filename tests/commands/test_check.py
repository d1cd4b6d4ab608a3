import subprocess
import sys
from pathlib import Path

CODE = """
import sys
sys.argv = ["heatfig", "check", "core_generalization.yaml"]
from heatfig.app.cli import main
try:
    main()
except SystemExit as left:
    assert left.code == 0, left.code
drawing = ("matplotlib.figure", "matplotlib.backends.backend_")
print([name for name in sys.modules if name.startswith(drawing)])
"""


def test_says_how_many_specs_and_cells_are_in_order(specs: Path) -> None:
    names = [path.name for path in specs.glob("*.yaml")]
    done = subprocess.run(
        [sys.executable, "-m", "heatfig", "check", *names], cwd=specs, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "5 of 5 specs in order, 1,082 cells\n"


def test_draws_nothing(specs: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=specs, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
