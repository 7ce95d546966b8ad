// title: Digests of entities and of the relationships that leave them, page by page
// access: read
// param after: text = "" -- id of the last entity of the page before
// param limit: integer = 1000 -- entities of a page
MATCH (entity:Entity)
WHERE entity.id > $after
WITH entity
ORDER BY entity.id
LIMIT $limit
RETURN
  entity.id AS id,
  entity.digest AS digest,
  [(entity)-[tie]->(other:Entity) | [tie.key, other.id, tie.digest]] AS relationships
ORDER BY id
LIMIT $limit
