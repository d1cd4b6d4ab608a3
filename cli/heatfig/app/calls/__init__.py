"""How each command is called: a file for each, with its arguments and what its help says."""

from collections.abc import Callable
from typing import Any

import typer


def command(*, help: str, epilog: str) -> Callable[[Callable[..., None]], Any]:  # noqa: A002  # Typer's own word
    """A command of the command line: what it is called with are the parameters of a function."""

    def made(function: Callable[..., None]) -> Any:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(help=help, epilog=epilog)(function)
        return typer.main.get_command(alone)

    return made
