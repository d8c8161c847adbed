import { canonicalJson } from '@parley/kernel';
import { latestOf } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/**
 * A finding that is not agreed carries what each side said in time, or says that it said nothing. What rests on an
 * exhibit that was withdrawn, or taken away from everybody, is left out as soon as the panel has heard of that (I-70).
 */
export const separateStatements = ofEachCase('I-13', ({ panel, deliberation, evidence }) => {
  const given = latestOf(deliberation)?.statements ?? [];
  return panel.flatMap(({ recorded: { recordedAt }, event }) => {
    if (event.type !== 'FindingsWritten') return [];
    const struck = evidence.flatMap(({ recorded, event: { type, data } }) =>
      recorded.recordedAt < recordedAt &&
      (type === 'ExhibitWithdrawn' || (type === 'ReadersTakenAway' && data.to === 'NOBODY'))
        ? [data.number]
        : [],
    );
    return event.data.findings.flatMap(({ claimId, outcome, statements }) => {
      if (outcome !== 'not-agreed')
        return statements === null ? [] : [`claim ${claimId} is ${outcome} and carries statements`];
      const wanted = (['complainant', 'respondent'] as const).map((side) =>
        given.find((each) => each.claimId === claimId && each.side === side),
      );
      const carried = [statements?.complainant, statements?.respondent];
      const same = wanted.every((said, index) => {
        const is = canonicalJson(carried[index] ?? null);
        const isLeftOut = is === 'null' && said?.exhibits.some((number) => struck.includes(number));
        return isLeftOut === true || is === canonicalJson(said ? { text: said.text, exhibits: said.exhibits } : null);
      });
      return statements !== null && same ? [] : [`claim ${claimId} does not carry each side's statement`];
    });
  });
});
