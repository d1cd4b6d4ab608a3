"""The page: sizes of cells and page that suit each other and the texts."""
