"""What a document is and how it becomes speech. No UI, no web framework, no model."""
