"""The PNG shows the texts that the SVG and PDF hold as texts."""

import numpy as np
from decode import Box, Bytes
from figure_case import Case
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from heatfig.layout.scene.items import TextRun

MARGIN = 1.0
WINDOW = 5
MOST = 0.45  # a wrong digit makes 0.5 and more, the same digit in another rasteriser 0.41 and less


def test_every_text_looks_the_same_in_the_png_and_the_pdf(case: Case) -> None:
    pdf = case.pdf.raster(case.png.scale)
    for words in case.figure.scene.text_runs():
        one, other = (_ink(raster.inside(_box(words), -MARGIN), words) for raster in (case.png, pdf))
        assert one.max() > 0.5, f"no ink: {words}"
        assert _unlike(one, other) < MOST, words


def _box(words: TextRun) -> Box:
    xs, ys = zip(*words.corners(), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _ink(pixels: Bytes, words: TextRun) -> NDArray[np.float64]:
    """How much of each pixel the text covers, from 0 to 1."""
    edge = np.concatenate([pixels[0], pixels[-1]])
    paper = np.median(edge, axis=0).mean()
    ink = float(np.mean(words.color))
    return np.asarray((pixels.mean(axis=2) - paper) / (ink - paper), np.float64)


def _unlike(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The largest difference of two inks in any small window, at the best shift by a pixel."""
    rows, columns = (min(sides) for sides in zip(one.shape, other.shape, strict=True))
    a, b = _blurred(one[:rows, :columns]), _blurred(other[:rows, :columns])
    shifts = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1)]
    return min(float(np.abs(np.roll(b, shift, (0, 1)) - a)[1:-1, 1:-1].max()) for shift in shifts)


def _blurred(ink: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(sliding_window_view(ink, (WINDOW, WINDOW)).mean(axis=(2, 3)), np.float64)
