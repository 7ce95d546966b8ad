// title: Relationships between entities, each with its sentences
// description: A relationship and its evidence are one transaction: none is ever seen without the other.
// access: write
// param rows: rows -- key, type, source, target, properties, evidence
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[tie:$(row.type) {key: row.key}]->(target)
SET tie = row.properties
WITH row
CALL (row) {
  MATCH (old:Evidence {key: row.key})
  WHERE NOT old.id IN [said IN row.evidence | said.id]
  DETACH DELETE old
}
CALL (row) {
  UNWIND row.evidence AS said
  MATCH (post:Post {id: said.post})
  MERGE (evidence:Evidence {id: said.id})
  SET evidence = said.properties
  MERGE (evidence)-[:QUOTED_FROM]->(post)
}
