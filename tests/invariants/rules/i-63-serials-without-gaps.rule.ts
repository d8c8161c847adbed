import { plusMillis } from '@parley/kernel';
import { OF_NO_CASE } from '../../../services/audit/src/docket/docket-deadlines.rules';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** The longest for which a message is on its way here: what was told later may not have come when the play ended. */
const ON_ITS_WAY_MS = 36 * 3_600_000;

/** Public entries are numbered 1, 2, 3 …, and every public message of a registered case is among them. */
export const serialsWithoutGaps: Rule = {
  invariant: 'I-63',
  check({ log, cases, playedTo }) {
    const entries = docketEntries(log);
    const gaps = entries.flatMap(({ serial }, index) =>
      serial === index + 1 ? [] : [`entry ${String(serial)} stands in place ${String(index + 1)}`],
    );
    const sources = new Map<string, number>();
    for (const { sourceEventId } of entries) sources.set(sourceEventId, (sources.get(sourceEventId) ?? 0) + 1);
    const heardBy = plusMillis(playedTo, -ON_ITS_WAY_MS);
    const ofCases = entries.filter(({ docketNumber }) => docketNumber !== OF_NO_CASE);
    const registered = cases.filter(({ caseId }) => ofCases.some((entry) => entry.caseId === caseId));
    const missing = registered.flatMap(({ told }) =>
      told.flatMap(({ id, tier, type, recordedat }) =>
        tier !== 'PUBLIC' || sources.get(id) === 1 || (!sources.has(id) && recordedat > heardBy)
          ? []
          : [`${type} stands on the docket ${String(sources.get(id) ?? 0)} times`],
      ),
    );
    return [...gaps, ...missing];
  },
};
