import { canonicalJson } from '@parley/kernel';
import { latestOf } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/** A finding that is not agreed carries what each side said in time, or says that it said nothing. */
export const separateStatements = ofEachCase('I-13', ({ panel, deliberation }) => {
  const given = latestOf(deliberation)?.statements ?? [];
  return panel.flatMap(({ event }) => {
    if (event.type !== 'FindingsWritten') return [];
    return event.data.findings.flatMap(({ claimId, outcome, statements }) => {
      if (outcome !== 'not-agreed')
        return statements === null ? [] : [`claim ${claimId} is ${outcome} and carries statements`];
      const wanted = (['complainant', 'respondent'] as const).map((side) =>
        given.find((each) => each.claimId === claimId && each.side === side),
      );
      const carried = [statements?.complainant, statements?.respondent];
      const same = wanted.every(
        (said, index) =>
          canonicalJson(carried[index] ?? null) ===
          canonicalJson(said ? { text: said.text, exhibits: said.exhibits } : null),
      );
      return statements !== null && same ? [] : [`claim ${claimId} does not carry each side's statement`];
    });
  });
});
