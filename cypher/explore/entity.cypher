// title: The facts of an entity
// access: read
// param id: entity -- which
MATCH (entity:Entity {id: $id})
WITH entity, entity {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(entity) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (entity)--(:Entity) }
  } AS node
CALL (entity) {
  MATCH (entity)-[tie]-(:Entity)
  WITH type(tie) AS type, count(tie) AS number
  ORDER BY type
  RETURN collect([type, number]) AS counts
}
RETURN
  node.id AS id, node.kind AS kind, node.name AS name, node.status AS status, node.class AS class, node.flag AS flag,
  node.valid_from AS valid_from, node.valid_to AS valid_to, node.precision AS precision, node.edtf AS edtf,
  node.first_reported AS first_reported, node.last_reported AS last_reported, node.degree AS degree,
  coalesce(entity.aliases, []) AS aliases,
  properties(entity) AS properties,
  counts,
  COUNT { (entity)<-[:MENTIONS]-(:Post) } AS posts
ORDER BY id
LIMIT 1
