"""A process that uses the embedded store: prints its address, then waits to be told to end, or to be killed."""

from __future__ import annotations

import os
import sys

from cypher.connect import open_store
from cypher.errors import GraphError
from cypher.settings import StoreSettings

try:
    store = open_store(StoreSettings.from_env(os.environ).model_copy(update={"version": sys.argv[1]}))
except GraphError as error:
    sys.exit(str(error))
with store:
    print(store.target.uri, store.run("server/ping")[0]["ok"], flush=True)
    sys.stdin.readline()
