import { verifyChain } from '@parley/event-store';
import type { Rule } from './rule';

/** Every stream is whole: no gap in it, each event as it was committed, each linked to the one before. */
export const nothingAltered: Rule = {
  invariant: 'I-35',
  check: ({ log }) =>
    [...Map.groupBy(log, ({ stream }) => stream)].flatMap(([stream, events]) => {
      const chain = verifyChain(events);
      return chain.kind === 'intact' ? [] : [`${stream} is ${chain.why} at ${String(chain.revision)}`];
    }),
};
