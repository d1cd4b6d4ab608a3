"""Scores → colours and positions, and the texts of numbers."""
