// What a dashboard written in TypeScript does: every name and type below is checked against what the OpenAPI document declares.
import createClient from 'openapi-fetch';
import type { components, paths } from './api';

type Observation = components['schemas']['Observation'];

export async function headlines(baseUrl: string): Promise<{ text: string; value: number | null; unit: string; title: string }[]> {
  const client = createClient<paths, 'application/json' | 'application/problem+json'>({ baseUrl });
  const found: Observation[] = [];
  for (const query of [
    { indicators: ['indicator:national-little-giants'], about: ['株洲'], measures: ['LEVEL' as const], latestPer: ['INDICATOR' as const] },
    { indicators: ['indicator:loaded-containers-shipped'], measures: ['RATE_OF_CHANGE' as const] },
    { indicators: ['indicator:customs-clearance-time'], measures: ['RATE_OF_CHANGE' as const] },
  ]) {
    const { data, error } = await client.GET('/api/v1/observations', { params: { query } });
    if (error) throw new Error(error.detail);
    found.push(...data.items);
  }
  return await Promise.all(
    found.map(async (figure) => {
      // An id has slashes, which the client escapes.
      const { data, error } = await client.GET('/api/v1/articles/{id}', { params: { path: { id: figure.source.articleId } } });
      if (error) throw new Error(error.detail);
      return { text: figure.originalText, value: figure.value, unit: figure.unitCode, title: data.title };
    }),
  );
}
