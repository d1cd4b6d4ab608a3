"""Score files."""

from typing import Annotated, Literal

from pydantic import Field

from heatfig.language.model.forms import Model, scalar_as
from heatfig.language.scalars import TEXT_SCHEMA, Name, one_or_more, sugar


class ScoreFile(Model):
    """One CSV file (`.csv`, `.tsv` or `.txt`, UTF-8, with a header line) and how to read it."""

    file: Name = Field(description="path of the CSV file, relative to the spec's folder", examples=["scores.csv"])
    form: Literal["long", "wide"] = Field(
        "long",
        description="`long`: one score a line, beside the labels of its cell; "
        "`wide`: a matrix whose first column names the rows and whose header names the columns",
        examples=["wide"],
    )
    separator: Literal[",", ";", "\t", "|"] = Field(
        ",", description="the character between fields", examples=[";", "\t"]
    )
    decimal: Literal[".", ","] = Field(".", description="the decimal mark of the scores", examples=[","])


ScoreFiles = Annotated[list[Annotated[ScoreFile, sugar(scalar_as("file"), TEXT_SCHEMA)]], one_or_more()]
