"""The graph contract: words, statements, and the store that runs them."""
