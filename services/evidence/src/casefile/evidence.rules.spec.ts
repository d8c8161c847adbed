import { canonicalJson, fold, type CaseParties, type PartyCode } from '@parley/kernel';
import { givenEvidence, type Said } from './told-story.fixture';
import fc from 'fast-check';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';
import {
  bytesOf,
  chinese,
  CN,
  decider,
  exhibit,
  translation,
  handOver,
  longStop,
  now,
  parties,
  publicVersion,
  US,
} from './evidence-story.fixture';

const file = fc
  .record({
    us: fc.boolean(),
    upload: fc.integer({ min: 1, max: 4 }),
    tier: fc.constantFrom('PUBLIC', 'PARTIES', 'PANEL'),
    late: fc.boolean(),
  })
  .map(({ us, upload, tier, late }) =>
    (us ? exhibit : chinese)(`u${upload}`, { tier, receivedAt: late ? longStop : now }),
  );
const number = fc.constantFrom('USA-1', 'USA-2', 'CHN-1', 'CHN-2');
const party = fc.constantFrom(US, CN);
const publish = fc
  .record({ number, party })
  .map((act) => publicVersion(act.number, { party: act.party, bytes: bytesOf('p1', 'b', act.party) }));
const hand = fc.constantFrom('Registry', 'Laboratory');
const pass = fc
  .record({ number, party, from: hand, to: hand })
  .map((act) => handOver(act.number, act.from, act.to, { party: act.party }));
const translate = fc
  .record({ number, party, upload: fc.integer({ min: 1, max: 2 }) })
  .map((act) => translation(act.number, { party: act.party, bytes: bytesOf(`t${act.upload}`, 'd', act.party) }));
const withdraw = fc.record({ number, party }).map((act): EvidenceCommand => ({
  type: 'WithdrawExhibit',
  by: exhibit().by,
  receivedAt: now,
  reason: 'filed-by-mistake',
  ...act,
}));
const widen = fc
  .record({ number, party, to: fc.constantFrom('PUBLIC', 'PANEL') })
  .map((act): EvidenceCommand => ({ type: 'AddReaders', by: exhibit().by, receivedAt: now, ...act }));
const expire = fc.record({ number, party }).map((act): EvidenceCommand => ({
  type: 'ExpireDeadline',
  deadlineId: `translation:${act.party}:${act.number}:zh-Hans`,
}));
const told = fc.constantFrom<Said>(
  { told: 'filed', parties },
  { told: 'registered', parties, docketNumber: 'X-2025-0001', ruleSetVersion: '2026-1', longStop },
  { told: 'screening-ended', at: longStop },
  { told: 'lapse-set-aside' },
);
const history = fc.array<Said>(
  fc.oneof({ weight: 5, arbitrary: file }, publish, pass, translate, withdraw, widen, expire, told),
  { maxLength: 25 },
);

/**
 * A deadline by its instant alone. The working that it shows names the calendars of both countries, which are not
 * exchanged.
 */
const uncounted = (event: EvidenceEvent) =>
  'opens' in event.data
    ? { ...event, data: { ...event.data, opens: event.data.opens.map(({ dueAt }) => dueAt) } }
    : event;

/** Decides commands in turn, and gives the events and the codes of the refusals. */
function play(commands: readonly Said[]): {
  readonly answers: readonly string[];
  readonly events: readonly EvidenceEvent[];
} {
  let story = givenEvidence(decider);
  const answers = commands.map((command) => {
    const decision = story.decision(command);
    if (decision.kind === 'refused') return decision.reason.code;
    story = story.when(command);
    return decision.events.map(({ type }) => type).join();
  });
  return { answers, events: story.events };
}

const SWAPPED: Readonly<Record<string, string>> = { US: 'CN', CN: 'US', USA: 'CHN', CHN: 'USA' };
/** The same with the two countries exchanged; complainant and respondent stay roles. */
const mirrored = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replace(/(?<=[":])(USA|CHN|US|CN)(?=[":-])/g, (code) => SWAPPED[code] ?? code)) as T;

describe('the evidence of a case', () => {
  it('is the mirror image when the two countries are exchanged (I-07)', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const [here, there] = [play(commands), play(mirrored(commands))];
        expect(there.answers).toEqual(here.answers);
        expect(there.events.map(uncounted)).toEqual(mirrored(here.events.map(uncounted)));
      }),
    );
  });

  it('is the same when its record is written, read and folded again, at every point of it (I-36)', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const { events } = play(commands);
        events.forEach((_event, index) => {
          const before = events.slice(0, index + 1);
          const read = before.map((event) => JSON.parse(canonicalJson(event)) as EvidenceEvent);
          expect(fold(decider, read)).toEqual(fold(decider, before));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('never changes what was accepted, whatever follows (I-35)', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const open: Said = {
          told: 'filed',
          parties: { complainant: US, respondent: CN } satisfies CaseParties,
        };
        const { events } = play([open, exhibit('u1'), ...commands]);
        const state = fold(decider, events);
        const first = state.exhibits.get('USA-1');
        expect(first).toMatchObject({
          party: 'US' as PartyCode,
          uploadId: 'u1',
          title: exhibit().title,
          file: { digest: 'a'.repeat(64) },
        });
        expect(first?.custody[0]).toEqual(exhibit().custody);
      }),
    );
  });
});
