"""A reader's way out: a click becomes a question, an answer becomes elements."""
