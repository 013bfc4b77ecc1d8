"""A path, URL, pipe or bytes in; a Document out. Only the parser that is needed is imported."""
