"""`heatfig init`: a commented starter spec for a score file."""

from pathlib import Path

from heatfig.build.figure import prepare
from heatfig.build.starter import starter_spec
from heatfig.commands import Report
from heatfig.diagnostics import Place, Problems, problem
from heatfig.files import write_new


def init(scores: Path, output: Path | None) -> Report:
    """Write a spec that renders as it is; nothing that exists is overwritten."""
    target = output or scores.with_suffix(".yaml")
    try:
        if target.exists():
            hint = "name another file with -o"
            raise problem("exists", f"{target} exists already", Place(str(target)), hint)
        write_new(target, starter_spec(scores, target.parent).encode())
        try:
            prepare(target)
        except Problems:
            target.unlink()
            raise
    except Problems as found:
        yield from found.diagnostics
        return
    yield f"wrote {target}"
