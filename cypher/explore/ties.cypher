// title: Relationships among entities
// access: read
// param ids: list[entity] -- one end
// param shown: list[entity] -- the other end
UNWIND $ids AS id
MATCH (one:Entity {id: id})-[tie]-(other:Entity)
WHERE other.id IN $shown
WITH DISTINCT tie, startNode(tie) AS source, endNode(tie) AS target
WITH tie {
    .key, .status, .statuses, .qualifier, .valid_from, .valid_to, .precision, .edtf, .first_reported, .last_reported,
    .evidence_count, .source_count, type: type(tie), source: source.id, target: target.id
  } AS edge
RETURN
  edge.key AS key, edge.type AS type, edge.source AS source, edge.target AS target, edge.status AS status,
  edge.statuses AS statuses, edge.qualifier AS qualifier, edge.valid_from AS valid_from, edge.valid_to AS valid_to,
  edge.precision AS precision, edge.edtf AS edtf, edge.first_reported AS first_reported,
  edge.last_reported AS last_reported, edge.evidence_count AS evidence_count, edge.source_count AS source_count
ORDER BY key
LIMIT 5000
