"""Tracks, measured: from the plan's union of kinds to bands."""

from typing import assert_never

from heatfig.layout.band import Band
from heatfig.layout.guides import guide_band
from heatfig.layout.setting import Setting
from heatfig.layout.tracks.axis_label import axis_label_band
from heatfig.layout.tracks.bars import bars_band
from heatfig.layout.tracks.box import boxes_band
from heatfig.layout.tracks.chosen_labels import chosen_labels_band
from heatfig.layout.tracks.dendrogram import DendrogramBand
from heatfig.layout.tracks.diagonal_labels import diagonal_labels_band
from heatfig.layout.tracks.group_labels import group_labels_band
from heatfig.layout.tracks.line import line_band
from heatfig.layout.tracks.margin import margin_band
from heatfig.layout.tracks.points import points_band
from heatfig.layout.tracks.row_texts import row_texts_band
from heatfig.layout.tracks.strip import strip_band
from heatfig.layout.tracks.tick_labels import tick_labels_band
from heatfig.layout.tracks.title import title_band
from heatfig.layout.tracks.violin import violins_band
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.box import Boxes
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.plan.tracks.dendrogram import Dendrogram
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.plan.tracks.guide import GuideTrack, Title
from heatfig.plan.tracks.line import LineTrack
from heatfig.plan.tracks.margin import Margin
from heatfig.plan.tracks.points import Points
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.plan.tracks.strip import Strip
from heatfig.plan.tracks.violin import Violins


def track_band(setting: Setting, track: Track) -> Band:
    """The band of a track."""
    match track:
        case TickLabels():
            return tick_labels_band(setting)
        case DiagonalLabels():
            return diagonal_labels_band(setting, track)
        case GroupLabels():
            return group_labels_band(setting, track)
        case AxisLabel():
            return axis_label_band(setting)
        case Strip():
            return strip_band(setting, track)
        case Bars():
            return bars_band(setting, track)
        case RowTexts():
            return row_texts_band(setting, track)
        case Points():
            return points_band(setting, track)
        case LineTrack():
            return line_band(setting, track)
        case Violins():
            return violins_band(setting, track)
        case Boxes():
            return boxes_band(setting, track)
        case Margin():
            return margin_band(setting, track)
        case Dendrogram():
            return DendrogramBand(track, setting.slot, setting.style)
        case ChosenLabels():
            return chosen_labels_band(setting, track)
        case GuideTrack():
            return guide_band(setting, setting.plan.guide_by_id[track.guide])
        case Title():
            return title_band(setting)
        case _:
            assert_never(track)
