"""Modules that other packages import and that heatfig never comes to use: loaded if something is asked of them."""

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any


def defer(*names: str) -> None:
    """Let the next import of each of these modules, unless it is loaded already, load nothing yet.

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
