import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { given } from '@parley/testing';
import fc from 'fast-check';
import { amend, claim, first, withClaims } from '../../services/intake/src/case/amendments/amendments-story.fixture';
import { decider, expire, grievance, registered } from '../../services/intake/src/case/case-story.fixture';
import { propose, sign } from '../../services/intake/src/case/consent/consent-story.fixture';
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
});
