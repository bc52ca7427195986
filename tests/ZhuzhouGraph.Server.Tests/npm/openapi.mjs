// Makes TypeScript types of the OpenAPI document given, compiles figures.ts with them as strictly as can be, runs it against the address
// given, and lets redocly lint the document. Prints what is wrong, and the figures, as JSON.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const [url, document] = process.argv.slice(2);
const cache = 'node_modules/.cache/zhuzhou';
mkdirSync(cache, { recursive: true });
writeFileSync(`${cache}/api.d.ts`, astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8')))));
writeFileSync(`${cache}/figures.ts`, readFileSync('figures.ts', 'utf8'));
const program = ts.createProgram([`${cache}/figures.ts`], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  skipLibCheck: false,
});
program.emit();
const problems = ts.getPreEmitDiagnostics(program).map((d) => `${d.file?.fileName}: ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`);
writeFileSync(`${cache}/package.json`, '{"type": "module"}');
const { headlines } = await import(`./${cache}/figures.js`);
const figures = await headlines(url);

const lint = spawnSync('node', ['node_modules/@redocly/cli/bin/cli.js', 'lint', document, '--format=json'], {
  encoding: 'utf8',
  env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' },
});
// Under which licence the answers may be used is the operator's to say.
const told = JSON.parse(lint.stdout).problems.filter((p) => p.ruleId !== 'info-license');
problems.push(...told.map((p) => `${p.ruleId}: ${p.message} ${p.location[0]?.pointer}`));
console.log(JSON.stringify({ problems, figures }));
