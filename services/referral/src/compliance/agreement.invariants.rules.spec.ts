import { fold, type Instant, type PartyCode } from '@parley/kernel';
import { currentRuleSet, mayMove } from '@parley/procedure';
import { stepsOf, type Step } from '@parley/testing';
import * as fc from 'fast-check';
import { CN, US } from '../referral/referral-story.fixture';
import { agreementDigest, type AgreementCommand } from './agreement-commands.rules';
import type { AgreementEvent } from './agreement-events.rules';
import { complianceRegion, obligationStateAt, type AgreementState } from './agreement.rules';
import {
  acceptDate,
  agreementId,
  decider,
  expire,
  notice,
  propose,
  proposeDate,
  report,
  settled,
  sign,
  terms,
  verify,
} from './agreement-story.fixture';

const parties = fc.constantFrom<PartyCode>(CN, US);
/**
 * There are few, so that acts and deadlines meet: the ends of the clocks that the story starts, a millisecond before
 * each, and days between.
 */
const instants = fc.constantFrom(
  ...[
    '2025-03-20T10:00:00Z',
    '2025-05-20T10:00:00Z',
    '2025-08-28T14:59:59.999Z',
    '2025-08-28T15:00:00Z',
    '2025-09-12T14:59:59.999Z',
    '2025-09-30T14:59:59.999Z',
    '2025-09-30T15:00:00Z',
    '2025-12-01T10:00:00Z',
    '2026-03-31T15:00:00Z',
    '2026-09-14T10:00:00Z',
  ].map((text) => new Date(text).toISOString()),
);
const ids = fc.constantFrom('O1', 'O2');
const dates = fc.constantFrom('2025-11-28', '2026-08-31');
const says = fc.constantFrom('on-course' as const, 'done' as const, 'delayed' as const);
const verdicts = fc.constantFrom('verified' as const, 'refused' as const);

/** Any act of either party, and any expiry, in any order. */
const acts: fc.Arbitrary<AgreementCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(parties, instants, ids, verdicts, says)
      .map(([party, at, id, verdict, said]) => verify(party, at, id, verdict, said)),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(parties, instants, says, fc.constantFrom(1, 2, 3))
      .map(([party, at, said, n]) => report(party, at, { [party === US ? 'O1' : 'O2']: said }, n)),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(parties, instants, ids, dates).map(([party, at, id, date]) => proposeDate(party, at, date, id)),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(parties, instants, ids, dates).map(([party, at, id, date]) => acceptDate(party, at, date, id)),
  },
  fc.tuple(parties, instants, ids).map(([party, at, id]) => notice(party, at, id)),
  fc
    .constantFrom(
      'obligation:O1',
      'obligation:O2',
      'verification:O1',
      'verification:O2',
      'joint-check:O1',
      'joint-check:O2',
      'status-report:US:1',
      'status-report:CN:1',
      'compliance-review:1',
      'status-report:US:2',
    )
    .map(expire),
);
const histories = fc
  .tuple(
    fc.constantFrom('text' as const, 'facts-only' as const),
    fc.array(acts, { maxLength: 40, size: 'max' }),
    fc.boolean(),
  )
  .map(([publication, rest, inOrder]) => [
    settled(publication),
    ...(inOrder
      ? rest.toSorted((a, b) => ('receivedAt' in a && 'receivedAt' in b ? (a.receivedAt < b.receivedAt ? -1 : 1) : 0))
      : rest),
  ]);

const DEFAULTS: readonly string[] = [
  'ObligationOverdue',
  'StatusReportMissed',
  'ReviewClosed',
  'ObligationVerifiedBySilence',
  'JointCheckLapsed',
];

type History = readonly Step<AgreementState, AgreementEvent>[];

const always = (check: (steps: History) => void): void => {
  fc.assert(
    fc.property(histories, (history) => check(stepsOf(decider, history))),
    { numRuns: 300 },
  );
};

