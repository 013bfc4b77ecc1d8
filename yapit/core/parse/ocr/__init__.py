"""Pictures of pages to lines of text: no PDF, no file format, no layout; those stand on this."""
