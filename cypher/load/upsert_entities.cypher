// title: Entities, with the sentences of their own dates
// access: write
// param rows: rows -- id, labels, properties, keys, evidence
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
SET entity = row.properties
SET entity:$(row.labels)
WITH row
CALL (row) {
  MATCH (old:Evidence)
  WHERE old.key IN row.keys AND NOT old.id IN [said IN row.evidence | said.id]
  DETACH DELETE old
}
CALL (row) {
  UNWIND row.evidence AS said
  MATCH (post:Post {id: said.post})
  MERGE (evidence:Evidence {id: said.id})
  SET evidence = said.properties
  MERGE (evidence)-[:QUOTED_FROM]->(post)
}
