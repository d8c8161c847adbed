import type { CaseRecord, HistoryEntry } from './case-record';
import { findings, type Finding } from './finding';

/** Tiers that one side alone may read; everything else is served on both (I-06). */
const OF_ONE_SIDE = new Set(['FILER', 'DELIBERATION']);

/** Both sides are shown the same, to the instant and to the bit. */
export const checkNotices = (records: readonly CaseRecord[]): readonly Finding[] =>
  findings(
    'notices',
    records.flatMap(({ caseId, us, cn }) => {
      const [ours, theirs] = [served(us), served(cn)];
      return [...missing(caseId, 'China', ours, theirs), ...missing(caseId, 'the United States', theirs, ours)];
    }),
  );

const served = (entries: readonly HistoryEntry[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .filter(({ tier }) => !OF_ONE_SIDE.has(tier))
      .map(({ eventId, stream, type, occurredAt, recordedAt, commitment }) => [
        eventId,
        `${stream} ${type} of ${occurredAt}, recorded ${recordedAt}, ${commitment}`,
      ]),
  );

const missing = (
  caseId: string,
  side: string,
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): readonly string[] =>
  [...one].flatMap(([id, said]) =>
    other.get(id) === said ? [] : [`${caseId}: ${side} is shown ${other.get(id) ?? 'nothing'} for ${said}`],
  );
