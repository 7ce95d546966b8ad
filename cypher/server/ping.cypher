// title: Ping
// description: Answers, when the server does.
// access: read
RETURN true AS ok
