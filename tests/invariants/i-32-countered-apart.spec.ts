import type { CaseId, PartyCode } from '@parley/kernel';
import fc from 'fast-check';
import { relationsOf } from '../../services/intake/src/case/filing/filing.rules';
import { holdsInEveryHistory } from './holds';
import { counteredApart, delaysNothing } from './rules/i-32-countered-apart.rule';
import { sentence } from './sentences';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];
const complainant = fc.constantFrom(US, CN);
const first = fc.record({
  caseId: fc.constant('first' as CaseId),
  parties: complainant.map((party) => ({ complainant: party, respondent: party === US ? CN : US })),
  docketNumber: fc.option(fc.constant('US-2026-0001')),
  outcome: fc.option(fc.constantFrom('withdrawn', 'settled', 'lapsed', 'findings-issued')),
});

describe(sentence('I-32'), () => {
  it('what is countered is a registered case of the other side that goes on, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.option(first),
        complainant,
        fc.constantFrom('distinct', 'same-matter'),
        (found, party, relation) => {
          const parties = { complainant: party, respondent: party === US ? CN : US };
          const related = relationsOf({ counterTo: { case: found, relation } }, parties);
          const may =
            found !== null &&
            found.parties.complainant !== party &&
            found.docketNumber !== null &&
            found.outcome === null;
          expect('counterTo' in related).toBe(may);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('holds in every history of random parties, and delays nothing in the first case', () =>
    holdsInEveryHistory(
      { check: (history) => [...counteredApart.check(history), ...delaysNothing.check(history)] },
      { setting: { cases: 4 } },
    ));
});
