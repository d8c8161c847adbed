import { canonicalJson } from '@parley/kernel';
import type { DocketEntry } from '../../../services/audit/src/docket/docket-deadlines.rules';
import { evolveLine } from '../../../services/audit/src/docket/docket.rules';
import { outcomeOf, stageOf, type DocketLine } from '../../../services/audit/src/docket/docket-line.rules';
import { latestOf } from '../../simulation/history/case-history';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

const lineOf = (entries: readonly DocketEntry[]): DocketLine | undefined =>
  entries.reduce<DocketLine | undefined>(evolveLine, undefined);

/** The line of a case, made from the public log alone, says how the case ended, and making it again gives the same. */
export const docketFromTheLogAlone: Rule = {
  invariant: 'I-56',
  check({ cases, log }) {
    const byCase = Map.groupBy(docketEntries(log), ({ caseId }) => caseId);
    return cases.flatMap(({ caseId, intake }) => {
      const entries = byCase.get(caseId) ?? [];
      const line = lineOf(entries);
      if (!line) return [];
      const state = latestOf(intake);
      const ended = state?.status === 'ended' ? state.outcome : null;
      const says = outcomeOf(line)?.outcome ?? null;
      const same = canonicalJson(lineOf(entries) ?? null) === canonicalJson(line);
      return [
        ...(says === ended
          ? []
          : [`case ${caseId}: the docket says ${String(says)}, the record ${String(ended)} (${stageOf(line)})`]),
        ...(same ? [] : [`case ${caseId}: the docket made again is another`]),
      ];
    });
  },
};
