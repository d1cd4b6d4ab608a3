"""heatfig draws publication heatmaps from a YAML figure spec and CSV score files."""

__version__ = "0.1.0"
