// title: Documents by status
// description: What was signed, adopted, drafted - or not adopted - and by whom.
// access: read
// returns: graph
// param status: text = null -- adopted, not adopted, signed, draft, in force; empty for all
// param limit: integer = 100 -- most documents
MATCH (document:Document)
WHERE COUNT { (document)--(:Entity) } > 0 AND ($status IS NULL OR document.status = toLower($status))
OPTIONAL MATCH (by:Entity)-[tie:SIGNED|ISSUED|ADOPTED|HAS_PARTY]-(document)
WITH document, collect(DISTINCT by) AS makers, collect(DISTINCT type(tie)) AS ties
RETURN
  coalesce(document.status, '') AS status, document.name AS document, document.class AS kind,
  [maker IN makers | maker.name] AS by, ties, document.first_reported AS reported,
  [document.id] + [maker IN makers | maker.id][..20] AS nodes
ORDER BY status, document, nodes
LIMIT $limit
