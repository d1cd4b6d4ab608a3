"""How `heatfig init` is called."""

from pathlib import Path
from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Write a starter spec for score files. It renders as it is, and comments say what to refine.",
    epilog="Examples:  heatfig init scores.csv   |   heatfig init 'runs/{model}/{seed}.csv' -o runs.yaml",
)
def init(
    scores: Annotated[list[Path], typer.Argument(metavar="SCORES…", help="A score file, or several of one kind.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The spec to write; beside the scores if absent."),
    ] = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.init import init as run

    print_report(run(scores, output), message_format)
