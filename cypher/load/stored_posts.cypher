// title: Posts with their extraction, page by page
// access: read
// param after: text = "" -- id of the last post of the page before
// param limit: integer = 500 -- posts of a page
MATCH (post:Post)
WHERE post.id > $after
RETURN post.id AS id, post.extraction AS extraction, post.digest AS digest
ORDER BY id
LIMIT $limit
