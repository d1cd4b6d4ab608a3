"""What heatfig runs in: files, fonts, interrupts, settings of libraries, temporary files."""
