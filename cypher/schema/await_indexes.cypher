// title: Wait until every index is online
// access: schema
CALL db.awaitIndexes(300)
