import { OF_NO_CASE } from '../../../services/audit/src/docket/docket-deadlines.rules';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** Public entries are numbered 1, 2, 3 …, and every public message of a registered case is among them. */
export const serialsWithoutGaps: Rule = {
  invariant: 'I-63',
  check({ log, cases }) {
    const entries = docketEntries(log);
    const gaps = entries.flatMap(({ serial }, index) =>
      serial === index + 1 ? [] : [`entry ${String(serial)} stands in place ${String(index + 1)}`],
    );
    const sources = new Map<string, number>();
    for (const { sourceEventId } of entries) sources.set(sourceEventId, (sources.get(sourceEventId) ?? 0) + 1);
    const ofCases = entries.filter(({ docketNumber }) => docketNumber !== OF_NO_CASE);
    const registered = cases.filter(({ caseId }) => ofCases.some((entry) => entry.caseId === caseId));
    const missing = registered.flatMap(({ told }) =>
      told.flatMap(({ id, tier, type }) =>
        tier !== 'PUBLIC' || sources.get(id) === 1
          ? []
          : [`${type} stands on the docket ${String(sources.get(id) ?? 0)} times`],
      ),
    );
    return [...gaps, ...missing];
  },
};
