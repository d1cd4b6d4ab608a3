"""The scalars of the language: each reads the text that was written by the rules of its place."""

from heatfig.language.scalars.choice import Boolean, VenueName, Version
from heatfig.language.scalars.column import (
    AnyColumn,
    AnyField,
    ColumnRef,
    Field,
    FieldRef,
    Flags,
    Labels,
    NewColumn,
    NumberField,
    Numbers,
    Texts,
)
from heatfig.language.scalars.file import File, FilePattern, FileRef, Files, Palette, PaletteFile
from heatfig.language.scalars.formats import AxisFormat, DateForm, Format
from heatfig.language.scalars.length import Length, OfVenue, Percent, Share, Width
from heatfig.language.scalars.number import Count, Degrees, Dots, Integer, Limit, Number, Points
from heatfig.language.scalars.text import Color, ColormapName, Comment, FontName, Label, PanelName, Renamed, Tags, Text
from heatfig.language.scalars.text import Color, ColormapName, FontName, Label, PanelName, Pattern, Renamed, Tags, Text

__all__ = [
    "AnyColumn",
    "AnyField",
    "AxisFormat",
    "Boolean",
    "Color",
    "ColormapName",
    "ColumnRef",
    "Comment",
    "Count",
    "DateForm",
    "Degrees",
    "Dots",
    "Field",
    "FieldRef",
    "File",
    "FilePattern",
    "FileRef",
    "Files",
    "Flags",
    "FontName",
    "Format",
    "Integer",
    "Label",
    "Labels",
    "Length",
    "Limit",
    "NewColumn",
    "Number",
    "NumberField",
    "Numbers",
    "OfVenue",
    "Palette",
    "PaletteFile",
    "PanelName",
    "Pattern",
    "Percent",
    "Points",
    "Renamed",
    "Share",
    "Tags",
    "Text",
    "Texts",
    "VenueName",
    "Version",
    "Width",
]
