"""How `heatfig show` is called."""

import sys

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import colorful, print_report


@command(help="Draw a figure in the terminal.", epilog="Example:  heatfig show fig1.yaml")
def show(spec: opt.Spec, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    import shutil

    from heatfig.app.commands.show import show as run

    print_report(run(spec, root, shutil.get_terminal_size().columns, colorful(sys.stdout)), message_format)
