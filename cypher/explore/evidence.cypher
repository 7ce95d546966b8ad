// title: The sentences behind a relationship or behind a date
// access: read
// param key: text -- key of the relationship, or entity id|held_on
// param limit: integer = 200 -- most sentences
MATCH (evidence:Evidence {key: $key})-[:QUOTED_FROM]->(post:Post)
OPTIONAL MATCH (post)-[:PUBLISHED_BY]->(channel:Channel)
OPTIONAL MATCH (post)-[:FORWARDED_FROM]->(origin:Channel)
OPTIONAL MATCH (speaker:Entity {id: evidence.speaker})
RETURN
  evidence.id AS id, evidence.quote AS quote, evidence.sentence AS sentence, evidence.start AS start,
  evidence.end AS end, evidence.status AS status, evidence.rule AS rule, evidence.qualifier AS qualifier,
  coalesce(speaker.name, evidence.speaker) AS speaker,
  post.text AS text, post.id AS post_id, post.published_at AS published_at, post.edtf AS post_date,
  post.precision AS post_precision, channel.name AS channel, origin.name AS forwarded_from, post.url AS url
ORDER BY post.valid_from, post_id, start, id
LIMIT $limit
