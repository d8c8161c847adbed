import { fold, type Instant, type PartyCode } from '@parley/kernel';
import { currentRuleSet, mayMove, type ReferralRegionState } from '@parley/procedure';
import { stepsOf, type Step } from '@parley/testing';
import * as fc from 'fast-check';
import type { DossierBasis } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import type { ReferralCommand } from './common-refusals.rules';
import type { ReferralEvent } from './referral.rules';
import type { ReferralState } from './referral-state.rules';
import {
  ask,
  assemble,
  CN,
  complainant,
  decider,
  digest,
  exit,
  expire,
  filed,
  findings,
  issue,
  lapsed,
  registered,
  respondent,
  served,
  setAside,
  sign,
  US,
  type Said,
} from './referral-story.fixture';
import type { Told } from './told-story.fixture';

/**
 * There are few, so that acts and deadlines meet: the news of the story, the ends of the clocks that it starts, and a
 * millisecond before each.
 */
const instants = fc.constantFrom(
  ...[
    '2025-03-04T10:00:00Z',
    '2025-06-20T15:00:00Z',
    '2025-06-23T10:00:00Z',
    '2025-06-30T14:59:59.999Z',
    '2025-06-30T15:00:00Z',
    '2025-07-07T14:59:59.999Z',
    '2025-07-07T15:00:00Z',
    '2025-07-14T14:59:59.999Z',
    '2025-09-01T10:00:00Z',
  ].map((text) => new Date(text).toISOString()),
);
const numbers = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.constant(2) },
  fc.constant(3),
);
const bases = fc.constantFrom<DossierBasis>('findings-final', 'screening-lapsed', 'no-panel', 'exit-notice');
const words = [{ lang: 'en', text: 'Words of its own.', kind: 'original' }] as const;
const channel = {
  channel: 'inspection-panel',
  institution: 'IBRD',
  project: { id: 'P1', name: 'Port' },
  requester: 'affected-people',
  closedOn: null,
  raisedWithManagement: true,
  harm: words,
} as const;

/** A lawful request, and some that no forum accepts. */
const requests: fc.Arbitrary<Partial<DossierRequest>> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.constant({ forum: 'WORLD_BANK' as const }),
  fc.nat(3).map((people) => ({ forum: 'WORLD_BANK' as const, channel: { ...channel, people } })),
  fc.nat(3).map((options) => ({
    forum: 'CAPITALS' as const,
    memorandum: { options: Array.from({ length: options }, () => ({ title: words, text: words })) },
  })),
  fc.constantFrom({ measures: ['M2'], claims: ['C4'] }, { measures: ['M2'], claims: ['C5'] }),
);

/** Exit notice, lapse, findings, request, signing and silence, in any order and at any instant. */
const commands: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom<Said>(filed, registered, served, findings, lapsed, setAside),
  instants.map(exit),
  { weight: 3, arbitrary: fc.tuple(instants, requests).map(([at, changes]) => ask(at, changes)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(bases, numbers, fc.constantFrom('d', 'e'))
      .map(([basis, n, letter]) => assemble({ basis, digest: digest(letter) }, n)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom<PartyCode>(CN, US), instants, fc.constantFrom('d', 'e'), numbers)
      .map(([party, at, letter, n]) => sign(party, at, digest(letter), n)),
  },
  { weight: 2, arbitrary: numbers.map(expire) },
  { weight: 2, arbitrary: numbers.map(issue) },
  fc.tuple(instants, numbers).map(([at, n]): ReferralCommand => ({
    type: 'RecordTransmission',
    ...complainant(at),
    n,
    handedOverAt: at as Instant,
    receipt: null,
  })),
);
const known: readonly Said[] = [filed, registered, served];
const histories = fc
  .tuple(
    fc.constantFrom<readonly Said[]>([], known, known, [...known, findings, ask('2025-06-23T10:00:00Z'), assemble()]),
    fc.array(commands, { maxLength: 60, size: 'max' }),
  )
  .map(([led, rest]) => [...led, ...rest]);

type History = readonly Step<ReferralState, ReferralEvent | Told>[];

const always = (check: (steps: History) => void): void => {
  fc.assert(
    fc.property(histories, (history) => check(stepsOf(decider, history))),
    { numRuns: 500 },
  );
};

/** Whether a basis is on record as of an instant, judged from the events alone. */
function onRecord(basis: DossierBasis, events: readonly (ReferralEvent | Told)[], until: Instant): boolean {
  const isBy = (at: Instant): boolean => at <= until;
  const told = events.flatMap((event) => (event.type === 'Told' ? [event.data] : []));
  switch (basis) {
    case 'exit-notice':
      return events.some((event) => event.type === 'ExitNoticeGiven' && isBy(event.occurredAt));
    case 'findings-final':
      return told.some((fact) => fact.kind === 'findings-issued' && isBy(fact.issuedAt));
    case 'screening-lapsed':
    case 'no-panel': {
      const last = told.findLast((fact) => fact.kind === 'screening-ended' || fact.kind === 'lapse-set-aside');
      return (
        last?.kind === 'screening-ended' &&
        last.outcome === (basis === 'no-panel' ? basis : 'lapsed') &&
        isBy(last.endedAt)
      );
    }
  }
}

const before = (steps: History, step: History[number]): History[number]['event'][] =>
  steps.slice(0, steps.indexOf(step)).map(({ event }) => event);

