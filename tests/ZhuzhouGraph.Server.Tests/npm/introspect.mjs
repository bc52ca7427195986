// Sends graphql-js's introspection query with every combination of its options to the address given, rebuilds the schema from each answer,
// and compares the one with everything to the schema file given. Prints what is wrong as JSON; an empty list is a pass.
import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema } from 'graphql';

const [url, file] = process.argv.slice(2);
const names = ['descriptions', 'specifiedByUrl', 'directiveIsRepeatable', 'schemaDescription', 'inputValueDeprecation', 'oneOf'];
const problems = [];
let asked = 0;

for (let chosen = 0; chosen < 1 << names.length; chosen++) {
  const options = Object.fromEntries(names.map((name, i) => [name, (chosen & (1 << i)) !== 0]));
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: getIntrospectionQuery(options) }),
  });
  const { data, errors } = await response.json();
  asked++;
  if (errors || response.status !== 200) {
    problems.push({ options, status: response.status, errors });
    continue;
  }
  const schema = buildClientSchema(data);
  if (!Object.values(options).every(Boolean)) continue;
  const printed = printSchema(lexicographicSortSchema(schema)).split('\n');
  const approved = printSchema(lexicographicSortSchema(buildSchema(readFileSync(file, 'utf8')))).split('\n');
  const at = approved.findIndex((line, i) => line !== printed[i]);
  if (at >= 0 || printed.length !== approved.length)
    problems.push({ line: at, printed: printed[at], approved: approved[at], lengths: [printed.length, approved.length] });
}
console.log(JSON.stringify({ asked, problems }));
