import pytest

from heatfig.layout.page.lanes import Member, lanes, span

GAP = 10.0


def test_a_lane_has_room_for_the_largest_grid_and_the_widest_margins() -> None:
    members = [Member(0, 1, 50, 5, 1), Member(0, 1, 40, 8, 20)]
    assert lanes(members, 1, GAP) == [(8, 50, 10)]
    assert [member.start(lanes(members, 1, GAP), GAP) for member in members] == [8, 8]


def test_a_narrow_grid_stands_in_the_middle_of_the_lanes_that_it_spans() -> None:
    one, two, both = Member(0, 1, 50, 5, 5), Member(1, 1, 50, 5, 5), Member(0, 2, 40, 5, 30)
    found = lanes([one, two, both], 2, GAP)
    assert found == [(5, 50, 5), (5, 50, 5)]
    assert both.start(found, GAP) == 5 + (50 + 5 + 10 + 5 + 50 - 40) / 2


def test_a_wide_grid_parts_the_lanes_that_it_spans_so_that_their_outer_edges_agree() -> None:
    one, two, wide = Member(0, 1, 50, 5, 5), Member(1, 1, 50, 5, 5), Member(0, 2, 200, 7, 9)
    found = lanes([one, two, wide], 2, GAP)
    assert wide.start(found, GAP) == one.start(found, GAP) == 7
    assert two.start(found, GAP) + two.size == pytest.approx(wide.start(found, GAP) + wide.size)
    assert span(found, GAP) == 7 + 200 + 9


def test_a_lane_without_a_grid_of_its_own_takes_no_room() -> None:
    assert lanes([Member(0, 2, 100, 5, 5)], 2, 0) == [(5, 0, 100), (0, 0, 5)]


def test_a_grid_that_fills_the_lanes_it_spans_but_for_a_little_begins_with_the_others() -> None:
    one, two, both = Member(0, 1, 50, 5, 5), Member(1, 1, 50, 5, 5), Member(0, 2, 110, 5, 30)
    found = lanes([one, two, both], 2, GAP)
    assert both.start(found, GAP) == one.start(found, GAP) == 5
    assert found[1] == (5, 50, 20)  # of what stands after it 10 beside the grid above


def test_what_stands_after_a_grid_reaches_into_lanes_that_are_free() -> None:
    one, two, other = Member(0, 1, 50, 5, 20, free=1), Member(1, 1, 50, 5, 5), Member(0, 1, 50, 5, 2)
    assert lanes([one, two, other], 2, GAP) == [(5, 50, 2), (5, 50, 5)]


def test_the_last_free_lane_has_room_for_what_reaches_past_it() -> None:
    one, two = Member(0, 1, 50, 5, 100, free=1), Member(1, 1, 50, 5, 5)
    assert lanes([one, two], 2, GAP) == [(5, 50, 0), (5, 50, 100 - GAP - 5 - 50)]
