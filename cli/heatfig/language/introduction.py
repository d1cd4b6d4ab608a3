"""The words before the tables of the reference."""

INTRODUCTION = r"""# The spec language

A spec is a YAML file that says what one figure shows: which scores, along which axes, in which colours.
`heatfig render accuracy.yaml` reads the spec and the score files that it names, and writes the figure as
`accuracy.png`, `accuracy.pdf` and `accuracy.svg`. `heatfig plan accuracy.yaml` prints all that the figure will show.
Nothing in a spec is ever ignored: a misspelt key, column or label is an error that names its line. No label is left
out to make room: where texts do not fit, the error says what size would do.

This page is printed by `python -m heatfig.language.reference` and agrees with the program that prints it.

- [A first spec](#a-first-spec), in long form and in wide form
- [Several panels](#several-panels): what they override and what they share
- [Specs that share](#specs-that-share): what many figures have in common
- [Score files](#score-files)
- [Writing values](#writing-values): labels, numbers, texts, lengths, number formats, colours, colormaps
- [Every key](#every-key)
- [Venues](#venues): how wide columns are, and what is asked of texts

The [examples](examples/README.md) show what one wants to do, each with its spec and its picture.

## A first spec

In **long form** a score file has one score a line, beside the labels of its cell. This is `accuracy.csv`:

```csv
model,task,accuracy
mini,Reading,0.62
mini,Math,0.41
large,Reading,0.81
large,Math,
```

and this is `accuracy.yaml` beside it:

```yaml
heatfig: 2
title: Accuracy by model and task
scores: accuracy.csv
value: accuracy
axes:
  y: {column: model, label: Model}
  x: {column: task, label: Task}
colormap: viridis
range: [0, 1]
colorbar: {label: Accuracy, format: .0%}
annotations: .2f
missing: {label: not tested}
size: {width: 85mm}
```

The figure has two rows and two columns of cells, in the order in which the file first names them, `mini` on top.
Each cell shows its score with two decimals. `large` has no score for `Math`: that cell is grey, and a legend says
"not tested". Only `scores`, `value` and the two columns of `axes` are required; everything else has a default.

A mapping has a short form where one of its keys mostly says it all: `x: task` is short for `x: {column: task}`,
`scores: accuracy.csv` for `scores: {file: accuracy.csv}`, and `annotations: .2f` for
`annotations: {text: "{value:.2f}"}`.

In **wide form** a line of a score file holds many scores: its first column names the rows, its header names the
columns. This is `accuracy_wide.csv`:

```csv
model,Reading,Math
mini,0.62,0.41
large,0.81,
```

and this is `accuracy_wide.yaml`, which draws the same figure:

```yaml
heatfig: 2
title: Accuracy by model and task
scores: {file: accuracy_wide.csv, form: wide}
axes:
  y: {label: Model}
  x: {label: Task}
colormap: viridis
range: [0, 1]
colorbar: {label: Accuracy, format: .0%}
annotations: .2f
missing: {label: not tested}
size: {width: 85mm}
```

Here only `scores` is required. A wide file is read as rows before anything else sees them, one for each of its cells:
here the columns of these are `model`, `x` and `score`, which all other keys may name as if the file were long. Others
are called by `names` and `values`, more columns name the rows (`rows`) or say something of them (`keep`), and
`columns` says which are cells: see [`scores`](#scores). A file whose sides are exchanged needs nothing but exchanged
axes: `axes: {x: model}`.

## Several panels

`panels` lists the panels of a figure. Each has a `title` and any key of [figure and panel](#figure-and-panel), which
it overrides for itself. This is `methods.csv`:

```csv
model,task,method,accuracy
mini,Reading,Probe,0.62
mini,Math,Probe,0.41
large,Reading,Probe,0.81
large,Math,Probe,0.55
mini,Reading,LoRA,0.70
mini,Math,LoRA,0.52
large,Reading,LoRA,0.84
large,Math,LoRA,0.63
```

and this is `methods.yaml`:

```yaml
scores: methods.csv
value: accuracy
axes:
  y: {column: model, label: Model}
  x: {column: task, label: Task}
annotations: .2f
panels:
  - title: Probe
    where: {method: Probe}
  - title: LoRA
    where: {method: LoRA}
    axes: {x: {label: Task after tuning}}
```

- **Overriding.** Where the figure and a panel both give a mapping, the panel's is merged over the figure's, key by
  key and at every depth: the second panel above keeps the column `task` and has an axis label of its own. Lists, words
  and numbers replace. Two mappings are merged only if they are of one kind: `colormap: {colors: […]}` replaces
  `colormap: {name: …}`, while `colormap: {over: red}` goes with either. A `range` is replaced as a whole, so that
  under `range: {min: 0}` of the figure a panel's `range: {max: 10}` leaves the minimum to its scores; one that wants
  both writes `range: [0, 10]`.
- **Nothing, and the default.** `none` says that there is none of it (`colorbar: none`, `split: none`), and `default`
  takes back what the figure says. Neither means anything where a label or a column stands. A text that is to be left
  out is `""`.
- **Norms.** The norm says which score takes which colour. Panels with the same `value` column (and the same
  `aggregate` and `normalize`) share one norm, whatever files and lines they show, so that equal colours mean equal
  scores; what `range` leaves open is taken from the scores of all of them. A panel that itself gives `range`, `norm`
  or, in its `colormap`, `stops` or `categories` has a norm of its own and never changes another's. Panels of wide
  files share a norm if their `values` have one name, or show the same file.
- **Colorbars.** Panels whose colorbars would all be the same have one for the figure, else each has its own.
  `colorbar: {per: panel}` asks for one each; `{per: figure}` is an error where they differ.
- **Labels.** Panels whose axis has the same column (and the same group) share one set of labels along it, so that
  rows and columns agree; where a panel has no score for a label, its cells are missing. An axis of wide files for
  which nobody names a column is shared by the panels of one file alone. `share: {x: false}` gives each panel its own
  labels along x, `{x: true}` all panels the same, and `{color: …}` says as much of their norm.
- **Facets.** `facet: {column: method}` in place of `panels` makes a panel for each value of the column, titled by
  it.

## Specs that share

`extends: paper.yaml` takes every key of another spec and merges this one over it, as a panel is merged over its
figure. That spec may extend a third. Paths are relative to the file that writes them. All of these files count among
what a figure is made from.

## Score files

- A score file is a table of text (`.csv`, `.tsv` or `.txt`, in UTF-8, with a header line), JSON (`.json`, `.jsonl`)
  or Parquet, each also packed as `.gz`. In a table of text, fields stand between commas, in a `.tsv` file between
  tabs, unless [`scores`](#scores) says otherwise; one that holds a comma, a quote or a line break is quoted with `"`.
- A score is a finite number, or nothing: a cell with an empty field, or with no line at all, is missing and never 0.
  Any other text in the score column is an error, unless [`missing.tokens`](#missingtokens) says what it means.
- Two scores for one cell are an error, unless `aggregate` says how they become one. Repeats that are missing are left
  out of it: the cell shows the aggregate of the rest, and is missing only if all of them are. Of several kinds of
  missing it is then the first: an empty field that no token explains, or else what stands first in
  [`missing.tokens`](#missingtokens).
- The order of lines matters only for the order of labels, where a spec does not say it. Columns that the spec does
  not name are left alone.

## Writing values

- **Labels** and names of columns are compared as they are written, in the spec and in the CSV: `NO` is `NO`, `010`
  is `010` and `1.0` is not `1`. Labels that come from the data are shown literally, whatever characters they hold.
  Two in one column that differ in nothing but blanks around them are an error, as they would look the same.
- **Texts** of the spec (titles, axis labels, what is shown in place of a label, legend texts) may hold math between
  two dollars, such as `$R^2$` or `$\alpha_0$`, in the syntax of matplotlib's mathtext. `\$` is a plain dollar; if
  the others do not pair up, they are plain too. In double quotes, `"\n"` breaks the line, and a backslash is written
  twice. A character that no font of the figure has is an error, never a box.
- **Quotes** are needed around a text that begins with a character that means something to YAML, such as `#`, `%`,
  `&`, `*`, `[` or `{`, or that holds `: ` or ` #`: `color: "#1f77b4"`. `""` and `''` are empty texts.
- **Numbers** are those of YAML 1.2: `3`, `-0.5`, `.5`, `1e-3`, without quotes. `true` and `false` are the only truth
  values.
- **Lengths** are a number with `mm`, `cm`, `in` or `pt`: `85mm`, `3.25in`. A page's width may be a part of the venue's:
  `columnwidth`, `0.5 textwidth`.
- **Colours** are names (`white`, `steelblue`), hex (`"#1f77b4"`), matplotlib's `tab:blue`, or a grey from `0.0`
  (black) to `1.0` (white); none is transparent.
- **Colormaps** are named as in [matplotlib](https://matplotlib.org/stable/gallery/color/colormap_reference.html)
  (`viridis`, `Blues`, `RdBu`) or in the [`cmap`](https://cmap-docs.readthedocs.io) package (`rocket`, `vlag`,
  `crameri:batlow`, `cmocean:thermal`). `_r` at the end of a name reverses it.

### Number formats

An optional `+` (always a sign), an optional `,` (thousands apart), then how many decimals and what kind, as Python has
them and three kinds more (`z`, `s`, `x`); behind a blank a unit may stand, which is plain text.

| format | 0.5 | -1234.25 | meaning |
|---|---|---|---|
| `.2f` | `0.50` | `-1234.25` | two decimals |
| `+.1f` | `+0.5` | `-1234.2` | always a sign |
| `,.0f` | `0` | `-1,234` | thousands apart, no decimals |
| `.0%` | `50%` | `-123425%` | as percent |
| `.3g` | `0.5` | `-1.23e+03` | three digits that count |
| `.1e` | `5.0e-01` | `-1.2e+03` | with an exponent |
| `.1x` | `5.0×10⁻¹` | `-1.2×10³` | with a power of ten |
| `.3s` | `500m` | `-1.23k` | three digits that count and a prefix of SI, from y (10⁻²⁴) to Y (10²⁴) |
| `.2z` | `.50` | `-1234.25` | two decimals without a zero before the point |
| `.1f ms` | `0.5 ms` | `-1234.2 ms` | with a unit; a prefix joins it: `.3s B` writes 12345 as `12.3 kB` |

`d` is for whole numbers and refuses all others. A result that shows zero has no sign.

### Names for what is used often

Keys at the top of a spec that begin with `x-` are your own. `&name` marks a value, `*name` stands for it, and
`<<: *name` puts its keys into another mapping, where a key written there wins. This is `names.yaml`:

```yaml
x-names: &names {mini: Mini-1B, large: Large-7B}
x-quiet: &quiet {label: "", labels: *names}
scores: accuracy.csv
value: accuracy
axes:
  y: {<<: *quiet, column: model}
  x: {column: task}
```

## Every key

| to … | write |
|---|---|
| read files as they lie on the disk, wide or long, one or many | [`scores`](#scores) |
| make columns: join files, take texts apart, divide, compare with a baseline, count | [`transform`](#transform) |
| choose which scores are shown, average repeats, say how they spread | `where`, `value`, [`aggregate`](#aggregate) |
| show shares, ranks or z-scores by row or column | [`normalize`](#normalize) |
| say what lies along the sides | [`axes`](#axesx-and-axesy), [groups](#axesxgroup-and-axesygroup) |
| put it in order, or cluster it | [`order`](#order) |
| choose the colours | [`colormap`](#colormap), [`range`](#range), [`norm`](#norm), [`colorbar`](#colorbar) |
| write into the cells, the best in bold | [`annotations`](#annotations), [conditions](#condition) |
| mark cells | [`stars`](#stars), [`symbol`](#symbol), [`outline`](#outline), [`hatch`](#hatch) |
| hide cells | `mask`, [conditions](#condition) |
| draw cells as shapes that have sizes | [`cells`](#cells) |
| show where a score is missing, and why | [`missing`](#missing), [`missing.tokens`](#missingtokens) |
| put several scores into a cell | [`split`](#split) |
| put bars, numbers, means, trees or colours of categories beside the grid | [`beside`](#beside), [`legend`](#legend) |
| put several grids on a page | [`panels`](#panels), [`facet`](#facet), [`layout`](#layout) |
| set the page | [`size`](#size), [`font`](#font), `background`, `formats`, `dpi` |
| keep to the rules of a venue | [`venue`](#venues) |
| share keys between specs | `extends` |

A key stands on its own line as `key: value`; mappings nest by indentation or in braces. `—` means that there is no
default: the meaning says what happens without the key. The examples suppose a long file with the columns `model`,
`family`, `task`, `trained_on`, `method`, `split`, `seed`, `accuracy` and `is_best`.
"""
