import { knownFromContract } from '@parley/contracts/contract';
import type { Instant, IsoDate } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import fc from 'fast-check';
import type { ToldFact } from '../time/known-case.rules';
import { claims, CN, consultationsEnd, expire, opening, reviewing, US, type Said } from './panel-story.fixture';
import { factIn, messageOf, SpokenPanel } from './told-panel.fixture';
import { takingOfPanel, taughtBy } from './panel.hears';

const START = Date.UTC(2025, 1, 10, 9);
const instant = (hours: number): Instant => new Date(START + hours * 3_600_000).toISOString() as Instant;
const registered = factIn(opening()) as Extract<ToldFact, { told: 'registered' }>;

const longStop = fc.option(fc.integer({ min: 4_000, max: 4_005 }).map(instant));
const ids = fc.subarray(['C1', 'C2', 'C3'], { minLength: 1 });
const days = { fromDay: '2025-02-10' as IsoDate, toDay: '2025-02-12' as IsoDate };
const goingOn = fc.record({ longStop, from: fc.nat(9).map(instant) });
/** A fact, as of an instant. */
const said: fc.Arbitrary<(at: Instant) => ToldFact> = fc.oneof(
  fc
    .integer({ min: 4_000, max: 4_005 })
    .map((hours) => (at: Instant) => ({ ...registered, registeredAt: at, longStop: instant(hours) })),
  ids.map((some) => (at: Instant) => ({
    told: 'claims' as const,
    claims: claims.claims.filter(({ id }) => some.includes(id)),
    at,
  })),
  ids.map((claimIds) => (at: Instant) => ({ told: 'claims-withdrawn' as const, claimIds, at })),
  ids.map((claimIds) => (at: Instant) => ({ told: 'withdrawal-set-aside' as const, claimIds, standing: claimIds, at })),
  fc
    .record({
      exhibit: fc.constantFrom('CHN-1', 'USA-1'),
      isPublic: fc.boolean(),
      answers: fc.constantFrom('', 'CHN-9', 'request:1'),
    })
    .map((entered) => (at: Instant) => ({
      ...{ told: 'exhibit' as const, ...entered, at },
      party: entered.exhibit === 'CHN-1' ? CN : US,
    })),
  fc
    .constantFrom('CHN-1', 'USA-1')
    .map((exhibit) => (at: Instant) => ({ told: 'exhibit-struck' as const, exhibit, at })),
  fc.constant((at: Instant) => ({ told: 'consultations-ended' as const, at })),
  fc
    .record({ track: fc.constantFrom('standard' as const, 'complex' as const), longStop })
    .map((changed) => (at: Instant) => ({ told: 'track' as const, ...changed, at })),
  fc
    .integer({ min: 4_000, max: 4_005 })
    .map((hours) => () => ({ told: 'long-stop' as const, longStop: instant(hours) })),
  fc.constantFrom('2026-1', '2099-1').map((version) => (at: Instant) => ({ told: 'rules' as const, version, at })),
  fc.constant((at: Instant) => ({ told: 'suspended' as const, at })),
  fc
    .tuple(fc.constantFrom('resumed' as const, 'reopened' as const), goingOn)
    .map(([told, { from, ...about }]) => (at: Instant) => ({ told, ...about, still: { ...days, from, to: at }, at })),
  fc
    .constantFrom('lapsed', 'withdrawn')
    .map((outcome) => (at: Instant) => ({ told: 'screening-ended' as const, outcome, at })),
  fc.constant((at: Instant) => ({ told: 'lapse-set-aside' as const, at })),
);
const told = fc
  .record({ fact: said, hours: fc.nat(9), place: fc.nat(3) })
  .map(({ fact, hours, place }) => ({ fact: fact(instant(hours)), hours, place }));
/** No service tells the same thing twice at one instant. */
const facts: fc.Arbitrary<readonly PublicEvent[]> = fc
  .uniqueArray(told, { selector: ({ fact, hours }) => `${fact.told} ${String(hours)}`, maxLength: 20 })
  .map((all) => all.map(({ fact, hours, place }) => ({ ...messageOf(fact, place), recordedat: instant(hours) })));

describe('what is known of a case to its panel', () => {
  it('is what was told, word for word', () => {
    fc.assert(fc.property(told, ({ fact }) => expect(taughtBy(messageOf(fact))).toEqual([fact])));
  });

  knownFromContract(takingOfPanel, facts);
});

describe('a panel that hears of its screening', () => {
  const [STOP, GO] = [instant(48), instant(300)];
  const heard: readonly Said[] = [
    opening(),
    claims,
    { told: 'track', track: 'complex', longStop: instant(5_000), at: instant(24) },
    { told: 'suspended', at: STOP },
    { told: 'resumed', longStop: instant(5_500), still: { ...days, from: STOP, to: GO }, at: GO },
    consultationsEnd('2025-03-18T17:00:00+01:00'),
  ];
  const standsAfter = async (saids: readonly Said[]) => {
    const spoken = new SpokenPanel(GO);
    await spoken.say(...saids);
    const { state } = await spoken.panels.read((saids.find((said) => 'caseId' in said) ?? opening()).caseId);
    if (state.status === 'unopened') throw new Error('no panel was opened');
    const { seats, track, standing, longStop: last, running } = state;
    return {
      seats,
      track,
      standing,
      last,
      due: Object.values(running)
        .map(({ id, dueAt }) => [id, dueAt])
        .toSorted(),
    };
  };

  it('comes to the same, whatever it hears first', async () => {
    const expected = await standsAfter(heard);
    expect(expected).toMatchObject({ track: 'complex', standing: [], seats: { length: 6 } });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...heard], { minLength: heard.length }), async (shuffled) =>
        expect(await standsAfter(shuffled)).toEqual(expected),
      ),
      { numRuns: 60 },
    );
  });

  it('names in each event just those facts on which that rests, and no exhibit that it does not cite', async () => {
    const spoken = new SpokenPanel(GO);
    await spoken.say(...reviewing, expire('review'));
    const events = await spoken.recorded();
    const [first, last] = [events[0], events.at(-1)];
    expect([first?.type, first?.facts.length, last?.type, last?.facts.length]).toEqual([
      'PanelOpened',
      1,
      'InterimMissing',
      3,
    ]);
  });

  it('goes on though something of the exhibits cannot be read', async () => {
    const spoken = new SpokenPanel(GO);
    await spoken.garble({ told: 'exhibit', exhibit: 'USA-1', party: US, isPublic: false, at: GO, answers: '' });
    await spoken.say(opening());
    expect((await spoken.recorded()).map(({ type, facts: named }) => [type, named.length])).toEqual([
      ['PanelOpened', 1],
      ['RosterFoundShort', 1],
      ['RosterFoundShort', 1],
    ]);
  });
});
