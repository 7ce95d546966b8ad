// title: Who met whom
// description: Pairs of people and states that took part in the same meeting, most often first.
// access: read
// returns: graph
// param actor: entity = null -- only pairs with this one
// param since: date = null -- meetings on this day or later
// param until: date = null -- meetings before this day
// param planned: boolean = false -- also meetings that are only planned
// param limit: integer = 50 -- most pairs
MATCH (left:Actor)-[one:PARTICIPATED_IN|CHAIRED]->(meeting:Meeting)<-[two:PARTICIPATED_IN|CHAIRED]-(right:Actor)
WHERE
  left.id < right.id AND labels(left) = labels(right)
  AND ($actor IS NULL OR $actor IN [left.id, right.id])
  AND ($since IS NULL OR meeting.valid_to > date($since))
  AND ($until IS NULL OR meeting.valid_from < date($until))
  AND NOT 'denied' IN [one.status, two.status]
  AND ($planned OR meeting.status = 'held')
WITH left, right, collect(DISTINCT meeting) AS meetings
ORDER BY size(meetings) DESC, left.id, right.id
LIMIT $limit
RETURN
  left.name AS left, right.name AS right, size(meetings) AS meetings,
  [meeting IN meetings | meeting.name][..10] AS names,
  [left.id, right.id] + [meeting IN meetings | meeting.id][..10] AS nodes
ORDER BY meetings DESC, left, right, nodes
LIMIT $limit
