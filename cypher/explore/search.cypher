// title: Entities by name
// description: Full text over names, acronyms and aliases; the last word may be unfinished.
// access: read
// param text: text -- a query in Lucene's syntax, made by the page from what was typed
// param limit: integer = 12 -- most suggestions
CALL db.index.fulltext.queryNodes('entity_names', $text, {limit: 200})
YIELD node AS entity, score
WITH entity, score, COUNT { (entity)--(:Entity) } AS degree
WHERE degree > 0
ORDER BY score * log(2 + degree) DESC, entity.id
LIMIT $limit
RETURN
  entity.id AS id,
  [label IN labels(entity) WHERE NOT label IN ['Entity', 'Actor']][0] AS kind,
  entity.name AS name,
  entity.aliases AS aliases,
  entity.acronym AS acronym,
  degree
ORDER BY score * log(2 + degree) DESC, id
LIMIT $limit
