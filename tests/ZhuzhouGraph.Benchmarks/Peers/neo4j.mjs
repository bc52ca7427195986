// @neo4j/graphql behind Apollo Server, as its documentation starts it. Says where it listens.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const graph = new Neo4jGraphQL({ typeDefs: readFileSync("neo4j.graphql", "utf8"), driver });
const server = new ApolloServer({ schema: await graph.getSchema() });
const { url } = await startStandaloneServer(server, {
  context: async ({ req }) => ({ req, cypherQueryOptions: { addVersionPrefix: true } }),
  listen: { host: "127.0.0.1", port: 0 },
});
console.log(`ready ${url}`);
