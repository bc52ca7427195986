// Asks a server as a host of @modelcontextprotocol/sdk does. The first argument is the address of /mcp, or 'stdio' before the words of a
// command. Prints what it saw as JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [where, command, ...args] = process.argv.slice(2);
const transport =
  where === 'stdio'
    ? new StdioClientTransport({ command, args, stderr: 'ignore', env: process.env })
    : new StreamableHTTPClientTransport(new URL(where));
const client = new Client({ name: 'zhuzhougraph-tests', version: '1' });
await client.connect(transport);

const { tools } = await client.listTools();
const call = async (name, args) => {
  // The client holds the structured content to the schema that the tool declares, and throws where it does not fit.
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  return { text: content[0].text, rows: structuredContent?.rows ?? null, isError: isError === true };
};
const asked = [
  ['search', { text: '小巨人' }],
  ['get_entity', { entity: '曹慧泉' }],
  ['list_figures', { about: '湘粤一港通' }],
  ['list_connections', { entity: '曹慧泉' }],
  ['list_connections', { entity: '曹慧泉', shared_events: true }],
  ['find_paths', { from: '曹慧泉', to: '向恒' }],
  ['get_timeline', { entity: '曹慧泉' }],
  ['read_article', { article: '闪耀株洲' }],
  ['get_entity', { entity: '株州' }],
  ['read_article', { article: '株' }],
  ['search', { text: 1, nothing: true }],
  ['search', { text: 'a'.repeat(300) }],
  ['list_figures', { cursor: 'x' }],
];
const replies = [];
for (const [name, args] of asked) replies.push(await call(name, args));
const many = await Promise.all(Array.from({ length: 200 }, () => call('list_figures', { about: '湘粤一港通' })));
let unknown = null;
try {
  await client.callTool({ name: 'no_such_tool', arguments: {} });
} catch (error) {
  unknown = error.code;
}
const { resources } = await client.listResources();
const { resourceTemplates } = await client.listResourceTemplates();
const guide = await client.readResource({ uri: 'zhuzhou://guide' });
const figure = await client.readResource({ uri: 'zhuzhou://figure/obs:2023-05-19/02-hidden-champions/e30728b3d1' });
const { prompts } = await client.listPrompts();
const brief = await client.getPrompt({ name: 'brief', arguments: { entity: '曹慧泉' } });
console.log(
  JSON.stringify({
    tools: tools.map((tool) => tool.name),
    replies,
    manyRows: many.map((reply) => reply.rows.length),
    unknown,
    resources: resources.length,
    templates: resourceTemplates.length,
    guide: guide.contents[0].text.length,
    figure: JSON.parse(figure.contents[0].text).figure,
    prompts: prompts.map((prompt) => prompt.name),
    brief: brief.messages.length,
  }),
);
await client.close();
