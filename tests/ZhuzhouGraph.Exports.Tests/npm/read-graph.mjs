// Reads a GraphML or GEXF file with graphology and prints what it found.
import { readFileSync } from "node:fs";
import graphology from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [file, format] = process.argv.slice(2);
const parse = format === "gexf" ? gexf.parse : graphml.parse;
const graph = parse(graphology.MultiDirectedGraph ?? graphology.default.MultiDirectedGraph, readFileSync(file, "utf8"));
console.log(
  JSON.stringify({
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, attributes, directed: graph.isDirected(id) })),
  }),
);
