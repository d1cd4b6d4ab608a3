"""Dataclasses that are made when first used are those of the standard library to all who use them."""

import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from heatfig.runtime.deferred import dataclass

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0
    near: tuple[int, ...] = dataclasses.field(default_factory=tuple, compare=False)


@dataclass(frozen=True)
class Pixel(Point):
    color: str = "red"


@dataclass(frozen=True, eq=False)
class Same:
    name: str


@dataclass
class Tally:
    count: int = 0


def pending(cls: type[Any]) -> bool:
    return "Pending" in type(vars(cls)["__init__"]).__name__


def test_nothing_is_made_before_the_first_instance() -> None:
    @dataclass(frozen=True)
    class Unused:
        x: int

    assert pending(Unused)
    assert Unused(1).x == 1
    assert not pending(Unused)


def test_instances_are_equal_hash_and_print_as_dataclasses_do() -> None:
    assert Point(1, 2, near=(3,)) == Point(1, y=2)
    assert Point(1) != Point(2)
    assert Point(1) != Pixel(1)
    assert len({Point(1), Point(1), Point(2)}) == 2
    assert repr(Pixel(1)) == "Pixel(x=1, y=0, near=(), color='red')"


def test_a_class_without_eq_compares_by_identity() -> None:
    same = Same("a")
    assert same == same
    assert same != Same("a")
    assert len({same, Same("a")}) == 2


def test_a_frozen_instance_refuses_changes_and_another_takes_them_and_has_no_hash() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        point.x = 2  # type: ignore[misc]  # what mypy refuses, too
    with pytest.raises(dataclasses.FrozenInstanceError, match="'x'"):
        del point.x
    tally = Tally()
    tally.count += 1
    assert tally == Tally(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(tally)


def test_fields_replace_and_patterns_work_on_a_class_without_instances() -> None:
    @dataclass(frozen=True)
    class Fresh:
        a: int
        b: int = 2

    assert [field.name for field in dataclasses.fields(Fresh)] == ["a", "b"]
    assert dataclasses.replace(Fresh(1), b=3) == Fresh(1, 3)
    match Fresh(4):
        case Fresh(a, b):
            assert (a, b) == (4, 2)


def test_an_instance_that_another_process_made_is_whole_before_its_class_is() -> None:
    """Unpickled, an instance exists without a call of `__init__`."""
    sent = pickle.dumps([Pixel(1, 2), Pixel(1, 2)])
    code = (
        f"import pickle, sys; from {__name__} import Pixel, pending; assert pending(Pixel);"
        "one, two = pickle.load(sys.stdin.buffer); print(one == two, hash(one) == hash(two), one)"
    )
    found = subprocess.run([sys.executable, "-c", code], input=sent, stdout=subprocess.PIPE, check=True, cwd=HERE)
    assert found.stdout.decode().strip() == "True True Pixel(x=1, y=2, near=(), color='red')"
