// title: Posts with what was extracted from them
// description: Written first, so that an interrupted load goes on from here; digest stays empty until all of the post is in.
// access: write
// param rows: rows -- id, properties, channel, origin
UNWIND $rows AS row
MERGE (post:Post {id: row.id})
SET post = row.properties
SET post.id = row.id
WITH row, post
CALL (row, post) {
  WITH row, post
  WHERE row.channel IS NOT NULL
  MERGE (channel:Channel {id: row.channel.id})
  SET channel.name = row.channel.name
  MERGE (post)-[:PUBLISHED_BY]->(channel)
}
CALL (row, post) {
  WITH row, post
  WHERE row.origin IS NOT NULL
  MERGE (origin:Channel {id: row.origin.id})
  SET origin.name = row.origin.name
  MERGE (post)-[:FORWARDED_FROM]->(origin)
}