describe('a referral, whatever the order of exit notice, lapse, findings, request and signing', () => {
  it(
    'prepares and issues a dossier only on a basis that was on record when it was asked ' +
      'for, and says which (I-48)',
    () => {
      always((steps) => {
        for (const step of steps) {
          const { event } = step;
          if (event.type === 'DossierRequested')
            expect(onRecord(event.data.basis, before(steps, step), event.occurredAt)).toBe(true);
          if (event.type !== 'DossierIssued' || step.before.status !== 'filed') continue;
          const asked = step.before.dossiers.find(({ n }) => n === event.data.n)?.requestedAt;
          expect(asked !== undefined && onRecord(event.data.basis, before(steps, step), asked)).toBe(true);
        }
      });
    },
  );

  it('names a forum that hears it: no state before the World Bank, no claim that binds not both (I-49)', () => {
    always((steps) => {
      for (const { event } of steps) {
        if (event.type !== 'DossierRequested') continue;
        const { forum, channel: filer, claims, memorandum } = event.data.request;
        if (forum === 'WORLD_BANK')
          expect(filer !== undefined && (filer.requester === 'executive-director' || filer.people >= 2)).toBe(true);
        if (forum === 'WTO') expect(claims.some((claim) => claim === 'C4' || claim === 'C5')).toBe(false);
        if (forum === 'CAPITALS') expect(memorandum?.options.length).toBeGreaterThanOrEqual(2);
      }
    });
  });

  it('takes an exit notice of the complainant at any stage from the filing on, and ends nothing by it (I-53)', () => {
    fc.assert(
      fc.property(histories, instants, (history, at) => {
        const state = fold(
          decider,
          stepsOf(decider, history).map(({ event }) => event),
        );
        const decision = decider.decide(exit(at), state);
        if (state.status === 'unfiled') return;
        expect(decision.kind).toBe('accepted');
        const after =
          decision.kind === 'accepted' ? decision.events.reduce<ReferralState>(decider.evolve, state) : state;
        const { exitNotices, deeds } = state;
        const own = { id: 'exit-notice', kind: 'exit-notice', party: CN, by: 'cn-desk-1', at, isRepudiated: false };
        expect(after).toEqual({
          ...state,
          exitNotices: { ...exitNotices, [CN]: exitNotices[CN] ?? at },
          deeds: exitNotices[CN] === undefined ? [...deeds, own] : deeds,
        });
        expect(decider.decide({ type: 'GiveExitNotice', ...respondent(at) }, state)).toMatchObject({ kind: 'refused' });
      }),
      { numRuns: 300 },
    );
  });

  it(
    'issues each dossier once, at the second signature over its digest or at the end of its time, naming ' +
      'who is missing (I-04, I-18)',
    () => {
      always((steps) => {
        const issued = steps.filter(({ event }) => event.type === 'DossierIssued');
        for (const { before: state, event } of issued) {
          if (event.type !== 'DossierIssued' || state.status !== 'filed') continue;
          const dossier = state.dossiers.find(({ n }) => n === event.data.n);
          if (dossier?.status !== 'closed') throw new Error('issued before its signing was closed');
          const signed = new Set(
            dossier.signatures
              .filter(({ digest: over }) => over === dossier.assembly?.digest)
              .map(({ party }) => party),
          );
          expect([CN, US].filter((party) => !signed.has(party))).toEqual([...event.data.missing]);
          expect(event.occurredAt).toBe(dossier.end.at);
          if (dossier.end.by === 'default') expect(event.occurredAt).toBe(dossier.deadline.dueAt);
          else expect(event.occurredAt < dossier.deadline.dueAt).toBe(true);
        }
        const numbersIssued = issued.map(({ event }) => (event.type === 'DossierIssued' ? event.data.n : 0));
        expect(new Set(numbersIssued).size).toBe(numbersIssued.length);
      });
    },
  );

  it('tells nobody but its readers what a party wrote, and states nothing of it in public (I-50, I-52)', () => {
    always((steps) => {
      for (const { event } of steps)
        if (event.tier === 'PUBLIC') expect(JSON.stringify(event)).not.toMatch(/Words of its own|early date/);
    });
  });

  it('moves each dossier only along its declared graph (I-26)', () => {
    always((steps) => {
      const statusOf = (state: ReferralState, n: number): ReferralRegionState =>
        state.status === 'filed' ? (state.dossiers.find((each) => each.n === n)?.status ?? 'idle') : 'idle';
      for (const { before: from, after: to } of steps) {
        for (const n of [1, 2, 3]) {
          const [one, other] = [statusOf(from, n), statusOf(to, n)];
          if (one !== other)
            expect([one, other, mayMove(currentRuleSet.graphs, 'referral', one, other)]).toEqual([one, other, true]);
        }
      }
    });
  });

  it('hands over only what was issued, and after it was (I-48)', () => {
    always((steps) => {
      for (const { before: state, event } of steps) {
        if (event.type !== 'DossierTransmitted' || state.status !== 'filed') continue;
        const dossier = state.dossiers.find(({ n }) => n === event.data.n);
        expect(dossier?.status === 'issued' && event.data.handedOverAt >= dossier.issuedAt).toBe(true);
      }
    });
  });

  it('is the same when its events are replayed (I-36)', () => {
    always((steps) => {
      expect(
        fold(
          decider,
          steps.map(({ event }) => event),
        ),
      ).toEqual(steps.at(-1)?.after ?? decider.initial);
    });
  });
});
