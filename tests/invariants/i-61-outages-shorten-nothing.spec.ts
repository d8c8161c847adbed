import { createHash } from 'node:crypto';
import { outagesIn } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import { plusMillis, type CommandId, type Instant, type PartyCode, type PersonId, type Sha256 } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, dayEnd, seatDate, type ClockId } from '@parley/procedure';
import fc from 'fast-check';
import { Outages } from '../../services/intake/src/registry/outages/outages';
import { tellOfRegister } from '../../services/intake/src/registry/outages/outages.tells';
import { outageStream, REGISTER } from '../../services/intake/src/streams';
import { holdsInEveryHistory } from './holds';
import { enteredWithItsTrueTime, outagesShortenNothing } from './rules/i-61-outages-shorten-nothing.rule';
import { sentence } from './sentences';

const calendar = calendarArchive().current('US', 'CN');
const clocks = clocksOn(calendar)(currentRuleSet.version);
const CLOCKS: readonly ClockId[] = [
  'reply',
  'consultations',
  'nomination',
  'review',
  'findings',
  'long-stop',
  'delivery',
];
const MINUTE = 60_000;
const starts = fc
  .integer({ min: 0, max: 500 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2024, 1, 1) + minutes * MINUTE).toISOString() as Instant);
const lengths = fc.record({ before: fc.integer({ min: 1, max: 4_000 }), after: fc.integer({ min: 1, max: 4_000 }) });
const reason = { en: 'Outage.', 'zh-Hans': '中断。' };

describe(sentence('I-61'), () => {
  it('a deadline that ends in an outage ends with the next joint business day after it, and never earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS), starts, lengths, (clock, at, { before, after }) => {
        const running = clocks.start(clock, { event: 'Spec', at });
        const outage = {
          from: plusMillis(running.dueAt, -before * MINUTE),
          to: plusMillis(running.dueAt, after * MINUTE),
        };
        const moved = clocks.moveByOutage(running, outage, { at: outage.to, reason });
        const day = seatDate(outage.to, currentRuleSet.seat);
        expect([moved?.dueAt !== undefined && moved.dueAt > outage.to, moved?.firstDueAt]).toEqual([
          true,
          running.firstDueAt,
        ]);
        expect(moved?.dueAt).toBe(dayEnd(calendar.addJointBusinessDays(day, 1), currentRuleSet.seat));
      }),
      { numRuns: 300 },
    );
  });

  it('one that ends before it, or more than an hour after it, stays where it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCKS),
        starts,
        lengths,
        fc.boolean(),
        (clock, at, { before, after }, earlier) => {
          const running = clocks.start(clock, { event: 'Spec', at });
          const shift = (earlier ? -1 : 1) * (before + after + 61) * MINUTE;
          const outage = {
            from: plusMillis(running.dueAt, shift - (earlier ? before * MINUTE : 0)),
            to: plusMillis(running.dueAt, shift + (earlier ? 0 : after * MINUTE)),
          };
          expect(clocks.moveByOutage(running, outage, { at: outage.to, reason })).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('one in whose last hour over two minutes were lost moves alike, and once for however many such outages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCKS),
        starts,
        fc.integer({ min: 1, max: 59 * 60 }),
        fc.integer({ min: 1, max: 90 * 60 }),
        (clock, at, ended, lasted) => {
          const running = clocks.start(clock, { event: 'Spec', at });
          const lost = Math.min(lasted, 3_600 - ended);
          fc.pre(clock !== 'delivery');
          const to = plusMillis(running.dueAt, -ended * 1_000);
          const moved = clocks.moveByOutage(running, { from: plusMillis(to, -lasted * 1_000), to }, { at: to, reason });
          expect(moved !== undefined).toBe(lost > 120);
          if (!moved) return;
          expect(moved.dueAt > running.dueAt).toBe(true);
          const again = plusMillis(moved.dueAt, -10 * MINUTE);
          const second = { from: plusMillis(again, -5 * MINUTE), to: again };
          expect(clocks.moveByOutage(moved, second, { at: again, reason })).toBeUndefined();
          const through = { from: again, to: plusMillis(moved.dueAt, 1) };
          expect(clocks.moveByOutage(moved, through, { at: through.to, reason })).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('on the urgent track it ends later by the outage’s own length', () => {
    const urgent = clocksOn(calendar, 'urgent')(currentRuleSet.version);
    const running = urgent.start('reply', { event: 'Spec', at: '2025-02-06T09:00:00.000Z' as Instant });
    const outage = { from: plusMillis(running.dueAt, -40 * MINUTE), to: plusMillis(running.dueAt, 5 * MINUTE) };
    expect(urgent.moveByOutage(running, outage, { at: outage.to, reason })?.dueAt).toBe(
      plusMillis(running.dueAt, 45 * MINUTE),
    );
  });

  it('one that was none is annulled by both co-heads and neither alone, and covers nothing from then on', async () => {
    const [from, to] = ['2025-02-21T15:00:00.000Z', '2025-02-21T18:00:00.000Z'] as [Instant, Instant];
    const store = new InMemoryEventStore({ clock: { now: () => to } });
    const register = new Outages({ store, ruleSetVersion: currentRuleSet.version });
    await register.declare(from, to);
    const [outageId = ''] = (await register.declared()).map((each) => each.outageId);
    const digest = createHash('sha256')
      .update(JSON.stringify({ annuls: outageId, from, to }))
      .digest('hex') as Sha256;
    const annul = async (party: string, by: string): Promise<string> => {
      const signing = { party: party as PartyCode, by: by as PersonId, receivedAt: to };
      const commandId = `${party} ${by}` as CommandId;
      const outcome = await register.act(
        REGISTER,
        { type: 'AnnulOutage', outageId, digest, ...signing },
        {
          commandId,
          cause: { kind: 'command', id: commandId, bodyDigest: digest },
          actor: { kind: 'system', process: 'spec' },
          ruleSetVersion: currentRuleSet.version,
        },
      );
      return outcome.kind === 'refused' ? outcome.refused.reason.code : outcome.kind;
    };
    /** What covers an act here, and in the other services. */
    const covering = async () => {
      const heard = (await store.read(outageStream)).flatMap(tellOfRegister);
      const elsewhere = await outagesIn({ of: () => Promise.resolve(heard) })();
      return [(await register.declared()).length, elsewhere.length];
    };
    await annul('US', 'us-cohead');
    expect(await annul('US', 'us-cohead-2')).toBe('annulment-signed-by-your-side');
    expect(await annul('CN', 'us-cohead')).toBe('signs-for-both');
    expect(await covering()).toEqual([1, 1]);
    await annul('CN', 'cn-cohead');
    expect(await covering()).toEqual([0, 0]);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(outagesShortenNothing));

  it('what came by another channel is entered with its true instant of receipt, in every part of a case', () =>
    holdsInEveryHistory(enteredWithItsTrueTime));
});
