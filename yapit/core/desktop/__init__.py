"""What surrounds a reader, and may be missing: media keys, the terminal's signs, notices, the clipboard."""
