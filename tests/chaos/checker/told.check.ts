import { contextOf, eventsOf, type CaseRecord } from './case-record';
import { findings, type Finding } from './finding';
import { toldOf } from './told-in-topics';
import type { ToldMessage } from './told-message';

/**
 * Every public event of each case is in its context's topic, at least once. The first copies stand in the order of the
 * record, and nothing is there that is not on record.
 */
export function checkTold(records: readonly CaseRecord[], messages: readonly ToldMessage[]): readonly Finding[] {
  const firsts = Map.groupBy(firstOfEach(messages), ({ context, subject }) => `${context} ${subject}`);
  return findings(
    'told',
    records.flatMap((record) =>
      [...expectedOf(record)].flatMap(([context, expected]) =>
        faultsIn(
          `${context} on ${record.caseId}`,
          expected,
          (firsts.get(`${context} ${record.caseId}`) ?? []).map(wordsOf),
        ),
      ),
    ),
  );
}

const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral'];

function expectedOf(record: CaseRecord): ReadonlyMap<string, readonly string[]> {
  const events = eventsOf(record);
  return new Map(
    CONTEXTS.map((context) => {
      const own = events.filter((event) => contextOf(event) === context);
      return [
        context,
        own.flatMap((event) =>
          toldOf(event).map((name) => wordsOf({ name, time: event.occurredAt, recordedAt: event.recordedAt })),
        ),
      ];
    }),
  );
}

const wordsOf = ({ name, time, recordedAt }: Pick<ToldMessage, 'name' | 'time' | 'recordedAt'>): string =>
  `${name} of ${time}, recorded ${recordedAt}`;

/**
 * The first copy of each message, in the order of each partition. A case's messages are in one partition; in two they
 * would have no order at all.
 */
function firstOfEach(messages: readonly ToldMessage[]): readonly ToldMessage[] {
  const inOrder = messages.toSorted((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
  const seen = new Set<string>();
  return inOrder.filter(({ context, id }) => {
    const known = seen.has(`${context} ${id}`);
    seen.add(`${context} ${id}`);
    return !known;
  });
}

function faultsIn(where: string, expected: readonly string[], told: readonly string[]): readonly string[] {
  const lost = less(expected, told).map((words) => `${where} did not tell ${words}`);
  const invented = less(told, expected).map((words) => `${where} told ${words}, which is not on record`);
  if (lost.length > 0 || invented.length > 0) return [...lost, ...invented];
  const at = expected.findIndex((words, index) => words !== told[index]);
  return at < 0
    ? []
    : [`${where} told ${told[at] ?? 'nothing'} before ${expected[at] ?? 'nothing'}, which was recorded first`];
}

/** Items of the first list that are not in the second, or not as often. */
function less(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
