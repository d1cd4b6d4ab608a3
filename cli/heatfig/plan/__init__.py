"""FigurePlan: everything that will be seen, decided; nothing placed yet. The contract between compiling and showing.

Lengths are in points (1/72 inch). Arrays are indexed [row, column, part], row 0 on top and column 0 at the left,
whatever the directions of the axes. What a spec says of each thing, and where, lies beside the plan (`sources`).
"""
