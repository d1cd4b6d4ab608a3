"""Small specs that between them use what the specs of the repository do not."""

LONG = """\
model,family,data,suite,kind,seed,score,loss,best
a,old,d1,s1,p,1,0.10,1.5,false
a,old,d2,s1,p,1,-0.35,20,true
a,old,d3,s2,p,1,0.20,300,false
b,old,d1,s1,p,1,,45,false
b,old,d2,s1,p,1,OOM,7,false
b,old,d3,s2,p,1,0.55,1000,true
c,new,d1,s1,p,1,-0.004,2.5,true
c,new,d3,s2,p,1,0.95,80,false
a,old,d1,s1,q,2,1.40,3,false
a,old,d2,s1,q,2,0.70,3,false
b,old,d3,s2,q,2,-1.10,3,true
c,new,d1,s1,q,2,2.25,5,false
"""
SHAPES = """\
model,data,kind,score,share,runs
a,d1,p,0.5,0.25,4
a,d2,p,0.9,1,16
a,d3,p,0.3,0.1,1
b,d1,p,0.1,0,0
b,d2,p,0.7,0.5,9
b,d3,p,,0.5,9
a,d1,q,0.4,0.75,4
a,d2,q,0.2,0.6,2
a,d3,q,0.8,0.35,12
b,d1,q,0.6,0.1,3
b,d3,q,1,0.9,8
"""
WIDE = "model,d1,d2,d3\na,0.5,1,\nb,-2,0.25,3\n"
ODD = """\
model,data,score
<b>&amp;,$x_1$,1
<b>&amp;,50%^2\\frac,2
"a, ""b"" 'c'",$x_1$,3
"a, ""b"" 'c'",50%^2\\frac,4
_under_ \\$ $,$x_1$,5
_under_ \\$ $,50%^2\\frac,6
"""
SQUARE = """\
one,other,score
p,p,4
p,q,-0.5
p,r,0.25
q,p,-0.125
q,q,3
r,p,0.75
r,q,0.125
r,r,1
"""
TOP = "scores: long.csv\nvalue: {value}\naxes: {{y: {{column: model}}, x: {{column: data}}}}\n"
_P, _Q = "where: {kind: p}\n", "where: {kind: q}\n"
_OOM = (
    "missing: {color: khaki, hatch: crossed, tokens: {OOM: {label: out of memory, color: '#abcdef', hatch: falling}}}\n"
)
_PANELS = "panels:\n  - {title: first, where: {kind: p}}\n  - {title: second, where: {kind: q}}\n"
SCORE, LOSS = TOP.format(value="score"), TOP.format(value="loss")
SHAPED = SCORE.replace("long", "shapes")

