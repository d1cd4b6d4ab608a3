"""`heatfig init`: a commented starter spec for a score file."""

from pathlib import Path

from heatfig.build.figure import prepare
from heatfig.build.starter import starter_spec
from heatfig.commands import Report
from heatfig.diagnostics import Place, Problems, problem
from heatfig.files.write import write_new

SCHEMA = "heatfig.schema.json"


def init(scores: Path, output: Path | None) -> Report:
    """Write a spec that renders as it is, and tell where it cannot; nothing that exists is overwritten."""
    try:
        _check_call(scores, output)
        target = output or scores.with_suffix(".yaml")
        if target.exists():
            raise problem("exists", "exists already", Place(str(target)), "name another file with -o")
        write_new(target, (_modeline(target) + starter_spec(scores, target.parent)).encode())
        yield f"wrote {target}"
        prepare(target)  # tells at its line what only the author can mend
    except Problems as found:
        yield from found.diagnostics


def _check_call(scores: Path, output: Path | None) -> None:
    """Refuse what is no score file by its name, and a target that no command would take for a spec."""
    if scores.suffix.lower() in {".yaml", ".yml"}:
        hint = f"heatfig init takes the CSV file of the scores; heatfig render {scores} draws a spec"
        raise problem("unknown-suffix", "a spec where a score file is wanted", Place(str(scores)), hint)
    if scores.is_dir():
        names = sorted(path.name for path in scores.iterdir() if path.suffix == ".csv")
        hint = f"name one score file: {', '.join(names[:10])}" if names else "name a score file"
        raise problem("unreadable-file", "a folder where a score file is wanted", Place(str(scores)), hint)
    if output is not None and output.suffix.lower() not in {".yaml", ".yml"}:
        wanted = output / scores.with_suffix(".yaml").name if output.is_dir() else output.with_suffix(".yaml")
        message = "a folder where the name of a spec is wanted" if output.is_dir() else "a spec ends in .yaml or .yml"
        raise problem("exists" if output.is_dir() else "unknown-suffix", message, Place(str(output)), f"-o {wanted}")


def _modeline(target: Path) -> str:
    """The line by which editors find the schema, where one lies beside the spec."""
    beside = (target.parent / SCHEMA).is_file()
    return f"# yaml-language-server: $schema={SCHEMA}\n" if beside else ""
