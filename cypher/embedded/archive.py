"""The archive of classes (Java's class data sharing) that makes every start after the first faster.

The first start lists the classes that it loads. Once the server runs, a second, lowest-priority Java writes them into
the archive; if everything ends before that is done, it is given up and made after another start.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from cypher.embedded import server
from cypher.embedded.home import Home
from cypher.embedded.server import Recipe

DELAY_SECONDS = 3.0
LONGEST_LINE = 4096


@dataclass
class ArchiveMaker:
    """Makes the archive of a recipe in the background, if it is not there."""

    recipe: Recipe
    home: Home
    began: float = field(default_factory=time.monotonic)
    process: subprocess.Popen[bytes] | None = None
    done: bool = False

    def __post_init__(self) -> None:
        self.done = Path(self.recipe.archive).exists() or not server.class_list(self.home).exists()

    @property
    def partial(self) -> Path:
        """Where the archive grows until it is whole."""
        return Path(f"{self.recipe.archive}.{os.getpid()}.partial")

    def go_on(self) -> None:
        """Begin when it is time, and put the archive in its place when it is whole."""
        if self.done or time.monotonic() - self.began < DELAY_SECONDS:
            return
        if self.process is None:
            self._begin()
        elif self.process.poll() is not None:
            self.done = True
            if self.process.returncode == 0 and self.partial.exists():
                self.partial.replace(self.recipe.archive)
            server.class_list(self.home).unlink(missing_ok=True)

    def give_up(self) -> None:
        """End what is under way; half an archive is not kept."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.partial.unlink(missing_ok=True)

    def _begin(self) -> None:
        try:
            listed = server.class_list(self.home).read_text("utf-8", "replace").splitlines(keepends=True)
            classes = server.class_list(self.home).with_suffix(".dump")
            # Java is still writing, so the last line may be half a line; and it refuses to read its own long ones.
            classes.write_text("".join(line for line in listed[:-1] if len(line) < LONGEST_LINE), "utf-8")
            arguments = self.home.neo4j / "run" / "dump.arguments"
            server.write_arguments(
                arguments,
                [
                    *server.java_options(self.recipe),
                    "-Xshare:dump",
                    f"-XX:SharedClassListFile={classes}",
                    f"-XX:SharedArchiveFile={self.partial}",
                    "-Xlog:disable",
                    "-cp",
                    os.pathsep.join(self.recipe.jars),
                ],
            )
            self.process = subprocess.Popen(
                [self.recipe.java, f"@{arguments}"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **server.detached(),
            )
            if hasattr(os, "setpriority"):
                os.setpriority(os.PRIO_PROCESS, self.process.pid, 19)
        except OSError:
            # A full disk, perhaps; starts stay slower, and that is all.
            self.done = True
