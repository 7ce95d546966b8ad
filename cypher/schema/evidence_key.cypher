// title: Sentences are found by the key of what they say
// access: schema
CREATE INDEX evidence_key IF NOT EXISTS
FOR (n:Evidence)
ON (n.key)
