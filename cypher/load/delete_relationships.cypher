// title: Relationships that nothing says any more, with their sentences
// access: write
// param rows: rows -- key, source, target
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})-[tie {key: row.key}]->(target:Entity {id: row.target})
DELETE tie
WITH row
MATCH (evidence:Evidence {key: row.key})
DETACH DELETE evidence
