"""The graph store: runs the catalogue's statements over Bolt; the only importer of the neo4j driver."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

import neo4j
from neo4j import exceptions, graph, spatial, time
from pydantic import SecretStr

from cypher.catalogue import Catalogue, Query
from cypher.errors import (
    GraphError,
    GraphUnavailable,
    NeoTooOld,
    QueryRefused,
    QueryTimedOut,
    SettingsError,
    WrongPassword,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = (5, 26)
"""The oldest Neo4j that is supported: the 5.26 long-term support line."""
SCHEME = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://.")
CONNECT_SECONDS = 8.0
# What the driver logs reaches people as our errors; an application that sets up logging still gets its lines.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
WRITE_RETRY_SECONDS = 15.0


@dataclass(frozen=True)
class Target:
    """An address to connect to, and as whom."""

    uri: str
    username: str
    password: SecretStr
    database: str = "neo4j"
    kind: str = "remote"
    folder: str | None = None
    query_timeout: float = 30.0


@dataclass
class GraphStore:
    """One Neo4j through one driver; may be shared by threads.

    Make one with `connect`, or with `cypher.connect.open_store`.
    """

    target: Target
    driver: neo4j.Driver
    version: str
    catalogue: Catalogue
    on_close: Callable[[], None] | None = None
    _closed: bool = field(default=False, init=False)

    @classmethod
    def connect(
        cls,
        target: Target,
        *,
        on_close: Callable[[], None] | None = None,
        oldest: tuple[int, int] = OLDEST,
    ) -> GraphStore:
        """Connect and check that the server is one that can be used.

        Args:
            target: where and as whom.
            on_close: called once, after the driver is closed.
            oldest: the oldest version (major, minor) to accept.

        Raises:
            GraphUnavailable: nothing answers there.
            WrongPassword: the server refuses the user or the password.
            NeoTooOld: the server's version is below the oldest.
            SettingsError: the address or the database cannot be used.
        """
        catalogue = Catalogue.load()
        driver = _open_driver(target)
        try:
            with _translated(target):
                version = driver.get_server_info().agent.removeprefix("Neo4j/")
            check_version(version, oldest)
            store = cls(target, driver, version, catalogue, on_close)
            store.run("server/ping", timeout=2 * CONNECT_SECONDS)
        except BaseException:
            driver.close()
            raise
        return store

    def run(
        self, name: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, object]]:
        """Run a statement of the catalogue and return its rows.

        A statement whose access is `read` runs in a session that cannot write, with a time-out; one of `write`
        in a transaction that is retried after transient faults; one of `schema` by itself.

        Args:
            name: folder/stem in the catalogue.
            parameters: values of its declared parameters; those with a default may be left out.
            timeout: seconds it may take; for reading ones the settings' time-out if None.

        Returns:
            One dictionary a row. Dates are datetime.date; date-times, times and durations are ISO 8601 strings;
            points are lists of coordinates; a node or relationship is the dictionary of its properties.

        Raises:
            GraphError: see the subclasses in cypher.errors.
        """
        query = self.catalogue[name]
        bound = query.bind(parameters or {})
        with _translated(self.target, query):
            if query.access == "read":
                return self._read(query, bound, timeout or self.target.query_timeout)
            if query.access == "schema" or " IN TRANSACTIONS" in query.statement:
                return self._auto_commit(query, bound, timeout)
            return self._write([(query, bound)], timeout)[0]

    def run_many(
        self,
        statements: Sequence[tuple[str, Mapping[str, object] | None]],
        *,
        timeout: float | None = None,
    ) -> list[list[dict[str, object]]]:
        """Run several reading and writing statements in one write transaction: all of them, or none.

        Args:
            statements: names and parameters, as for `run`.
            timeout: seconds that all may take together.

        Returns:
            The rows of each statement, in order.

        Raises:
            GraphError: see the subclasses in cypher.errors; then nothing was written.
        """
        queries = [
            (self.catalogue[name], self.catalogue[name].bind(given or {})) for name, given in statements
        ]
        if schema := [query.name for query, _ in queries if query.access == "schema"]:
            raise QueryRefused(
                f"{schema[0]} changes the schema, which cannot share a transaction with writes."
            )
        with _translated(self.target, queries[0][0] if queries else None):
            return self._write(queries, timeout)

    def describe(self) -> dict[str, object]:
        """Return version, edition, address, database, kind (embedded or remote) and store folder."""
        found = self.run("server/describe")
        return {
            "version": found[0]["version"] if found else self.version,
            "edition": found[0]["edition"] if found else "unknown",
            "address": self.target.uri,
            "database": self.target.database,
            "kind": self.target.kind,
            "store": self.target.folder,
        }

    def close(self) -> None:
        """Close the driver and let go of the embedded server; may be called twice."""
        if not self._closed:
            self._closed = True
            try:
                self.driver.close()
            finally:
                if self.on_close is not None:
                    self.on_close()

    def __enter__(self) -> GraphStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, query: Query, bound: dict[str, object], timeout: float) -> list[dict[str, object]]:
        statement = neo4j.Query(cast("Any", query.statement), timeout=timeout)

        def once() -> list[dict[str, object]]:
            with self.driver.session(
                database=self.target.database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                return _rows(session.run(statement, bound))

        try:
            return once()
        except (exceptions.DriverError, exceptions.Neo4jError) as error:
            # An idle connection that a proxy cut, or a cluster that changed its leader: worth a second try.
            if not error.is_retryable() or _is_timeout(error):
                raise
            return once()

    def _auto_commit(
        self, query: Query, bound: dict[str, object], timeout: float | None
    ) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        with self.driver.session(database=self.target.database) as session:
            for part in re.split(r";\s*\n", query.statement):
                found = _rows(session.run(neo4j.Query(cast("Any", part), timeout=timeout), bound))
        return found

    def _write(
        self, queries: Sequence[tuple[Query, dict[str, object]]], timeout: float | None
    ) -> list[list[dict[str, object]]]:
        @neo4j.unit_of_work(timeout=timeout)
        def work(transaction: neo4j.ManagedTransaction) -> list[list[dict[str, object]]]:
            return [_rows(transaction.run(cast("Any", query.statement), bound)) for query, bound in queries]

        with self.driver.session(database=self.target.database) as session:
            return session.execute_write(work)


def set_first_password(target: Target) -> None:
    """Give the user of a fresh server, who still has the password neo4j, the target's password.

    Raises:
        WrongPassword: the server is not fresh.
        GraphUnavailable: nothing answers there.
    """
    fresh = Target(target.uri, target.username, SecretStr("neo4j"), "system")
    query = Catalogue.load()["server/set_password"]
    with _translated(fresh), _open_driver(fresh) as driver, driver.session(database="system") as session:
        session.run(cast("Any", query.statement), {"new": target.password.get_secret_value()}).consume()


def check_version(version: str, oldest: tuple[int, int] = OLDEST) -> None:
    """Refuse a server older than the oldest supported one; a version that says no number is let through.

    Raises:
        NeoTooOld: it is older.
    """
    found = re.match(r"(\d+)\.(\d+)", version)
    if found and (int(found[1]), int(found[2])) < oldest:
        raise NeoTooOld(
            f"The server is Neo4j {version}, which is too old: Cablegraph needs {oldest[0]}.{oldest[1]} or newer; "
            "upgrade it, or unset NEO4J_URI to use the embedded one."
        )


def plain(value: object) -> object:
    """Turn a driver's value into a plain one, as `GraphStore.run` documents."""
    if isinstance(value, time.Date):
        return value.to_native()
    if isinstance(value, time.DateTime | time.Time | time.Duration):
        return value.iso_format()
    if isinstance(value, spatial.Point):
        return [float(part) for part in value]
    if isinstance(value, graph.Path):
        return [plain(node) for node in value.nodes]
    if isinstance(value, Mapping | graph.Entity):
        return {str(key): plain(value[key]) for key in value}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def _rows(result: neo4j.Result) -> list[dict[str, object]]:
    keys = result.keys()
    return [{key: plain(record[key]) for key in keys} for record in result]


