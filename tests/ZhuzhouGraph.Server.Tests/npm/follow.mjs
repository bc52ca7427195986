// Follows the graph with the client named, prints every answer as a line of JSON, and goes on where it was when the connection breaks.
// node follow.mjs graphql-ws|graphql-sse ADDRESS QUERY VARIABLES
import { createClient as overSocket } from 'graphql-ws';
import { createClient as overEvents } from 'graphql-sse';
import WebSocket from 'ws';

const [name, url, query, variables] = process.argv.slice(2);
const patience = { retryAttempts: 100 };
const soon = () => new Promise((again) => setTimeout(again, 100));
const client =
  name === 'graphql-ws'
    ? overSocket({ ...patience, url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryWait: soon, shouldRetry: () => true })
    : overEvents({ ...patience, url, retry: soon });
const request = { query, variables: JSON.parse(variables) };
// Both clients ask again with what they were given: so that is kept up to date.
const tell = (answer) => {
  if (answer.data?.graphChanged) request.variables.since = answer.data.graphChanged.resume;
  console.log(JSON.stringify(answer));
};
client.subscribe(request, {
  next: tell,
  error: (error) => console.log(JSON.stringify({ error: Array.isArray(error) ? error : String(error.message ?? error.reason ?? error) })),
  complete: () => {
    console.log(JSON.stringify({ complete: true }));
    client.dispose();
  },
});
