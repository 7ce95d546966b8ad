// title: Which entities a post mentions
// access: write
// param rows: rows -- id, digest, mentions with entity, count and surface_forms
UNWIND $rows AS row
MATCH (post:Post {id: row.id})
CALL (post) {
  MATCH (post)-[old:MENTIONS]->(:Entity)
  DELETE old
}
CALL (row, post) {
  UNWIND row.mentions AS mention
  MATCH (entity:Entity {id: mention.entity})
  CREATE (post)-[:MENTIONS {count: mention.count, surface_forms: mention.surface_forms}]->(entity)
}
SET post.digest = row.digest
