import { PUBLIC_CLOCKS, registry } from '@parley/contracts';
import { fromBinary } from '@bufbuild/protobuf';
import { domainEventOf } from '@parley/event-store';
import type { MovesDeadlines } from '@parley/processes';
import type { PublicEvent } from '@parley/messaging';
import type { Rule } from './rule';

interface SaysLimits {
  readonly limits?: { readonly opens: readonly { readonly id: string }[]; readonly closes: readonly string[] };
}

/** Ids of limits that a public message names, whatever its type. */
function namedBy({ type, data }: PublicEvent): readonly string[] {
  const schema = registry.getMessage(type);
  const { limits } = (schema ? fromBinary(schema, data) : {}) as SaysLimits;
  return limits ? [...limits.opens.map(({ id }) => id), ...limits.closes] : [];
}

/** A public message names no limit that stands between the sides: neither that it began nor that it ended. */
export const publicLimitsAlone: Rule = {
  invariant: 'I-43',
  check({ log, told }) {
    const sealed = new Set(
      log.flatMap(
        (event) =>
          ((domainEventOf(event).data ?? {}) as MovesDeadlines).opens?.flatMap(({ id, clock }) =>
            PUBLIC_CLOCKS.includes(clock) ? [] : [id],
          ) ?? [],
      ),
    );
    return told
      .filter(({ tier }) => tier === 'PUBLIC')
      .flatMap((message) =>
        namedBy(message)
          .filter((id) => sealed.has(id))
          .map((id) => `${message.type} names ${id} of case ${message.subject}`),
      );
  },
};
