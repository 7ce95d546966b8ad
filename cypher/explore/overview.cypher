// title: A first picture
// description: The entities that most relationships meet in, and only those that hang together with another of them.
// access: read
// param limit: integer = 40 -- most entities
MATCH (entity:Entity)
WHERE NOT entity:Topic AND NOT entity:Place
WITH entity, COUNT { (entity)--(:Entity) } AS degree
WHERE degree > 1
ORDER BY degree DESC, entity.id
LIMIT $limit
WITH entity {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(entity) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (entity)--(:Entity) }
  } AS node
RETURN
  node.id AS id, node.kind AS kind, node.name AS name, node.status AS status, node.class AS class, node.flag AS flag,
  node.valid_from AS valid_from, node.valid_to AS valid_to, node.precision AS precision, node.edtf AS edtf,
  node.first_reported AS first_reported, node.last_reported AS last_reported, node.degree AS degree
ORDER BY degree DESC, id
LIMIT $limit
