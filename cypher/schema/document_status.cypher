// title: Documents are found by their status
// access: schema
CREATE INDEX document_status IF NOT EXISTS
FOR (n:Document)
ON (n.status)
