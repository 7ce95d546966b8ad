// title: Neighbours of an entity, strongest ties first
// access: read
// param id: entity -- whose
// param shown: list[entity] = [] -- entities that are on the canvas already
// param limit: integer = 40 -- most neighbours
MATCH (entity:Entity {id: $id})-[tie]-(other:Entity)
WHERE NOT other.id IN $shown AND other.id <> $id
WITH other, sum(tie.source_count) AS strength, max(tie.last_reported) AS latest
ORDER BY strength DESC, latest DESC, other.id
LIMIT $limit
WITH strength, other {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (other)--(:Entity) }
  } AS node
RETURN
  node.id AS id, node.kind AS kind, node.name AS name, node.status AS status, node.class AS class, node.flag AS flag,
  node.valid_from AS valid_from, node.valid_to AS valid_to, node.precision AS precision, node.edtf AS edtf,
  node.first_reported AS first_reported, node.last_reported AS last_reported, node.degree AS degree
ORDER BY strength DESC, id
LIMIT $limit
