# One heatmap with pheatmap: Rscript heatmap.R OUT.FORMAT CSV
library(pheatmap)
given <- commandArgs(trailingOnly = TRUE)
scores <- read.csv(given[2])
methods <- unique(scores$row)
tasks <- unique(scores$column)
grid <- matrix(scores$score, nrow = length(methods), byrow = TRUE, dimnames = list(methods, tasks))
form <- tools::file_ext(given[1])
if (form == "png") png(given[1], width = 6, height = 5, units = "in", res = 300)
if (form == "svg") svg(given[1], width = 6, height = 5)
if (form == "pdf") pdf(given[1], width = 6, height = 5)
pheatmap(
  grid,
  color = hcl.colors(256, "viridis"), breaks = seq(0, 1, length.out = 257), border_color = NA,
  cluster_rows = FALSE, cluster_cols = FALSE, angle_col = "45", main = "Scores of ten methods",
  display_numbers = TRUE, number_format = "%.2f", fontsize_number = 8,
  number_color = ifelse(grid > 0.5, "black", "white")
)
invisible(dev.off())
