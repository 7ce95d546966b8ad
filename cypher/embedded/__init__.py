"""The Neo4j of a machine that has none: fetched once, started in a data folder, joined, stopped."""
