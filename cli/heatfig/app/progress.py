"""The progress of a batch as a bar on a terminal."""

from heatfig.app.commands import Progress
from heatfig.runtime import interrupts


class Bar:
    """A progress bar under what is printed, on a terminal only and for a batch only."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self.live: object = None

    def show(self, progress: Progress) -> None:
        """Draw the bar at this state of things."""
        if not self.wanted or progress.total < 2:
            return
        from rich.console import Console
        from rich.live import Live
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        row = Table.grid(padding=(0, 1))
        # Rich's own colour, a red, would look like failure.
        bar = ProgressBar(progress.total, progress.done, width=40, complete_style="blue", finished_style="blue")
        row.add_row(bar, f"{progress.done} of {progress.total}")
        with interrupts.undisturbed():  # a bar that has half started cannot be stopped
            self.hide()
            self.live = Live(row, console=Console(stderr=True), transient=True, auto_refresh=False)
            self.live.start(refresh=True)

    def hide(self) -> None:
        """Take the bar away, so that a line can be printed where it was."""
        stop = getattr(self.live, "stop", None)
        if stop is not None:
            with interrupts.undisturbed():
                stop()
                self.live = None
