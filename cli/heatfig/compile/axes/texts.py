"""The texts that stand for the labels of an axis, and for numbers and dates between them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from heatfig.compile.axes.scale import Edges, date_form, positions
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.view import View
from heatfig.data.columns.dates import parsed_date, seconds
from heatfig.data.order.sorted import NUMERAL
from heatfig.data.transforms.bin import bin_names, stretch
from heatfig.diagnostics import problem
from heatfig.language.model.axes import Axis
from heatfig.language.scalars.formats import DATE_FORM
from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass
from heatfig.scales.calendar import moment_at
from heatfig.scales.number_format import exact_format, for_ticks, formatted, is_exact
from heatfig.scales.sides import AxisName
from heatfig.scales.ticks import Scores, even_texts

NumberTexts = list[tuple[float, Text]]


@dataclass(frozen=True)
class LabelTexts:
    """The labels of an axis in drawing order; `edges` if they are bins, `filled` if a template writes them."""

    view: View
    name: AxisName
    labels: Sequence[str]
    edges: Edges | None = None
    filled: Sequence[str] | None = None

    @property
    def axis(self) -> Axis:
        """What the spec says of the axis."""
        return self.view.settings.axes.of(self.name)

    @cached_property
    def numbers(self) -> list[float]:
        """The position of each label on the axis' scale."""
        return positions(self.view, self.name, self.labels, self.edges)

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest number of the labels."""
        named = self.edges or self.numbers
        return min(named), max(named)

    def of_labels(self) -> list[Text]:
        """The text of each label: from the template, its new name, in the format, or the label itself."""
        if self.filled is not None:
            return [spec_text(text) for text in self.filled]
        form, found = self.axis.format, [self._of_label(label) for label in self.labels]
        if form is not None and None in found and found.count(None) == len(found) - len(self.axis.renames):
            kind = "dates" if DATE_FORM.fullmatch(form) else "numbers"
            message = f"'{form}' formats {kind}, and the labels of {self.name} are not {kind}"
            raise problem("bad-format", message, self.view.at("axes", self.name, "format"), "leave it out")
        shown = [data_text(label) if text is None else text for label, text in zip(self.labels, found, strict=True)]
        self._check_apart(shown)
        return shown

    def _of_label(self, label: str) -> Text | None:
        """The text of a label; None if it has no new name and does not fit the format."""
        if label in self.axis.renames:
            return spec_text(self.axis.renames[label])
        form = self.axis.format
        if form is None:
            return data_text(label)
        if not DATE_FORM.fullmatch(form):
            ends = self._stretches.get(label) or ((float(label),) if NUMERAL.fullmatch(label) else ())
            return data_text(stretch([self._formatted(end, form) for end in ends], self._edges)) if ends else None
        moment = self.moment(label)
        return None if moment is None else data_text(moment_at(moment).strftime(form))

    @cached_property
    def _stretches(self) -> dict[str, tuple[float, float]]:
        """The labels that are bins, with the edges of each; there are none in a wide file that is not melted."""
        return dict(zip(bin_names(self._edges), pairwise(self._edges), strict=True))

    @cached_property
    def _edges(self) -> tuple[float, ...]:
        table = self.view.table
        column = table.columns.get(self.axis.column or "") if table.matrix is None else None
        return (0.0,) if column is None else column.labels.edges or (0.0,)

    def _formatted(self, number: float, form: str) -> str:
        try:
            return for_ticks(number, form)
        except ValueError as error:
            message, place = f"'{form}' does not fit a label of {self.name}", self.view.at("axes", self.name, "format")
            raise problem("bad-format", f"{message}: {error}", place, "such as .1f or .3g") from None

    def _check_apart(self, shown: Sequence[Text]) -> None:
        """Raise Problems if a number format writes two labels, or two edges of bins, alike."""
        form, first = self.axis.format, dict[str, str]()
        if form is None or DATE_FORM.fullmatch(form):
            return
        alone = [float(each) for each in self.labels if NUMERAL.fullmatch(each)]
        ends = sorted({end for label in self.labels for end in self._stretches.get(label, ())})
        of_labels = [(label, text.content) for label, text in zip(self.labels, shown, strict=True)]
        of_ends = [(formatted(end, None), self._formatted(end, form)) for end in ends]
        for label, text in (*of_labels, *of_ends):
            other = first.setdefault(text, label)
            if other != label and label not in self.axis.renames:
                message = f"the labels '{other}' and '{label}' are both written '{text}'"
                hint = f"{exact_format(form, (*alone, *ends))} tells them apart"
                raise problem("bad-format", message, self.view.at("axes", self.name, "format"), hint)

    def fits(self, numbers: Scores) -> bool:
        """Whether the format writes all of these numbers exactly."""
        form = self.axis.format
        return form is None or all(is_exact(number, form) for number in numbers)

    def of_numbers(self, numbers: Scores) -> NumberTexts:
        """Numbers with their texts: new names, or in the format, or with as many decimals as all of them need."""
        form = self.axis.format
        texts = even_texts(numbers) if form is None else [self._formatted(number, form) for number in numbers]
        return self._renamed(numbers, texts)

    def of_moments(self, moments: Sequence[float], form: str) -> NumberTexts:
        """Moments with their texts: new names, or in the spec's format, or else in this one."""
        form = self.axis.format or form
        return self._renamed(moments, [moment_at(moment).strftime(form) for moment in moments])

    def _renamed(self, numbers: Iterable[float], texts: Iterable[str]) -> NumberTexts:
        names = {self.number(label): name for label, name in self.axis.renames.items()}
        return [
            (number, spec_text(names[number]) if number in names else data_text(text))
            for number, text in zip(numbers, texts, strict=True)
        ]

    def number(self, text: str) -> float | None:
        """A text of the spec as a position on the axis' scale."""
        return numeral(text) if self.axis.scale == "numbers" else self.moment(text)

    def moment(self, text: str) -> float | None:
        """A text as a moment in seconds, be it written as in the file or in ISO 8601."""
        moment = parsed_date(text, date_form(self.view, self.axis)) or parsed_date(text, None)
        return seconds(moment) if moment else None

    def of_text(self, text: str) -> Text:
        """The text of a number or date of the spec, as if it were a label."""
        found = self._of_label(text)
        return data_text(text) if found is None else found


def numeral(text: str) -> float | None:
    """A text as a number; None if it is none."""
    return float(text) if NUMERAL.fullmatch(text) else None
