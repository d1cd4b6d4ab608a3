"""The options and arguments that commands share, as Typer reads them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from heatfig.build.batch import Shard
from heatfig.runtime.files.find import is_folder, is_there
from heatfig.runtime.formats import FORMATS

Specs = Annotated[list[Path], typer.Argument(metavar="SPEC…", help="Spec files, or folders of them.")]
Spec = Annotated[Path, typer.Argument(metavar="SPEC", help="A spec file.")]


def _folder(given: Path) -> Path:
    """The folder of `-o`; a usage error for what is, or would be, the name of a file."""
    form = given.suffix.lower().removeprefix(".")
    if is_folder(given) or not (is_there(given) or form in FORMATS):
        return given
    wanted = f"-o {given.parent}" + (f" -f {form}" if form in FORMATS else "")
    raise typer.BadParameter(f"'{given}' is no folder; -o names one, and a figure is named like its spec: {wanted}")


Output = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to write to.", callback=_folder)]
Formats = Annotated[
    str, typer.Option("-f", "--formats", metavar=",".join(FORMATS), help="Formats to write; the spec's if absent.")
]
Dpi = Annotated[int | None, typer.Option("--dpi", min=10, max=4800, help="Pixels per inch of PNGs.")]
Jobs = Annotated[int | None, typer.Option("-j", "--jobs", min=1, help="Number of processes; one per core if absent.")]
Root = Annotated[
    Path | None, typer.Option("--root", metavar="DIR", help="Refuse to read files outside DIR, also through links.")
]
MessageFormat = Annotated[
    Literal["text", "json", "github"],
    typer.Option("--message-format", help="Format of errors: for people, JSON lines, or GitHub annotations."),
]


def listed_formats(given: str) -> tuple[str, ...]:
    """The formats of `-f`, each once; a usage error for one that is not there."""
    named = [name.strip() for name in given.split(",") if name.strip()]
    for name in named:
        if name not in FORMATS:
            raise typer.BadParameter(f"'{name}' is not a format: {', '.join(FORMATS)}", param_hint="'-f'")
    return tuple(dict.fromkeys(named))


def parsed_shard(given: str) -> Shard | None:
    """The part that `--shard 2/5` names; a usage error for anything else."""
    if not given:
        return None
    number, _, count = given.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise typer.BadParameter(f"'{given}' is not a part such as 2/5", param_hint="'--shard'")
    return Shard(int(number), int(count))


def refuse_beside(option: str, given: object, others: dict[str, object]) -> None:
    """A usage error for an option that another one leaves without a meaning."""
    for other in others if given else ():
        if others[other]:
            raise typer.BadParameter(f"{other} has no meaning beside {option}: leave one of them out")
