"""How `heatfig init` is called."""

from pathlib import Path
from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Write a commented starter spec for a score file.",
    epilog="Example:  heatfig init scores.csv writes scores.yaml, which heatfig render scores.yaml draws as it is",
)
def init(
    scores: Annotated[list[Path], typer.Argument(metavar="SCORES…", help="A score file, or several of one kind.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The spec; beside the scores if absent.")
    ] = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.init import init as run

    print_report(run(scores, output), message_format)
