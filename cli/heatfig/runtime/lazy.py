"""Modules that other packages import and that heatfig never comes to use: loaded late, or not at all."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


@contextmanager
def without(name: str) -> Iterator[None]:
    """Let imports in here that would try a module not find it, unless it is loaded already.

    So pandas does without pyarrow, which is 35 MB, and a figure does not depend on whether that is installed.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # which is how Python has it of a module that is not there
    try:
        yield
    finally:
        del sys.modules[name]


def defer(*names: str) -> None:
    """Let the next import of each of these modules, unless it is loaded already, load nothing until it is asked for.

    Importlib's own `LazyLoader` does not get so far: an import asks a module for its spec, and loads it thereby.
    """
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None:
            sys.modules[name] = module = module_from_spec(spec)
            vars(module)["__getattr__"] = _loading(module)
            parent, _, child = name.rpartition(".")
            setattr(sys.modules[parent], child, module)


def _loading(module: ModuleType) -> Any:
    """The module's `__getattr__` that loads it for the first thing asked of it."""

    def load(attribute: str) -> Any:
        assert module.__spec__ is not None
        assert module.__spec__.loader is not None
        vars(module).pop("__getattr__", None)
        module.__spec__.loader.exec_module(module)
        return getattr(module, attribute)

    return load
