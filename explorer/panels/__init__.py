"""The parts of the page: each has layout(), handlers and register(app, graph)."""
