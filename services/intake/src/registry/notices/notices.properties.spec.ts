import { InMemoryEventStore, sha256, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import { currentRuleSet } from '@parley/procedure';
import fc from 'fast-check';
import type { CaseCommand } from '../../case/case-commands.rules';
import type { MovesClocks } from '../../case/case-events.rules';
import {
  caseId,
  clocksOf,
  complainant,
  expire,
  filing,
  registered,
  registry,
  reply,
  respondent,
} from '../../case/case-story.fixture';
import { nothingServed } from './service.rules';
import { Cases } from '../../repositories';
import { caseStream, serviceStream } from '../../streams';
import { NoticeSources } from './notice-sources';
import { NoticeRegisters } from './notice-registers';
import { servingProcess } from './notices.reaction';

const minute = fc.integer({ min: 0, max: 300 * 24 * 60 });
const acts: fc.Arbitrary<CaseCommand> = minute.chain((minutes) => {
  const time = new Date(Date.UTC(2025, 1, 6) + minutes * 60_000).toISOString();
  const later = new Date(Date.UTC(2025, 1, 9) + minutes * 60_000).toISOString() as Instant;
  return fc.constantFrom<CaseCommand>(
    { type: 'FindComplete', ...registry(time) },
    { type: 'IssueDeficiencyNotice', ...registry(time) },
    { ...filing(time), type: 'CureDeficiency' },
    reply(time),
    { type: 'OfferCall', ...complainant(time), proposedFor: later },
    { type: 'AnswerCall', ...respondent(time), callId: 'call:1' },
    { type: 'WithdrawGrievance', ...complainant(time) },
    { type: 'NotePanelOutcome', outcome: 'findings', at: time as Instant, eventId: 'e1' },
    ...['completeness', 'cure', 'reply', 'consultations', 'call:1', 'long-stop'].map(expire),
  );
});
const beginnings = fc.constantFrom<readonly CaseCommand[]>(registered, [
  filing('2025-02-04T10:00:00+01:00', { remedy: [] }),
]);

/** A case by this story, and what was served in it. Each event is heard of twice. */
async function served(story: readonly CaseCommand[]) {
  let now = Date.UTC(2025, 1, 6);
  const clock = { now: () => new Date((now += 1_000)).toISOString() as Instant };
  const store = new InMemoryEventStore({ clock });
  const ports = { store, clock, clocksOf, facts: new MemoryFacts(), ruleSetVersion: currentRuleSet.version };
  const cases = new Cases(ports);
  const registers = new NoticeRegisters(ports, cases);
  for (const [index, command] of story.entries()) {
    const commandId = `c${String(index)}` as CommandId;
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
    await cases.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: currentRuleSet.version,
    });
  }
  const events = await store.read(caseStream(caseId));
  const serve = servingProcess(registers, store);
  for (const event of [...events, ...events]) await serve(event, `s ${event.eventId}` as CommandId);
  const { state } = await registers.readWhole(caseId);
  // These sources remember nothing and read from the record alone.
  const anew = await new NoticeSources(store, new MemoryFacts()).wholeRegister(
    caseId,
    (await registers.read(caseId)).state,
  );
  return { events, state, anew, register: await store.read(serviceStream(caseId)) };
}

const movesClocks = ({ payload }: RecordedEvent): boolean => {
  const { opens = [], closes = [] } = JSON.parse(Buffer.from(payload).toString()) as Partial<MovesClocks>;
  return opens.length + closes.length > 0;
};

describe('whatever happens in a case', () => {
  it(
    'every event that starts, moves or ends a clock is served on both parties, once, at the one instant at ' +
      'which it was recorded (I-06)',
    async () => {
      await fc.assert(
        fc.asyncProperty(beginnings, fc.array(acts, { maxLength: 20 }), async (first, rest) => {
          const { events, state } = await served([...first, ...rest]);
          const notices = Object.values(state.notices);
          for (const event of events.filter(movesClocks)) {
            const told = notices.filter(({ notice }) => notice.of.eventId === event.eventId);
            expect(
              told.map(({ services }) => Object.entries(services).map(([party, { sentAt }]) => [party, sentAt])),
            ).toEqual([
              [
                ['CN', event.recordedAt],
                ['US', event.recordedAt],
              ],
            ]);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('the clocks that notices start and end are those that run in the case', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, fc.array(acts, { maxLength: 20 }), async (first, rest) => {
        const { events, state } = await served([...first, ...rest]);
        const order = new Map(events.map(({ eventId }, index) => [eventId, index]));
        const running = new Map<string, string>();
        const inOrder = Object.values(state.notices).toSorted(
          (one, other) => (order.get(one.notice.of.eventId) ?? 0) - (order.get(other.notice.of.eventId) ?? 0),
        );
        for (const { notice } of inOrder) {
          for (const id of notice.ends) running.delete(id);
          for (const { id, dueAt } of notice.starts) running.set(id, dueAt);
        }
        expect(Object.fromEntries(running)).toEqual(runningIn(events));
      }),
      { numRuns: 60 },
    );
  });

  it('what is recorded at one instant is one service, and the record makes each notice of it again', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, fc.array(acts, { maxLength: 20 }), async (first, rest) => {
        const { events, state, anew, register } = await served([...first, ...rest]);
        expect(anew).toEqual(state);
        for (const { notice, digest } of Object.values(anew.notices))
          expect(sha256(canonicalJson(notice))).toBe(digest);
        const instants = new Set(
          Object.values(state.notices).map(
            ({ notice }) => events.find(({ eventId }) => eventId === notice.of.eventId)?.recordedAt,
          ),
        );
        expect(register.filter(({ type }) => type === 'NoticesServed')).toHaveLength(instants.size);
      }),
      { numRuns: 60 },
    );
  });

  it('nothing is served in a case of which nothing is recorded', async () => {
    expect((await served([])).state).toEqual(nothingServed);
  });
});

/** The deadlines that run, by the events of the case alone. */
function runningIn(events: readonly RecordedEvent[]): Readonly<Record<string, string>> {
  const running = new Map<string, string>();
  for (const { payload } of events) {
    const { opens = [], closes = [] } = JSON.parse(Buffer.from(payload).toString()) as Partial<MovesClocks>;
    for (const id of closes) running.delete(id);
    for (const { id, dueAt } of opens) running.set(id, dueAt);
  }
  return Object.fromEntries(running);
}