def _open_driver(target: Target) -> neo4j.Driver:
    secret = target.password.get_secret_value()
    try:
        # Newer drivers also speak HTTP, as a preview; transactions and routing need Bolt.
        if not SCHEME.match(target.uri):
            raise ValueError(
                "it begins with none of bolt://, neo4j://, bolt+s://, neo4j+s://, bolt+ssc://, neo4j+ssc://"
            )
        return neo4j.GraphDatabase.driver(
            target.uri,
            auth=(target.username, secret) if secret else None,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=WRITE_RETRY_SECONDS,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (ValueError, exceptions.ConfigurationError) as error:
        raise SettingsError(
            f"NEO4J_URI is {target.uri!r}, which is no address of a Neo4j ({error}); "
            "write for example bolt://127.0.0.1:7687 or neo4j+s://graph.example:7687."
        ) from error


@contextmanager
def _translated(target: Target, query: Query | None = None) -> Iterator[None]:
    """Turn the driver's errors into ours."""
    try:
        yield
    except (exceptions.DriverError, exceptions.Neo4jError, OSError, EOFError) as error:
        raise _translation(error, target, query) from error
    except Exception as error:
        # The driver's handshake errors are private classes; they reach us from a server that speaks no Bolt we know.
        if type(error).__module__.startswith("neo4j"):
            raise _unusable(target, error) from error
        raise


def _translation(error: Exception, target: Target, query: Query | None) -> GraphError:
    code = (error.code or "") if isinstance(error, exceptions.Neo4jError) else ""
    name = f"The query {query.name}" if query else "The query"
    if isinstance(error, exceptions.AuthError) or ".Security." in code:
        return _refused_login(target, code)
    if _is_timeout(error):
        return QueryTimedOut(
            f"{name} took longer than it may: narrow it, or raise CABLEGRAPH_QUERY_TIMEOUT (seconds)."
        )
    if code.endswith("Statement.AccessMode"):
        return QueryRefused(f"{name} would change the graph, and Neo4j refuses that in a reading session.")
    if code.endswith("DatabaseNotFound"):
        return SettingsError(
            f"{target.uri} has no database {target.database!r}: set NEO4J_DATABASE to one it has."
        )
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code:
        return QueryRefused(f"{name} needs more memory than Neo4j grants: narrow it.")
    if isinstance(error, exceptions.UnsupportedServerProduct):
        return _unusable(target, error)
    if code and "Database.DatabaseUnavailable" not in code and "General.DatabaseUnavailable" not in code:
        said = str(getattr(error, "message", None) or error).strip().splitlines()[0]
        return QueryRefused(f"Neo4j refuses {name[0].lower()}{name[1:]}: {said}")
    return _unavailable(target)


def _refused_login(target: Target, code: str) -> GraphError:
    if code.endswith("AuthenticationRateLimit"):
        return WrongPassword(
            f"{target.uri} was given too many wrong passwords: wait a few seconds, then try again."
        )
    if target.kind == "embedded":
        return WrongPassword(
            f"The embedded Neo4j refuses the password in {target.folder}: its store was made with another one; "
            "restore that file, or move the store folder away to begin with an empty graph."
        )
    if code.endswith(("Unauthorized", "CredentialsExpired", "TokenExpired")) or not code:
        return WrongPassword(
            f"{target.uri} refuses the user {target.username!r} with this password: "
            "check NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    return QueryRefused(f"The user {target.username!r} may not do this at {target.uri} ({code}).")


def _unavailable(target: Target) -> GraphUnavailable:
    if target.kind == "embedded":
        return GraphUnavailable(
            "The embedded Neo4j has stopped answering; it is started again by the next command."
        )
    return GraphUnavailable(
        f"No Neo4j answers at {target.uri}: check that it runs and that NEO4J_URI is right, "
        "or unset NEO4J_URI to use the embedded one."
    )


def _unusable(target: Target, error: Exception) -> GraphError:
    return NeoTooOld(
        f"What answers at {target.uri} is no Neo4j of {OLDEST[0]}.{OLDEST[1]} or newer ({type(error).__name__}): "
        "upgrade it, or check NEO4J_URI."
    )


def _is_timeout(error: Exception) -> bool:
    code = (error.code or "") if isinstance(error, exceptions.Neo4jError) else ""
    return "TransactionTimedOut" in code
