// title: An actor's itinerary
// description: Where somebody was, for which meeting, by date; planned ones too.
// access: read
// returns: graph
// param actor: entity -- who
// param since: date = null -- on this day or later
// param until: date = null -- before this day
// param limit: integer = 100 -- most meetings
MATCH (actor:Entity {id: $actor})-[tie:PARTICIPATED_IN|CHAIRED|ORGANISED|INVITED_TO]->(meeting:Meeting)
WHERE
  ($since IS NULL OR meeting.valid_to > date($since))
  AND ($until IS NULL OR meeting.valid_from < date($until))
WITH actor, meeting, collect(DISTINCT tie.status) AS said
OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
WITH actor, meeting, said, collect(DISTINCT place) AS places
RETURN
  meeting.edtf AS date, [place IN places | place.name] AS places, meeting.name AS meeting, meeting.status AS status, said,
  [actor.id, meeting.id] + [place IN places | place.id] AS nodes
ORDER BY date, meeting, nodes
LIMIT $limit
