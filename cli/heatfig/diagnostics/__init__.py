"""What heatfig says of a problem: where it is, what it is and how to mend it."""

from heatfig.diagnostics.diagnostic import Diagnostic, Place
from heatfig.diagnostics.report import MOST_OF_A_CODE, MOST_REPORTED, Problems, Report, problem, refuse_some
from heatfig.diagnostics.spelling import MOST_LISTED, closest, nearest, transposed

__all__ = [
    "MOST_LISTED",
    "MOST_OF_A_CODE",
    "MOST_REPORTED",
    "Diagnostic",
    "Place",
    "Problems",
    "Report",
    "closest",
    "nearest",
    "problem",
    "refuse_some",
    "transposed",
]
