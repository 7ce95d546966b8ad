// title: Relationships of an entity with their other ends
// access: read
// param id: entity -- whose
// param limit: integer = 200 -- most relationships
MATCH (entity:Entity {id: $id})-[tie]-(other:Entity)
WITH entity, tie, other, startNode(tie) AS source, endNode(tie) AS target
ORDER BY coalesce(tie.valid_from, date('9999-12-31')), type(tie), other.id, tie.key
LIMIT $limit
RETURN
  tie {
    .key, .status, .statuses, .qualifier, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    .evidence_count, .source_count, type: type(tie), source: source.id, target: target.id
  } AS edge,
  other {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(other) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (other)--(:Entity) }
  } AS other,
  source = entity AS outgoing
ORDER BY coalesce(edge.valid_from, date('9999-12-31')), edge.type, other.id, edge.key
LIMIT $limit
