"""matplotlib as it comes: no configuration file of a user or a folder changes a figure."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Defaults that name a window system or write files, which a figure never asks for.
_LEFT_ALONE = {"backend", "backend_fallback", "toolbar", "interactive", "savefig.directory", "webagg.port"}

_OURS: dict[str, Any] = {
    "text.hinting": "no_hinting",
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "heatfig",
    "path.simplify": False,
}

# matplotlib complains of a configuration file as it is imported, so this comes before that.
for _library in ("matplotlib", "fontTools"):
    logging.getLogger(_library).setLevel(logging.ERROR)


@contextmanager
def own_settings() -> Iterator[None]:
    """Matplotlib's own defaults with heatfig's few settings over them, for compiling, layout and drawing."""
    import matplotlib

    defaults: dict[Any, Any] = {k: v for k, v in matplotlib.rcParamsDefault.items() if k not in _LEFT_ALONE}
    with matplotlib.rc_context(defaults | _OURS):
        yield
