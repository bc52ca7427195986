// PostGraphile 4 as middleware, with the options that its documentation names for production. Says where it listens.
import http from "node:http";
import { postgraphile } from "postgraphile";
import ConnectionFilterPlugin from "postgraphile-plugin-connection-filter";

const middleware = postgraphile(process.env.DATABASE_URL, "public", {
  appendPlugins: [ConnectionFilterPlugin],
  disableDefaultMutations: true,
  disableQueryLog: true,
  dynamicJson: true,
  graphiql: false,
  ignoreRBAC: false,
  retryOnInitFail: true,
  setofFunctionsContainNulls: false,
});
const server = http.createServer(middleware);
server.listen(0, "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
