// title: Server
// description: Version and edition of the server.
// access: read
CALL dbms.components() YIELD name, versions, edition
WITH * WHERE name = 'Neo4j Kernel'
RETURN versions[0] AS version, edition
LIMIT 1
