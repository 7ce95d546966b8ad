// title: Ids of channel nodes are unique
// access: schema
CREATE CONSTRAINT channel_id IF NOT EXISTS
FOR (n:Channel)
REQUIRE n.id IS UNIQUE
