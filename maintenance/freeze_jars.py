"""Write the frozen list of jars of a Neo4j version: coordinates, sizes and SHA-256.

For maintainers: needs Maven (and so Java); a user's machine needs neither. Usage:

    python maintenance/freeze_jars.py 5.26.30 2026.08.1

The lists land in cypher/embedded/jars/; review their difference before committing.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

LISTS = Path(__file__).parent.parent / "cypher" / "embedded" / "jars"

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>cablegraph</groupId><artifactId>jars</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{0}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{0}</version></dependency>
  </dependencies>
</project>
"""

HEADER = """# Neo4j Community {0} at run time: what Maven chooses for org.neo4j:neo4j and org.neo4j.app:neo4j-server.
# Written by maintenance/freeze_jars.py. Columns: SHA-256, bytes, group:artifact:version[:classifier].
"""


def coordinate(jar: Path, root: Path) -> str:
    """Return group:artifact:version[:classifier] of a jar that lies in Maven's folder layout."""
    *group, artifact, version = jar.parent.relative_to(root).parts
    classifier = jar.stem.removeprefix(f"{artifact}-{version}").removeprefix("-")
    return ":".join([".".join(group), artifact, version, *([classifier] if classifier else [])])


def names_others(jar: Path) -> bool:
    """Return whether a jar's manifest adds others to the class path.

    Those come last in a list: Java 21 refuses an archive of classes in which they come before the jars they name.
    """
    with zipfile.ZipFile(jar) as opened:
        try:
            manifest = opened.read("META-INF/MANIFEST.MF")
        except KeyError:
            return False
    return b"\nclass-path:" in manifest.lower()


def freeze(version: str) -> Path:
    """Let Maven resolve a version and write its list; return the file."""
    with tempfile.TemporaryDirectory() as work:
        pom, jars = Path(work, "pom.xml"), Path(work, "jars")
        pom.write_text(POM.format(version), "utf-8")
        plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
        options = ["-DincludeScope=runtime", f"-DoutputDirectory={jars}", "-Dmdep.useRepositoryLayout=true"]
        subprocess.run(["mvn", "-q", "-B", "-f", pom, plugin, *options], check=True)
        lines = sorted(
            (
                names_others(jar),
                coordinate(jar, jars),
                hashlib.sha256(jar.read_bytes()).hexdigest(),
                jar.stat().st_size,
            )
            for jar in jars.rglob("*.jar")
        )
    written = LISTS / f"{version}.txt"
    written.write_text(
        HEADER.format(version) + "".join(f"{digest} {size} {name}\n" for _, name, digest, size in lines),
        "utf-8",
    )
    return written


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print(freeze(wanted))
