// PostGraphile 5 with the names of 4, so that both are asked the same. Says where it listens.
import http from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { makeV4Preset } from "postgraphile/presets/v4";
import { PostGraphileConnectionFilterPreset } from "postgraphile-plugin-connection-filter";

const instance = postgraphile({
  extends: [makeV4Preset({ disableDefaultMutations: true, graphiql: false }), PostGraphileConnectionFilterPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["public"] })],
});
const server = http.createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => console.log(`ready http://127.0.0.1:${server.address().port}/graphql`));
