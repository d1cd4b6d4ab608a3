"""What becomes of the rows of score files before a grid is made of them: a file for each verb, and one line here."""

from typing import Annotated

from heatfig.language.hints import KINDS, ONE_TOO
from heatfig.language.transforms.aggregate import AggregateRows
from heatfig.language.transforms.bin import Bin
from heatfig.language.transforms.compare import Compare
from heatfig.language.transforms.derive import Derive
from heatfig.language.transforms.extract import Extract
from heatfig.language.transforms.filter import Filter
from heatfig.language.transforms.lookup import Lookup
from heatfig.language.transforms.rescale import Rescale
from heatfig.language.transforms.symmetrize import Symmetrize

Verb = Filter | Lookup | Derive | Extract | Rescale | Bin | AggregateRows | Compare | Symmetrize
Verbs = Annotated[tuple[Annotated[Verb, KINDS], ...], ONE_TOO]
