# One heatmap with gnuplot: gnuplot -c heatmap.gp OUT.FORMAT CSV
form = ARG1[strlen(ARG1) - 2 : strlen(ARG1)]
if (form eq "png") set terminal pngcairo size 1800,1500 font "DejaVu Sans,10" fontscale 3.125 linewidth 2
if (form eq "svg") set terminal svg size 432,360 font "DejaVu Sans,10"
if (form eq "pdf") set terminal pdfcairo size 6in,5in font "DejaVu Sans,10" fontscale 0.8
set output ARG1
set datafile separator ","
set title "Scores of ten methods"
set xlabel "Task"
set ylabel "Method"
set cblabel "Score"
set cbrange [0:1]
# gnuplot 5.4 has no viridis of its own: every eighth part of it, and gnuplot blends.
set palette defined (0 "#440154", 1 "#472d7b", 2 "#3b528b", 3 "#2c728e", 4 "#21918c", \
                     5 "#28ae80", 6 "#5ec962", 7 "#addc30", 8 "#fde725")
set xrange [-0.5:9.5]
set yrange [9.5:-0.5]
set xtics rotate by 45 right
unset key
plot ARG2 skip 1 using (int($0) % 10):(int($0) / 10):3:xtic(2):ytic(1) with image pixels, \
     "" skip 1 using (int($0) % 10):(int($0) / 10):(sprintf("%.2f", $3)):($3 > 0.5 ? 0x000000 : 0xffffff) \
     with labels font ",8" textcolor rgb variable
