// title: Counts
// description: How much the graph holds.
// access: read
RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS relationships
