import { fold, type Instant, type PartyCode } from '@parley/kernel';
import { currentRuleSet, mayMove } from '@parley/procedure';
import { stepsOf, type Step } from '@parley/testing';
import * as fc from 'fast-check';
import { CN, US } from '../referral/referral-story.fixture';
import type { Told } from '../referral/told-story.fixture';
import { settlementDigest, type SettlementState } from './settlement-region.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import {
  acceptOf,
  breakOff,
  caseId,
  decider,
  ended,
  expire,
  filed,
  findings,
  foundAnew,
  LONG_STOP,
  propose,
  registered,
  reopened,
  setAside,
  sign,
  table,
  text,
  type Said,
} from './settlement-story.fixture';

const parties = fc.constantFrom<PartyCode>(CN, US);
/**
 * There are few, so that acts and deadlines meet: the ends of the clocks that the story starts, a millisecond before
 * each, and days between.
 */
const instants = fc.constantFrom(
  ...[
    '2025-03-05T10:00:00Z',
    '2025-03-17T15:59:59.999Z',
    '2025-03-17T16:00:00Z',
    '2025-03-20T10:00:00Z',
    '2025-04-22T10:00:00Z',
    '2025-06-20T09:59:59.999Z',
    '2025-07-07T14:59:59.999Z',
    LONG_STOP,
    '2025-07-21T14:59:59.999Z',
    '2025-07-21T15:00:00Z',
  ].map((text) => new Date(text).toISOString()),
);
const numbers = fc.oneof(
  { weight: 4, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.constant(2) },
  fc.constant(3),
);
const kept = text({ publication: 'facts-only' });

/** Any act of either party, any news, any expiry. */
const commands: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom<Said>(
    filed,
    registered,
    findings,
    findings,
    foundAnew,
    setAside,
    reopened,
    ended('lapsed', LONG_STOP),
    ended('withdrawn', '2025-05-05T10:00:00Z'),
    ended('findings-issued', '2025-06-20T10:00:00Z'),
  ),
  fc.tuple(parties, instants).map(([party, at]) => propose(party, at)),
  fc.tuple(parties, instants, numbers).map(([party, at, n]) => acceptOf(party, at, n)),
  fc.tuple(parties, instants, numbers).map(([party, at, n]) => breakOff(party, at, n)),
  fc
    .tuple(parties, instants, fc.boolean())
    .map(([party, at, open]) => table(party, at, open ? {} : { publication: 'facts-only' })),
  {
    weight: 5,
    arbitrary: fc
      .tuple(parties, instants, numbers, fc.boolean())
      .map(([party, at, n, open]) => sign(party, at, n, settlementDigest(caseId, open ? text() : kept))),
  },
  fc.constantFrom('settlement-window', 'conciliation-answer:1', 'conciliation-answer:2').map(expire),
);
/** The way to a signed text, with anything in between. */
const histories = fc
  .tuple(fc.boolean(), fc.array(commands, { maxLength: 50, size: 'max' }))
  .map(([led, rest]) =>
    led
      ? [
          filed,
          registered,
          propose(CN, '2025-03-03T10:00:00Z'),
          acceptOf(US, '2025-03-04T10:00:00Z'),
          table(US, '2025-03-05T10:00:00Z'),
          ...rest,
        ]
      : [filed, registered, ...rest],
  );

type History = readonly Step<SettlementState, SettlementEvent | Told>[];

const always = (check: (steps: History) => void): void => {
  fc.assert(
    fc.property(histories, (history) => check(stepsOf(decider, history))),
    { numRuns: 400 },
  );
};

describe('a settlement, whatever the order of acts and news', () => {
  it('moves only along its declared graph (I-26)', () => {
    always((steps) => {
      for (const { before, after } of steps) {
        if (before.status !== 'filed' || after.status !== 'filed' || before.region === after.region) continue;
        expect([
          before.region,
          after.region,
          mayMove(currentRuleSet.graphs, 'settlement', before.region, after.region),
        ]).toEqual([before.region, after.region, true]);
      }
    });
  });

  it(
    'binds only when both parties signed the same digest, and every obligation has an owner, a ' +
      'date and a check (I-47)',
    () => {
      always((steps) => {
        for (const { before, event } of steps) {
          if (event.type !== 'SettlementSigned' || before.status !== 'filed') continue;
          const signed = before.texts.find(({ n }) => n === event.data.n);
          const parted = new Set(event.data.signatures.map(({ party }) => party));
          const persons = new Set(event.data.signatures.map(({ by }) => by));
          expect([parted.size, persons.size, signed?.digest]).toEqual([2, 2, event.data.digest]);
          expect(signed && settlementDigest(caseId, signed.text)).toBe(event.data.digest);
          for (const { owner, date, check } of signed?.text.obligations ?? [])
            expect([owner === CN || owner === US, date > event.occurredAt.slice(0, 10), check.length]).toEqual([
              true,
              true,
              2,
            ]);
        }
      });
    },
  );

  it('happens at most once, before the long-stop or in the window, and never after its end (I-17)', () => {
    always((steps) => {
      const settled = steps.filter(({ event }) => event.type === 'SettlementSigned');
      expect(settled.length).toBeLessThanOrEqual(1);
      for (const { before, event } of settled) {
        const limit: Instant | undefined =
          before.status === 'filed' ? (before.region === 'window' ? before.window?.dueAt : LONG_STOP) : undefined;
        expect(limit !== undefined && event.occurredAt < limit).toBe(true);
      }
    });
  });

  it('tells the public nothing of a text that both parties have not signed as public (I-45)', () => {
    always((steps) => {
      for (const { event } of steps) {
        if (event.tier !== 'PUBLIC' || (event.type === 'SettlementSigned' && event.data.text?.publication === 'text'))
          continue;
        expect(JSON.stringify(event)).not.toMatch(/schedule|税目表|gazette/);
      }
    });
  });

  it('fires each default once and as of its expiry (I-18)', () => {
    always((steps) => {
      const defaults = steps.flatMap(({ before, event, after }) =>
        (event.type === 'ConciliationUnanswered' || event.type === 'SettlementWindowLapsed') &&
        before.status === 'filed'
          ? event.data.closes.map((id) => ({
              due: before.running[id]?.dueAt,
              at: event.occurredAt,
              runsOn: after.status === 'filed' && id in after.running,
            }))
          : [],
      );
      // A window that findings open after a reopening is another one, even if both are said to end at one instant.
      expect(defaults.filter(({ runsOn }) => runsOn)).toEqual([]);
      for (const { due, at } of defaults) expect(at).toBe(due);
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
