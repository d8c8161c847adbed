import { createHash } from 'node:crypto';
import { domainEventOf, verifyChain, type RecordedEvent } from '@parley/event-store';
import { AnsweredCauses } from '../../../services/audit/src/completeness/answered-causes';
import { FindingCount } from '../../../services/audit/src/completeness/record-walk';
import { ofEachCase, type Rule } from './rule';

/** Every stream is whole: no gap in it, each event as it was committed, each linked to the one before. */
export const nothingAltered: Rule = {
  invariant: 'I-35',
  check: ({ log }) =>
    [...Map.groupBy(log, ({ stream }) => stream)].flatMap(([stream, events]) => {
      const chain = verifyChain(stream, events);
      return chain.kind === 'intact' ? [] : [`${stream} is ${chain.why} at ${String(chain.revision)}`];
    }),
};

/** The walk over the record takes no default and no act that was recorded for one that was not. */
export const causesAnswered: Rule = {
  invariant: 'I-35',
  check: ({ log }) => {
    const [causes, found] = [new AnsweredCauses(), new FindingCount()];
    for (const event of log) causes.look(event, found);
    return found.of(log.length).first.map(({ kind, subject }) => `${subject} is ${kind}`);
  },
};

/**
 * The events as a stranger reads them: each says by its own SHA-256 over all that is committed of it, content included,
 * what it was, and names that of the one before. Every number from the first on is there.
 */
export const readByAStranger: Rule = {
  invariant: 'I-35',
  check: ({ log }) =>
    [...Map.groupBy(log, ({ stream }) => stream)].flatMap(([stream, events]) =>
      events.flatMap((event, index) => {
        const { commitment, previous, revision } = event;
        const linked = previous === (events[index - 1]?.commitment ?? null) && revision === index;
        return linked && commitment === digestOf(inOrder(committed(event)))
          ? []
          : [`${event.type} of ${stream} at ${String(index)} is not what was committed`];
      }),
    ),
};

/** An exhibit that corrects another points to one that was accepted before it, and that stays. */
export const correctionsPointBack = ofEachCase('I-35', ({ evidence }) =>
  evidence.flatMap(({ recorded, before, after }) => {
    const { type, data } = domainEventOf(recorded);
    const { number = '', corrects } = data as { readonly number?: string; readonly corrects?: string };
    if (type !== 'ExhibitAccepted' || corrects === undefined) return [];
    const [old, still, made] = [
      before.exhibits.get(corrects),
      after.exhibits.get(corrects),
      after.exhibits.get(number),
    ];
    return old && still?.file.digest === old.file.digest && still.correctedBy === number && made?.corrects === corrects
      ? []
      : [`${number} corrects ${corrects}, and the one does not point to the other`];
  }),
);

function committed({ payload, position: _, commitment: __, traceparent: ___, ...header }: RecordedEvent) {
  return { ...header, payloadDigest: digestOf(payload) };
}

const digestOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** JSON with the names of each object in their order. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${inOrder(field)}`).join()}}`;
}
