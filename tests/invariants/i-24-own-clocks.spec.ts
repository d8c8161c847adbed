import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { isSameMeasure } from '@parley/procedure';
import { given } from '@parley/testing';
import fc from 'fast-check';
import { amend, claim, first, withClaims } from '../../services/intake/src/case/amendments/amendments-story.fixture';
import { correctedIn } from '../../services/intake/src/case/amendments/correct-measure.rules';
import type { CaseCommand, FiledCase } from '../../services/intake/src/case/case-commands.rules';
import { decider, expire, grievance, registered, respondent } from '../../services/intake/src/case/case-story.fixture';
import { propose, reason, sign } from '../../services/intake/src/case/consent/consent-story.fixture';
import type { Matter } from '../../services/intake/src/case/consent/proposal.rules';
import { holdsInEveryHistory } from './holds';
import { ownClocks, replacedByConsent, supplementsHaveTheirOwn } from './rules/i-24-own-clocks.rule';
import { sentence } from './sentences';

const DAY = 86_400_000;
const REGISTERED = Date.parse('2025-02-06T09:00:00Z');
const onDay = (days: number, hours = 0) => new Date(REGISTERED + days * DAY + hours * 3_600_000).toISOString();

const silent = given(decider).when(
  ...registered,
  ...['reply', 'consultations', 'joint-proposal'].map((clock) => expire(clock)),
);
const instead = withClaims(claim('C3', 'III'));
const { certification, receipt } = amend('replacement', instead, onDay(70));

const filedIn = ({ state }: typeof silent): FiledCase => state as FiledCase;
const now = (story: typeof silent) => {
  const { number, issuer, date, citation } = filedIn(story).grievance.measures[0]!;
  return { number, issuer, date, citation };
};
const proposalsIn = (story: typeof silent): number => filedIn(story).proposals.length;
const objection = (n: number, when: string): CaseCommand => ({
  type: 'DeclineProposal',
  ...respondent(when),
  signatories: 'parties',
  proposalId: `proposal:${String(n)}`,
});

/** What somebody would have a measure read, a little at a time, and how the other party takes it. */
const slip = fc
  .constantFrom(
    ...(['EO 14195', 'EO 14193', 'EO 14257'] as const).map((becomes) => ({ field: 'number', becomes }) as const),
    ...(['2025-01-31', '2025-02-01', '2025-02-03'] as const).map((becomes) => ({ field: 'date', becomes }) as const),
    ...(['The President', 'Bureau of Industry'] as const).map((becomes) => ({ field: 'issuer', becomes }) as const),
    { field: 'citation', becomes: '90 FR 9122' } as const,
  )
  .chain((change) => fc.constantFrom('signed', 'silence', 'silence', 'declined').map((end) => ({ ...change, end })));

describe(sentence('I-24'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(ownClocks, { runs: 40 }));
  it('holds of a supplement at every moment of such a history', () => holdsInEveryHistory(supplementsHaveTheirOwn));
  it('lets nothing be replaced after day 60 but what both consented to have replaced', () =>
    holdsInEveryHistory(replacedByConsent));

  it('lets the complainant replace alone up to day 60, on whatever day it tries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 80 }), (days) => {
        const decision = silent.decision(amend('replacement', instead, onDay(days)));
        expect(decision.kind).toBe(days <= 60 ? 'accepted' : 'refused');
      }),
    );
  });

  it('takes a consent to a replacement for the very grievance that it names, whatever comes between', () => {
    const replaces = sha256(canonicalJson(grievance));
    const matter: Matter = { kind: 'replacement', replaces, grievance: instead, certification, receipt };
    const added = withClaims(first, claim('C2', 'II'));
    const supplement: Matter = { kind: 'supplement', grievance: added, certification, receipt };
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 70 }), fc.boolean(), (days, grows) => {
        const proposed = silent.when(propose(matter, onDay(days)));
        const between = grows ? [propose(supplement, onDay(days, 1)), sign(supplement, onDay(days, 2), { n: 2 })] : [];
        const decision = proposed.when(...between).decision(sign(matter, onDay(days, 3)));
        expect(decision.kind).toBe(grows ? 'refused' : 'accepted');
      }),
    );
  });

  it('makes a replacement of a certified correction by an objection up to day 60, and none by it later', () => {
    const change = { measure: 'M1', field: 'issuer', was: 'The President', becomes: 'Another President' } as const;
    const corrected = correctedIn(grievance, change);
    const certifying = { ...certification, digest: sha256(canonicalJson(corrected)) };
    const matter: Matter = { kind: 'correction', ...change, reason, certification: certifying, receipt };
    fc.assert(
      fc.property(fc.integer({ min: 45, max: 80 }), (days) => {
        const proposed = silent.when(propose(matter, onDay(days)));
        const objected = proposed.when(objection(proposalsIn(proposed), onDay(days, 1)));
        const left = days <= 60 ? corrected : grievance;
        expect(filedIn(objected).grievance).toEqual(left);
        expect(filedIn(objected).amendments.length).toBe(days <= 60 ? 1 : 0);
        if (days > 60) expect(filedIn(objected).running).toEqual(filedIn(silent).running);
      }),
    );
  });

  it('lets corrections lead to no other measure and move no clock, however many come', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 8 }), (slips) => {
        let story = silent;
        for (const [index, { end, ...change }] of slips.entries()) {
          const matter: Matter = {
            kind: 'correction',
            measure: 'M1',
            was: now(story)[change.field],
            reason,
            ...change,
          };
          const when = onDay(20, 3 * index);
          if (story.decision(propose(matter, when)).kind === 'refused') continue;
          const n = proposalsIn(story) + 1;
          const proposed = story.when(propose(matter, when));
          const { running } = filedIn(story);
          if (end === 'signed') story = proposed.when(sign(matter, onDay(20, 3 * index + 1), { n }));
          else if (end === 'silence') story = proposed.when(expire(`proposal:${String(n)}`));
          else story = proposed.when(objection(n, onDay(20, 3 * index + 1)));
          expect(filedIn(story).running).toEqual(running);
        }
        expect(isSameMeasure(grievance.measures[0]!, filedIn(story).grievance.measures[0]!)).toBe(true);
        const done = filedIn(story).proposals.flatMap(({ matter, end }) =>
          matter.kind === 'correction' && end?.kind !== 'declined' ? [matter.field] : [],
        );
        expect(done.length).toBe(new Set(done).size);
      }),
    );
  });
});
