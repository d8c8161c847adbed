import { Client } from './client';

interface ReadModel {
  readonly service: string;
  readonly name: string;
}

/** Has every read model built anew from the first event. @returns each as `<service> <name>` */
export async function rebuildReadModels(url: string): Promise<readonly string[]> {
  const operator = await Client.as(url, 'operator');
  const { projections } = await operator.read<{ projections: readonly ReadModel[] }>('/v1/operations');
  for (const { service, name } of projections)
    await operator.act('/v1/operations/rebuilds', { service, projection: name });
  return projections.map(({ service, name }) => `${service} ${name}`);
}