describe('an agreement, whatever its parties do', () => {
  it('moves only along its declared graph (I-26)', () => {
    always((steps) => {
      for (const { before, after } of steps) {
        const [from, to] = [complianceRegion(before), complianceRegion(after)];
        if (from !== to)
          expect([from, to, mayMove(currentRuleSet.graphs, 'compliance', from, to)]).toEqual([from, to, true]);
      }
    });
  });

  it('never has an obligation fulfilled by its owner’s word alone, nor by silence where it is disputed', () => {
    always((steps) => {
      steps.forEach(({ before, event }, index) => {
        if (event.type !== 'ObligationFulfilled' || before.status !== 'in-force') return;
        const { obligation: id, owner } = event.data;
        const about = steps
          .slice(0, index)
          .map(({ event: earlier }) => earlier)
          .filter((earlier) => 'obligation' in earlier.data && earlier.data.obligation === id);
        const last = about.findLast(({ type }) => type !== 'WordsKept' && type !== 'ObligationOverdue');
        if (last?.type === 'ObligationVerifiedBySilence') {
          const answer = about.findLast(({ type }) => type === 'ObligationVerified' || type === 'ObligationChecked');
          expect(answer?.type === 'ObligationVerified' && answer.data.verdict === 'refused').toBe(false);
        } else if (last?.type === 'ObligationVerified')
          expect([last.data.verdict, last.data.party === owner]).toEqual(['verified', false]);
        else expect(last).toMatchObject({ type: 'ObligationChecked', data: { finding: 'as-reported' } });
        expect(last && 'says' in last.data && last.data.says).toBe('done');
      });
    });
  });

  it('shows every date that has passed, and no one side hides it (I-54)', () => {
    always((steps) => {
      for (const { after } of steps) {
        if (after.status !== 'in-force') continue;
        for (const obligation of after.obligations) {
          if (obligation.state === 'fulfilled') continue;
          expect(obligationStateAt(obligation, obligation.deadline.dueAt)).toBe('overdue');
          expect(complianceRegion(after, obligation.deadline.dueAt)).toBe('overdue');
        }
      }
    });
  });

  it('shows owner and date of every obligation in public, and no word that is not (I-54)', () => {
    always((steps) => {
      const [first] = steps;
      if (first?.event.type !== 'AgreementEntered') throw new Error('not entered');
      expect(first.event.data.obligations.map(({ id, owner, date }) => [id, owner, date])).toEqual([
        ['O1', US, '2025-09-30'],
        ['O2', CN, '2026-03-31'],
      ]);
      if (first.event.data.publication === 'text') return;
      for (const { event } of steps)
        if (event.tier === 'PUBLIC') expect(JSON.stringify(event)).not.toMatch(/gazette|公报|schedule/);
    });
  });

  it('fires each default once, and as of its expiry (I-18)', () => {
    always((steps) => {
      const defaults = steps.flatMap(({ before, event }) =>
        DEFAULTS.includes(event.type) && 'closes' in event.data && before.status === 'in-force'
          ? event.data.closes.map((id) => ({ id, due: before.running[id]?.dueAt, at: event.occurredAt }))
          : [],
      );
      for (const { due, at } of defaults) expect(at).toBe(due);
      expect(new Set(defaults.map(({ id, at }) => `${id}@${at}`)).size).toBe(defaults.length);
    });
  });

  it('moves a date only before it has passed, with both parties, to a later day, and at most once (I-20)', () => {
    always((steps) => {
      const moves = steps.flatMap(({ before, event }) =>
        event.type === 'DateMoved' && before.status === 'in-force' ? [{ before, event }] : [],
      );
      for (const { before, event } of moves) {
        const obligation = before.obligations.find(({ terms: { id } }) => id === event.data.obligation);
        const due: Instant | undefined = obligation?.deadline.dueAt;
        expect(due !== undefined && event.occurredAt < due && event.data.date > event.data.from).toBe(true);
        expect(obligation?.proposal?.party).not.toBe(event.data.party);
      }
      expect(new Set(moves.map(({ event }) => event.data.obligation)).size).toBe(moves.length);
    });
  });

  it('runs no clock once everything is fulfilled', () => {
    always((steps) => {
      for (const { after } of steps)
        if (after.status === 'in-force' && after.fulfilledAt !== undefined) expect(after.running).toEqual({});
    });
  });

  it('is the same when its events are replayed (I-36)', () => {
    always((steps) => {
      expect(
        fold(
          decider,
          steps.map(({ event }) => event),
        ),
      ).toEqual(steps.at(-1)?.after);
    });
  });
});

describe('the register, whatever order its desks act in', () => {
  it('holds only what both signed over one digest (I-47)', () => {
    const open = agreementDigest(agreementId, terms());
    const other = agreementDigest(agreementId, terms({ publication: 'facts-only' }));
    const act = fc.oneof(
      fc
        .tuple(parties, instants, fc.boolean())
        .map(([party, at, first]) => propose(party, at, first ? {} : { publication: 'facts-only' })),
      fc.tuple(parties, instants, fc.boolean()).map(([party, at, first]) => sign(party, at, first ? open : other)),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 16, size: 'max' }), (history) => {
        for (const { before, event } of stepsOf(decider, history)) {
          if (event.type !== 'AgreementEntered') continue;
          if (before.status !== 'proposed') throw new Error('entered from nothing');
          const parted = before.signatures.map(({ party }) => party);
          expect([new Set(parted).size, event.data.digest]).toEqual([2, before.digest]);
        }
      }),
    );
  });
});
