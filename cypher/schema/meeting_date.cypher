// title: Meetings are found by their date
// access: schema
CREATE INDEX meeting_date IF NOT EXISTS
FOR (n:Meeting)
ON (n.valid_from)
