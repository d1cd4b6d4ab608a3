"""`dataclass` as in the standard library, but for what it costs to start with hundreds of classes, few of them used.

The library compiles six methods a class as it is defined, in half a millisecond. Here `__init__` is made when the
first instance is, in a third of that, and the other methods are the same functions for all classes.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from dataclasses import dataclass

__all__ = ["dataclass"]

T = TypeVar("T")
_MADE_LATER = ("__init__", "__match_args__", "__dataclass_fields__", "__dataclass_params__")
_LOCK = RLock()
_COMPARED: dict[type[Any], Callable[[Any], Any]] = {}


def _deferred(cls: type[T] | None = None, /, **options: bool) -> type[T] | Callable[[type[T]], type[T]]:
    def deferred(cls: type[T]) -> type[T]:
        if options.get("slots"):  # is another class once it is made
            return dataclasses.dataclass(**options)(cls)
        rest = {**options, "frozen": False, "eq": False, "repr": False}
        later = {name: _Pending(cls, name, rest) for name in _MADE_LATER}
        for name, value in (_shared(options) | later).items():
            if name not in vars(cls):
                setattr(cls, name, value)
        return cls

    return deferred if cls is None else deferred(cls)


class _Pending:
    """An attribute of a dataclass that is made, with the others, when one of them is asked for."""

    def __init__(self, cls: type[Any], name: str, options: dict[str, bool]) -> None:
        self.cls = cls
        self.name = name
        self.options = options

    def __get__(self, instance: Any, owner: type[Any]) -> Any:
        with _LOCK:
            if vars(self.cls)[self.name] is self:
                self._make()
        made = vars(self.cls)[self.name]
        return made.__get__(instance, owner) if callable(made) else made

    def _make(self) -> None:
        for name in _MADE_LATER:
            if isinstance(vars(self.cls).get(name), _Pending):
                delattr(self.cls, name)
        dataclasses.dataclass(**self.options)(self.cls)


def _shared(options: dict[str, bool]) -> dict[str, Any]:
    """The methods that read the fields as they run."""
    methods: dict[str, Any] = {}
    frozen = options.get("frozen", False)
    if frozen:
        methods |= {"__setattr__": _set_once, "__delattr__": _keep}
    if options.get("eq", True):
        methods |= {"__eq__": _equal, "__hash__": _hash if frozen else None}
    if options.get("repr", True):
        methods |= {"__repr__": _shown}
    return methods


def _set_once(self: Any, name: str, value: Any) -> None:
    fields = self.__dict__  # written to directly, as large figures make hundreds of thousands of objects
    if name in fields:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
    fields[name] = value


def _keep(_: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    compared = _compared(type(self))
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(_compared(type(self))(self))


def _shown(self: Any) -> str:
    fields = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(fields)})"


def _compared(cls: type[Any]) -> Callable[[Any], Any]:
    """What takes from an instance the values of the fields that are compared."""
    if cls not in _COMPARED:
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        _COMPARED[cls] = attrgetter(*names) if names else lambda _: ()
    return _COMPARED[cls]


if not TYPE_CHECKING:
    dataclass = _deferred
