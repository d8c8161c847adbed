import type { AcknowledgedAct, FailedAct } from '../load/act';
import { eventsOf, nameOf, type CaseRecord, type HistoryEntry } from './case-record';
import { findings, type Finding } from './finding';

/** Every act that was acknowledged is on record, as often as it was done. */
export function checkActs(acts: readonly AcknowledgedAct[], records: readonly CaseRecord[]): readonly Finding[] {
  const onRecord = new Map(
    records.map((record) => [record.caseId, countOf(eventsOf(record).filter(isAct).map(actOf))]),
  );
  const done = Map.groupBy(
    acts.filter(({ caseId }) => onRecord.has(caseId)),
    ({ caseId }) => caseId,
  );
  return findings(
    'acts',
    [...done].flatMap(([caseId, ofCase]) =>
      differences(
        caseId,
        countOf(ofCase.map(({ event, user }) => `${event} by ${user}`)),
        onRecord.get(caseId) ?? new Map(),
      ),
    ),
  );
}

/** A filing stands under the receipt that its sender was given. */
export const checkReceipts = (acts: readonly AcknowledgedAct[], records: readonly CaseRecord[]): readonly Finding[] =>
  findings(
    'receipts',
    acts.flatMap(({ caseId, receipt }) => {
      const record = records.find((each) => each.caseId === caseId);
      if (receipt === undefined || !record) return [];
      const kept = receiptsIn(record);
      return kept.includes(receipt)
        ? []
        : [`${caseId} was acknowledged under receipt ${receipt}, and stands under ${kept.join(', ') || 'none'}`];
    }),
  );

/** Nothing that should have been taken was refused, or left without an answer. */
export const checkFailed = (failed: readonly FailedAct[]): readonly Finding[] =>
  findings(
    'refused',
    failed.map(({ user, path, why }) => `${user} POST ${path}: ${why}`),
  );

const isAct = ({ cause, actor }: HistoryEntry): boolean => cause.kind === 'command' && actor.kind === 'person';

const actOf = (entry: HistoryEntry): string => `${nameOf(entry)} by ${entry.actor.personId ?? 'nobody'}`;

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Acts that are on record without an acknowledgement were sent by a story that failed, and another check finds that.
 */
const differences = (
  caseId: string,
  done: ReadonlyMap<string, number>,
  kept: ReadonlyMap<string, number>,
): readonly string[] =>
  [...done].flatMap(([name, times]) => {
    const found = kept.get(name) ?? 0;
    if (found === times) return [];
    return [
      `${caseId}: ${name} was acknowledged ${times === 1 ? 'once' : `${String(times)} times`} and is ${found === 0 ? 'not on record' : `on record ${String(found)} times`}`,
    ];
  });

function receiptsIn(record: CaseRecord): readonly string[] {
  return eventsOf(record)
    .filter(({ type }) => type === 'GrievanceFiled')
    .flatMap(
      ({ payload }) =>
        (payload as { readonly receipt?: { readonly number?: string } } | undefined)?.receipt?.number ?? [],
    );
}
