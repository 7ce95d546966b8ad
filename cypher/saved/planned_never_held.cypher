// title: Planned but never reported as held
// description: Meetings that posts announce and no post tells of; those that were cancelled say so.
// access: read
// returns: graph
// param before: date = null -- only those that were due before this day
// param limit: integer = 100 -- most meetings
MATCH (meeting:Meeting)
WHERE meeting.status IN ['planned', 'cancelled', 'postponed'] AND ($before IS NULL OR meeting.valid_to <= date($before))
OPTIONAL MATCH (who:Entity)-[:PARTICIPATED_IN|INVITED_TO|CHAIRED]->(meeting)
WITH meeting, collect(DISTINCT who) AS participants
RETURN
  meeting.edtf AS date, meeting.name AS meeting, meeting.status AS status,
  [who IN participants | who.name] AS participants,
  meeting.first_reported AS first_reported, meeting.last_reported AS last_reported,
  [meeting.id] + [who IN participants | who.id][..20] AS nodes
ORDER BY date, meeting, nodes
LIMIT $limit
