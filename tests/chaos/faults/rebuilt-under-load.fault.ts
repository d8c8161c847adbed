import { Client } from '../../support/client';
import type { Operations } from '../checker/operations.check';
import { until } from '../until';
import type { Fault } from './fault';

interface Rebuilt {
  readonly events: number;
  readonly seconds: number;
}

const WITHIN_MS = 180_000;

/**
 * Nothing breaks, but each read model is built anew from the first event while writes go on. When all are built once
 * more with nothing under way, it shows whether they were right.
 */
export const rebuiltUnderLoad: Fault = {
  name: 'rebuilt-under-load',
  what: 'each read model is built anew while writes go on',
  during: async ({ url }, _random, note) => {
    const operator = await Client.as(url, 'operator');
    const { projections } = await operator.read<Operations>('/v1/operations');
    const rates: string[] = [];
    for (const { service, name } of projections) {
      const { body } = await until(`${name} of ${service} to be built anew`, WITHIN_MS, () =>
        operator.act<Rebuilt>('/v1/operations/rebuilds', { service, projection: name }),
      );
      rates.push(`${name} of ${service}: ${String(body.events)} events, ${(body.events / body.seconds).toFixed(0)}/s`);
    }
    note(rates.join('; '));
  },
};
