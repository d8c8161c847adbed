import {
  accept,
  refuse,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { calendarArchive } from '../calendars/calendar-archive';
import { clocksOn } from '../deadlines/clocks';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { answerLateEntry, claimLateEntry, countCovered, lapseLateEntry, type TakesLateActs } from './claim-late-entry';
import { lateEntriesAfter, type AnswerLateEntry, type ClaimLateEntry, type LateEntries } from './late-entry';

const [CN, US] = ['CN', 'US'] as unknown as [PartyCode, PartyCode];
const clocks = clocksOn(calendarArchive().current('US', 'CN'))(currentRuleSet.version);
const original = 'ab'.repeat(32) as Sha256;
const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;

interface Nod {
  readonly type: 'Nod';
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}
/** Friday, 20:00 at the seat it is Monday's. */
const CAME = at('2025-02-21T12:00:00Z');
const nod: Nod = { type: 'Nod', by: 'us-desk' as PersonId, party: US, receivedAt: CAME };
const nodded: DomainEvent = { type: 'Nodded', occurredAt: CAME, rule: 'S5', tier: 'PARTIES', data: {} };
const barred = { code: 'barred', rule: 'S5', en: 'No.', 'zh-Hans': '不可。' } as const;

const claim = (receivedAt: string, changes: Partial<ClaimLateEntry<Nod>> = {}): ClaimLateEntry<Nod> => ({
  ...{ type: 'ClaimLateEntry', by: 'us-registry' as PersonId, party: US, receivedAt: at(receivedAt) },
  ...{ entryId: 'e1', channel: 'A note', cameAt: CAME, original, office: 'registry', outages: [], act: nod },
  ...changes,
});
const answer = (receivedAt: string, changes: Partial<AnswerLateEntry> = {}): AnswerLateEntry => ({
  ...{ type: 'AnswerLateEntry', by: 'cn-registry' as PersonId, party: CN, receivedAt: at(receivedAt) },
  ...{ entryId: 'e1', verdict: 'confirmed', original, reason: [] },
  ...changes,
});
const part = (entries: LateEntries<Nod>, due = '', bar = false): TakesLateActs<Nod, DomainEvent, typeof barred> => ({
  entries,
  parties: [CN, US],
  running: due === '' ? {} : { 'late-entry:e1': { dueAt: at(due) } },
  clocks,
  nameOf: () => 'nod',
  count: () => (bar ? refuse(barred) : accept(nodded)),
});
const claimed = (): LateEntries<Nod> => {
  const decision = claimLateEntry(claim('2025-02-24T10:00:00Z'), part([]));
  if (decision.kind === 'refused') throw new Error(decision.reason.code);
  return decision.events.reduce<LateEntries<Nod>>((then, event) => lateEntriesAfter(then, event as never), []);
};
const said = (decision: ReturnType<typeof claimLateEntry> | ReturnType<typeof answerLateEntry>) =>
  decision.kind === 'refused' ? decision.reason.code : decision.events.map(({ type }) => type);

describe('the claim that an act came by another channel', () => {
  it('is without effect, and starts two working days for an answer of the other side’s registry', () => {
    const decision = claimLateEntry(claim('2025-02-24T10:00:00Z'), part([]));
    expect(decision).toMatchObject({
      events: [
        {
          type: 'LateEntryClaimed',
          tier: 'PARTIES',
          data: {
            ...{ entryId: 'e1', act: 'nod', party: US, cameAt: CAME, claimed: nod },
            opens: [{ id: 'late-entry:e1', awaits: 'registry:CN', dueAt: at('2025-02-26T16:00:00Z') }],
          },
        },
      ],
    });
  });

  it('is made by the end of the next working day after it came, to the millisecond', () => {
    expect(said(claimLateEntry(claim('2025-02-24T15:59:59.999Z'), part([])))).toEqual(['LateEntryClaimed']);
    expect(said(claimLateEntry(claim('2025-02-24T16:00:00Z'), part([])))).toBe('late-entry-out-of-time');
    expect(said(claimLateEntry(claim('2025-02-21T11:59:59.999Z'), part([])))).toBe('late-entry-in-the-future');
  });

  it('counts at once where a declared outage covers the instant, and may then come on the working day after it', () => {
    const outages = [{ from: at('2025-02-21T11:00:00Z'), to: at('2025-02-25T10:00:00Z') }];
    expect(said(claimLateEntry(claim('2025-02-26T15:00:00Z', { outages }), part([])))).toEqual([
      'LateEntryCounted',
      'Nodded',
    ]);
    expect(said(claimLateEntry(claim('2025-02-26T16:00:00Z', { outages }), part([])))).toBe('late-entry-out-of-time');
    const before = [{ from: at('2025-02-20T11:00:00Z'), to: at('2025-02-21T11:59:59Z') }];
    expect(said(claimLateEntry(claim('2025-02-24T10:00:00Z', { outages: before }), part([])))).toEqual([
      'LateEntryClaimed',
    ]);
  });

  it('is refused where the act could not count either, and where twenty of the side wait', () => {
    expect(said(claimLateEntry(claim('2025-02-24T10:00:00Z'), part([], '', true)))).toBe('barred');
    const many = Array.from({ length: 20 }, () => claimed()).flat();
    expect(said(claimLateEntry(claim('2025-02-24T10:00:00Z'), part(many)))).toBe('too-many-late-entries');
    const ofOther = { party: CN, act: { ...nod, party: CN } };
    expect(said(claimLateEntry(claim('2025-02-24T10:00:00Z', ofOther), part(many)))).toEqual(['LateEntryClaimed']);
  });

  it('is refused where the act is in the name of the other side, whatever outage covers it', () => {
    const outages = [{ from: CAME, to: at('2025-02-24T08:00:00Z') }];
    for (const changes of [{ party: CN }, { party: CN, outages }])
      expect(said(claimLateEntry(claim('2025-02-24T10:00:00Z', changes), part([])))).toBe('late-entry-nothing-awaited');
  });
});

describe('the answer to a claim', () => {
  const due = '2025-02-26T16:00:00Z';

  it('makes it count, or refuses it, and ends the time for it either way', () => {
    const counted = answerLateEntry(answer('2025-02-25T10:00:00Z'), part(claimed(), due));
    expect(counted).toMatchObject({
      events: [
        { type: 'LateEntryCounted', data: { because: { kind: 'confirmed' }, closes: ['late-entry:e1'] } },
        { type: 'Nodded' },
      ],
    });
    const refused = answerLateEntry(answer('2025-02-25T10:00:00Z', { verdict: 'refused' }), part(claimed(), due));
    expect(refused).toMatchObject({ events: [{ type: 'LateEntryRefused', data: { closes: ['late-entry:e1'] } }] });
  });

  it('is never that of the side which claims, nor over another original, nor out of time', () => {
    const before = part(claimed(), due);
    expect(said(answerLateEntry(answer('2025-02-25T10:00:00Z', { party: US }), before))).toBe('own-late-entry');
    expect(said(answerLateEntry(answer('2025-02-25T10:00:00Z', { entryId: 'e2' }), before))).toBe('unknown-late-entry');
    const other = 'cd'.repeat(32) as Sha256;
    expect(answerLateEntry(answer('2025-02-25T10:00:00Z', { original: other }), before)).toMatchObject({
      reason: { code: 'late-entry-original-differs' },
      path: '/original',
    });
    expect(said(answerLateEntry(answer(due), before))).toBe('late-entry-answer-late');
    expect(said(answerLateEntry(answer('2025-02-25T10:00:00Z'), part(claimed(), due, true)))).toBe('barred');
  });

  it('that does not come leaves the act without effect, once', () => {
    const lapsed = lapseLateEntry('late-entry:e1', at(due), claimed());
    expect(lapsed).toMatchObject({ events: [{ type: 'LateEntryLapsed', occurredAt: at(due) }] });
    const after = lateEntriesAfter(claimed(), lapsed.events[0] as never);
    expect(after).toMatchObject([{ end: { kind: 'lapsed', at: at(due) } }]);
    expect(lapseLateEntry('late-entry:e1', at(due), after).events).toEqual([]);
    expect(said(answerLateEntry(answer('2025-02-25T10:00:00Z'), part(after, due)))).toBe('late-entry-answered');
  });

  it('is not needed once an outage is declared that covers the instant', () => {
    const how = {
      partOf: (entries: LateEntries<Nod>) => part(entries, due),
      evolve: (entries: LateEntries<Nod>) => entries,
    };
    const outage = (from: string, to: string) => ({ from: at(from), to: at(to) });
    const at25 = at('2025-02-25T10:00:00Z');
    expect(
      countCovered(outage('2025-02-21T11:00:00Z', '2025-02-21T12:00:00Z'), at25, claimed(), how).map(
        ({ type }) => type,
      ),
    ).toEqual(['LateEntryCounted', 'Nodded']);
    expect(countCovered(outage('2025-02-21T12:00:01Z', '2025-02-21T13:00:00Z'), at25, claimed(), how)).toEqual([]);
  });
});
