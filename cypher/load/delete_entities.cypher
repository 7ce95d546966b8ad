// title: Entities that nothing mentions any more
// access: write
// param rows: rows -- id, keys
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
DETACH DELETE entity
WITH row
MATCH (evidence:Evidence)
WHERE evidence.key IN row.keys
DETACH DELETE evidence
