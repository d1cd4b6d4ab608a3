"""`heatfig init`: a commented starter spec for score files."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from heatfig.app.commands import Report
from heatfig.build.figure import compiled_from, laid_out
from heatfig.build.starter import starter_spec
from heatfig.build.starter.page import thinned, with_layout
from heatfig.diagnostics import Diagnostic, Place, Problems, problem
from heatfig.runtime.captures import is_pattern
from heatfig.runtime.files.find import SPEC_SUFFIXES, is_folder, is_there
from heatfig.runtime.files.patterns import matches
from heatfig.runtime.files.write import write_new

SCHEMA = "heatfig.schema.json"


def init(scores: Sequence[Path], output: Path | None) -> Report:
    """Write a spec that renders as it is, and tell where it cannot; nothing that exists is overwritten."""
    try:
        scores = [file for each in scores for file in _files(each)]
        for file in scores:
            _check_call(file, output)
        target = output or _target(scores)
        if is_there(target):
            raise problem("exists", "exists already", Place(str(target)), "name another file with -o")
        spec, problems = _tried(_modeline(target) + starter_spec(scores, target.parent), target)
        write_new(target, spec.encode())
        yield f"wrote {target}"
        yield from problems
    except Problems as found:
        yield from found.diagnostics


def _files(named: Path) -> list[Path]:
    """A file, or those of a pattern, which not every shell expands; raises Problems where it finds none."""
    if is_there(named) or not is_pattern(named.as_posix()):
        return [named]
    above = Path(named.anchor)
    found = matches(above, named.relative_to(above).as_posix())
    if not found:
        message, hint = "no file fits this pattern", "name score files, such as runs/*.csv"
        raise problem("unreadable-file", message, Place(str(named)), hint)
    return [above / each.name for each in found]


def _target(scores: Sequence[Path]) -> Path:
    """The spec beside its score file; of several beside their folder, or in it where that is the one at work."""
    if len(scores) == 1:
        return scores[0].with_name(scores[0].name.removesuffix(".gz")).with_suffix(".yaml")
    parents = [file.parent for file in scores]
    if any(parent.is_absolute() for parent in parents):
        parents = [parent.absolute() for parent in parents]
    folder = Path(os.path.commonpath(parents))
    own = folder.name in {"", ".."}  # which says nothing of the name that the folder has
    return (folder if own else folder.parent) / f"{folder.resolve().name if own else folder.name}.yaml"


def _tried(spec: str, target: Path) -> tuple[str, list[Diagnostic]]:
    """The spec with its panels in rows that fit, and at their lines the problems that only the author can mend."""
    try:
        made = compiled_from(spec.encode(), target)
        if len(made.plan.panels) > 1:
            spec = _fitting(with_layout(spec, made.plan), target)
            made = compiled_from(spec.encode(), target)
        laid_out(made)
    except Problems as problems:
        return spec, problems.diagnostics
    return spec, []


def _fitting(spec: str, target: Path) -> str:
    """The spec, or it with fewer labels where it fits so alone."""
    for one in (spec, thinned(spec)):
        with suppress(Problems):
            laid_out(compiled_from(one.encode(), target))
            return one
    return spec


def _check_call(scores: Path, output: Path | None) -> None:
    """Refuse what is no score file by its name, and a target that no command would take for a spec."""
    if scores.suffix.lower() in SPEC_SUFFIXES:
        hint = f"heatfig init takes the CSV file of the scores; heatfig render {scores} draws a spec"
        raise problem("unknown-suffix", "a spec where a score file is wanted", Place(str(scores)), hint)
    if is_folder(scores):
        names = sorted(path.name for path in scores.iterdir() if path.suffix == ".csv")
        hint = f"name one score file: {', '.join(names[:10])}" if names else "name a score file"
        raise problem("unreadable-file", "a folder where a score file is wanted", Place(str(scores)), hint)
    if output is not None and output.suffix.lower() not in SPEC_SUFFIXES:
        wanted = output / scores.with_suffix(".yaml").name if is_folder(output) else output.with_suffix(".yaml")
        message = "a folder where the name of a spec is wanted" if is_folder(output) else "a spec ends in .yaml or .yml"
        raise problem("exists" if is_folder(output) else "unknown-suffix", message, Place(str(output)), f"-o {wanted}")


def _modeline(target: Path) -> str:
    """The line by which editors find the schema, where one lies beside the spec."""
    beside = (target.parent / SCHEMA).is_file()
    return f"# yaml-language-server: $schema={SCHEMA}\n" if beside else ""
