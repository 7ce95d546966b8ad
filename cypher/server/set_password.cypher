// title: Set the first password
// description: The only thing that a fresh server lets its first user do; runs on the system database.
// access: schema
// param new: text -- the generated password
ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new