SAMPLES = {
    "split": SCORE + _OOM + "split: {column: kind}\nannotations: {text: '{value:.1f}', bold: best}\n",
    "missing": SCORE + _OOM + _P + "annotations: .2f\ncolormap: magma_r\n",
    "log": LOSS + _P + "norm: log\nannotations: g\ncolorbar: {format: g, label: loss}\n",
    "decades": LOSS + _P + "norm: log\ncolorbar: {format: ',.0f', side: left}\nsize: {cell: [30pt, 60pt]}\n",
    "lines": LOSS.replace("column: data", "column: data, lines: [{at: d2, label: $t_0$, stroke: {color: red}}]") + _P,
    "symlog": SCORE + _OOM + _P + "norm: {symlog: 0.25}\nrange: [-1, 1]\ncolormap: vlag\ncolorbar: {side: bottom}\n",
    "power": LOSS + _P + "norm: {power: 0.5}\nannotations: g\n",
    "two-slope": SCORE + _OOM + _P + "norm: two-slope\nrange: {min: -0.4, center: 0, max: 1}\ncolormap: coolwarm\n",
    "centered": SCORE + _OOM + _Q + "range: {center: 0}\ncolormap: RdBu\nannotations: {bold: best}\n",
    "outside": SCORE + _OOM + _P + "range: {min: -0.1, max: 0.9, center: 0}\ncolormap: {name: PiYG, over: lime}\n",
    "outside-linear": SCORE
    + _OOM
    + _P
    + "range: [0, 0.5]\ncolormap: {name: PuBu, under: black}\ncolorbar: {side: bottom, label: accuracy}\n",
    "shared": SCORE + _OOM + _PANELS + "annotations: +.1f\n",
    "own-range": SCORE
    + _OOM
    + _PANELS.replace("{title: second", "{range: [-1, 3], colormap: vlag, title: second")
    + "layout: column\n",
    "facet": SCORE + _OOM + "facet: {column: seed}\nlayout: {labels: outer}\ncolorbar: {side: left, format: .0%}\n",
    "reversed": "scores: long.csv\nvalue: loss\nwhere: {kind: p}\nannotations: g\nmissing: {hatch: none}\naxes:\n"
    "  y: {column: model, direction: up, side: right}\n"
    "  x: {column: data, direction: left, side: top, rotation: 45, labels: {d2: 'the \\$ second'}}\n",
    "transparent": LOSS + _P + "norm: log\nrange: [1, 1000]\nbackground: none\ncells: image\nannotations: .0f\n",
    "groups": "scores: long.csv\nvalue: loss\nwhere: {kind: p}\nannotations: .0f\naxes:\n"
    "  y: {column: model, group: {column: family, order: [new, old]}, order: [c, b, a]}\n"
    "  x: {column: data, group: {column: suite, labels: {s1: One}}}\n",
    "blend": LOSS + _Q + "colormap: [white, '#08306b', black]\nrange: {max: 4}\n",
    "part": LOSS + _P + "colormap: {name: hot, from: 0.2, to: 0.8}\nannotations: .0f\nlegend: none\n",
    "aggregate": LOSS + "aggregate: mean\nannotations: .2f\ncolormap: deep\n",
    "wide": "scores: {file: wide.csv, form: wide}\nannotations: {}\ncolorbar: none\naxes: {x: {ticks: [d1, d3]}}\n",
    "strips": LOSS
    + _P
    + "beside:\n  right: [{strip: {field: family, colormap: {categories: {new: teal, old: '#c0ffee'}}, "
    "labels: {new: brand new}}}]\n"
    "  bottom: [{strip: {field: suite, colormap: {categories: {s1: red, s2: blue}}}}]\n"
    "legend: {side: right}\ngap: 2pt\nbackground: '#203040'\nsize: {cell: [30pt, 20pt]}\nannotations: .0f\n",
    "circles": SHAPED + "cells: {shape: circle, size: share}\n" + _PANELS,
    "squares": SHAPED + _Q + "cells: {size: {field: runs, range: [0, 20], side: bottom}}\n",
    "bars": SHAPED + "cells: {shape: bar, size: share}\nsplit: {column: kind}\nsize: {cell: [60pt, 40pt]}\n",
    "layers": SHAPED + _P + "gap: 1pt\nlayers:\n  - {colormap: Greens, range: [0, 1]}\n"
    "  - {value: share, colormap: Purples, norm: {power: 0.5}, cells: {shape: circle, size: share}}\n"
    "  - {value: runs, colormap: Reds, cells: {shape: square, size: {field: share, range: [0, 4], legend: false}}}\n",
    "rings": SHAPED + _P + "gap: 1pt\nlayers:\n  - {colormap: Greens}\n"
    "  - {value: runs, cells: {shape: circle, fill: none, stroke: {color: '#6e75a4', width: 1.5pt}, size: share}}\n",
    "hollow bars": SHAPED + _P + "cells: {shape: bar, fill: none, stroke: {width: 2pt}, size: share}\n",
    "rimmed": SHAPED + _P + "cells: {shape: circle, stroke: {width: 2pt, color: crimson}, size: share}\n",
    "discs": SHAPED + _P + "cells: {shape: circle}\nannotations: .1f\ngap: {width: 1pt, color: red}\nframe: grid\n",
    "math": LOSS + _P + "title: 'Loss $\\alpha_i^2$ -- in \\$'\ncolorbar: {label: '$\\frac{a}{b}$ of it'}\n",
    "odd-labels": "scores: odd.csv\nvalue: score\nannotations: .0f\n"
    "axes: {y: {column: model}, x: {column: data, label: 'a_b & <c> ^ 5%'}}\n",
    "fallback": "scores: long.csv\nvalue: loss\nwhere: {kind: p}\nannotations: {bold: best}\n"
    "font: {family: [STIXGeneral, DejaVu Sans], size: 9}\n"
    "axes: {y: {column: model, label: 'rows ☃ Ünï – —'}, x: {column: data}}\n",
}
SQUARED = "scores: square.csv\nvalue: score\naxes: {y: {column: one}, x: {column: other}}\nannotations: .2f\n"
SAMPLES |= {
    "masked": SQUARED + "mask: upper\nlegend: {side: right}\nbackground: '#203040'\n",
    "masked-image": SQUARED + "mask: [lower]\ncells: image\n",
    "masked-by-score": SQUARED + "mask: {score: {below: 0}}\nframe: none\ngap: {width: 1pt, color: black}\n",
}
SAMPLES |= {
    "categories": "scores: kinds.csv\nvalue: kind\naxes: {y: {column: gene}, x: {column: sample}}\n"
    "colormap: {categories: {loss: steelblue, gain: firebrick, mutation: '#2e8b57'}}\n"
    "annotations: {text: '{value}'}\nmissing: {tokens: {failed: not measured}}\n",
}
KINDS = """\
gene,sample,kind
KRAS,s1,gain
KRAS,s2,failed
KRAS,s3,mutation
TP53,s1,loss
TP53,s2,loss
TP53,s3,
"""
FILES = {
    "kinds.csv": KINDS,
    "shapes.csv": SHAPES,
    "square.csv": SQUARE,
    "long.csv": LONG,
    "wide.csv": WIDE,
    "odd.csv": ODD,
}
