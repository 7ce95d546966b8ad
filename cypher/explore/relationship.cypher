// title: One relationship with its ends
// description: Found through its evidence, whose key is indexed; no relationship is without.
// access: read
// param key: text -- key of the relationship
// param source: entity = null -- one end, when known
MATCH (source:Entity)-[tie {key: $key}]->(target:Entity)
WHERE $source IS NULL OR source.id = $source
WITH source AS one, target AS two, tie
LIMIT 1
RETURN
  tie {
    .key, .status, .statuses, .qualifier, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    .evidence_count, .source_count, type: type(tie), source: one.id, target: two.id
  } AS edge,
  one {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(one) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (one)--(:Entity) }
  } AS source,
  two {
    .id, .name, .status, .class, .flag, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    kind: [label IN labels(two) WHERE NOT label IN ['Entity', 'Actor']][0],
    degree: COUNT { (two)--(:Entity) }
  } AS target
ORDER BY edge.key
LIMIT 1
