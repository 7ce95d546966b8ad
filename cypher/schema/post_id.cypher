// title: Ids of post nodes are unique
// access: schema
CREATE CONSTRAINT post_id IF NOT EXISTS
FOR (n:Post)
REQUIRE n.id IS UNIQUE
