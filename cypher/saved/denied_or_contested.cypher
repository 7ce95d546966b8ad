// title: Denied or contested
// description: What some post says is not so, or what posts disagree about.
// access: read
// returns: graph
// param limit: integer = 100 -- most relationships
MATCH (source:Entity)-[tie]->(target:Entity)
WHERE 'denied' IN tie.statuses
RETURN
  source.name AS subject, type(tie) AS relationship, target.name AS object, tie.statuses AS statuses,
  tie.evidence_count AS sentences, tie.last_reported AS last_reported,
  [source.id, target.id] AS nodes
ORDER BY last_reported DESC, tie.key
LIMIT $limit
