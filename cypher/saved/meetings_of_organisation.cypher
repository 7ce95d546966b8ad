// title: Meetings of an organisation
// description: What it held, took part in or is the frame of, by date.
// access: read
// returns: graph
// param organisation: entity -- which organisation
// param since: date = null -- on this day or later
// param until: date = null -- before this day
// param limit: integer = 100 -- most meetings
MATCH (organisation:Organisation {id: $organisation})-[tie:PARTICIPATED_IN|CHAIRED|ORGANISED|PART_OF]-(meeting:Meeting)
WHERE
  ($since IS NULL OR meeting.valid_to > date($since))
  AND ($until IS NULL OR meeting.valid_from < date($until))
WITH organisation, meeting, collect(DISTINCT type(tie)) AS ties
OPTIONAL MATCH (meeting)-[:HELD_IN]->(place:Place)
WITH organisation, meeting, ties, collect(DISTINCT place.name) AS places
RETURN
  meeting.edtf AS date, meeting.name AS meeting, meeting.class AS class, meeting.status AS status, places, ties,
  [organisation.id, meeting.id] AS nodes
ORDER BY date, meeting, nodes
LIMIT $limit
