"""A reader's way out of the graph: a click becomes a question, an answer becomes elements."""
