"""The terminal reader. It paints what core says and decides nothing."""
