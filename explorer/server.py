"""Serves the page with waitress until it is told to end."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from explorer.errors import PortBusy
from explorer.graph import Graph
from explorer.settings import ExplorerSettings


def settings(host: str | None = None, port: int | None = None) -> ExplorerSettings:
    """Return the environment's settings, overridden by what is given."""
    given = {"host": host, "port": port}
    found = ExplorerSettings.from_env(os.environ)
    return found.model_copy(update={name: value for name, value in given.items() if value is not None})


def bind(chosen: ExplorerSettings) -> socket.socket:
    """Return a listening socket on the chosen address.

    Raises:
        PortBusy: another program listens there, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in chosen.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((chosen.host, chosen.port))
    except OSError as error:
        listening.close()
        raise PortBusy(
            f"Cannot serve on {chosen.host}:{chosen.port} ({error.strerror}); choose another with --port or EXPLORER_PORT."
        ) from error
    listening.listen(128)
    return listening


def serve(
    graph: Graph,
    chosen: ExplorerSettings,
    *,
    started: Callable[[str], None] | None = None,
    listening: socket.socket | None = None,
) -> None:
    """Serve the page on a graph until KeyboardInterrupt or SystemExit.

    Args:
        graph: what the page asks; it may still be starting.
        chosen: address, port, limits.
        started: called once with the page's address, when it answers.
        listening: a socket that is bound already (see ``bind``); made here otherwise.

    Raises:
        PortBusy: the address is taken.
    """
    listening = listening or bind(chosen)
    try:
        from waitress import create_server

        from explorer.app import create_app

        app = create_app(graph, chosen)
        server = create_server(
            app.server, sockets=[listening], threads=chosen.threads, ident=None, channel_timeout=60
        )
        if started is not None:
            started(address(chosen, listening))
        server.run()
    finally:
        listening.close()


def address(chosen: ExplorerSettings, listening: socket.socket) -> str:
    """Return the page's address as a browser takes it."""
    host = "127.0.0.1" if chosen.host in {"0.0.0.0", "::"} else chosen.host  # noqa: S104 - compared, not bound
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
