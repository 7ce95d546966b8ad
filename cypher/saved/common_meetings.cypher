// title: Meetings that two have in common
// access: read
// returns: graph
// param one: entity -- the first
// param other: entity -- the second
// param limit: integer = 100 -- most meetings
MATCH (one:Entity {id: $one})-[:PARTICIPATED_IN|CHAIRED]->(meeting:Meeting)<-[:PARTICIPATED_IN|CHAIRED]-(other:Entity {id: $other})
WITH DISTINCT one, other, meeting
RETURN
  meeting.edtf AS date, meeting.name AS meeting, meeting.status AS status,
  [one.id, other.id, meeting.id] AS nodes
ORDER BY date, meeting, nodes
LIMIT $limit
