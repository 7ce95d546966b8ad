// title: Entities are found by names, accents folded
// access: schema
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
FOR (n:Entity)
ON EACH [n.name, n.acronym, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
