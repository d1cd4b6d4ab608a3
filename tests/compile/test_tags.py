"""Tags of panels count as their sign does, however many panels there are."""

import pytest

from heatfig.compile.page.tags import tags
from heatfig.plan.page import Area

NUMERALS = {1: "(i)", 40: "(xl)", 45: "(xlv)", 99: "(xcix)", 444: "(cdxliv)", 949: "(cmxlix)", 1500: "(md)"}


@pytest.mark.parametrize(("panel", "tag"), NUMERALS.items())
def test_roman_tags_are_written_as_numbers_are(panel: int, tag: str) -> None:
    areas = [Area(row, 0) for row in range(panel)]
    assert tags("(i)", areas)[-1].content == tag
