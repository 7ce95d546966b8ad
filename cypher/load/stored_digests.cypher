// title: Digests of posts, page by page
// access: read
// param after: text = "" -- id of the last post of the page before
// param limit: integer = 5000 -- posts of a page
MATCH (post:Post)
WHERE post.id > $after
RETURN post.id AS id, post.digest AS digest
ORDER BY id
LIMIT $limit
