// title: Who holds which position
// access: read
// returns: table
// param of: entity = null -- state or organisation
// param title: text = null -- words of the title
// param limit: integer = 200 -- most rows
MATCH (person:Person)-[tie:HOLDS_POSITION]->(body:Entity)
WHERE
  ($of IS NULL OR body.id = $of)
  AND ($title IS NULL OR toLower(tie.qualifier) CONTAINS toLower($title))
RETURN
  body.name AS of, tie.qualifier AS position, person.name AS holder,
  tie.first_reported AS first_reported, tie.last_reported AS last_reported, tie.source_count AS sources
ORDER BY of, position, first_reported, holder
LIMIT $limit
