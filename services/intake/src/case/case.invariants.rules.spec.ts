import { fold, type CaseId, type Decision, type Instant, type IsoDate, type PartyCode } from '@parley/kernel';
import {
  calendarArchive,
  currentRuleSet,
  mayMove,
  recomputeDeadline,
  ruleSetOf,
  type Deadline,
  type StatesByRegion,
} from '@parley/procedure';
import fc from 'fast-check';
import { amend, answer, claim, first, withClaims } from './amendments/amendments-story.fixture';
import {
  complexTrack,
  extension,
  propose,
  reopening,
  resumption,
  sign,
  suspension,
} from './consent/consent-story.fixture';
import { minutesDigest } from './consultations/time-of-call.rules';
import {
  caseId,
  complainant,
  decider,
  expire,
  filing,
  person,
  register,
  registry,
  reply,
  respondent,
} from './case-story.fixture';
import type { CaseCommand, CaseState } from './case-commands.rules';
import type { CaseEvent } from './case-events.rules';
import { isCounted } from './common-refusals.rules';
import { refusal, refusedByPanel, urgency } from './urgency/urgency-story.fixture';
import {
  docketDecider,
  type AllocateDocketNumber,
  type DocketNumberAllocated,
} from './registration/registration.rules';

/** A minute of the two years in which every story of these properties takes place. */
const minute = fc.integer({ min: 0, max: 600 * 24 * 60 });
const at = (minutes: number): string => new Date(Date.UTC(2025, 1, 3) + minutes * 60_000).toISOString();

const filings = minute.chain((when) =>
  fc.constantFrom(
    filing(at(when)),
    { ...filing(at(when)), urgency },
    filing(at(when), { remedy: [] }),
    filing(at(when), { claims: [] }),
  ),
);
const acts: fc.Arbitrary<CaseCommand> = minute.chain((when) => {
  const time = at(when);
  const later = at(when + 3 * 24 * 60) as Instant;
  return fc.constantFrom<CaseCommand>(
    { type: 'FindComplete', ...registry(time) },
    { type: 'IssueDeficiencyNotice', ...registry(time) },
    { ...filing(time), type: 'CureDeficiency' },
    register,
    reply(time),
    reply(time, { position: 'objects', objections: [{ kind: 'security', reasons: [] }] }),
    { type: 'OfferCall', ...complainant(time), proposedFor: later },
    { type: 'OfferCall', ...respondent(time), proposedFor: later },
    { type: 'AnswerCall', ...respondent(time), callId: 'call:1' },
    { type: 'AnswerCall', ...complainant(time), callId: 'call:2' },
    { type: 'AcceptCall', ...respondent(time), callId: 'call:1' },
    { type: 'MoveCall', ...respondent(time), callId: 'call:1', proposedFor: later },
    { type: 'MoveCall', ...complainant(time), callId: 'call:2', proposedFor: later },
    { type: 'EscalateConsultations', ...complainant(time) },
    { type: 'EscalateConsultations', ...respondent(time) },
    { type: 'FileMinutes', ...complainant(time), callId: 'call:1', text: [] },
    { type: 'SignMinutes', ...respondent(time), minutesId: 'minutes:1', digest: minutesDigest(caseId, 'call:1', []) },
    { type: 'RequestSummary', ...complainant(time), of: 'USA-1', reasons: [] },
    { type: 'AnswerSummary', ...respondent(time), summaryId: 'summary:US:1', answer: 'given', text: [] },
    { type: 'ConcludeConsultations', ...complainant(time) },
    { type: 'ConcludeConsultations', ...respondent(time) },
    { type: 'WithdrawGrievance', ...complainant(time) },
    amend('supplement', withClaims(first, claim('C2', 'II')), time),
    amend('replacement', withClaims({ ...first, provision: 'III' }), time),
    answer('S1', ['C2'], time),
    refusal('us', time),
    refusal('cn', time),
    refusedByPanel(time),
    { type: 'WithdrawClaims', ...complainant(time), claims: ['C1'] },
    { type: 'NotePanelOutcome', outcome: 'findings', at: time as Instant, eventId: 'e1' },
    { type: 'NotePanelOutcome', outcome: 'roster-exhausted', sides: [], at: time as Instant, eventId: 'e2' },
    { type: 'NoteSettlement', at: time as Instant, eventId: 'e3' },
    ...[
      'completeness',
      'cure',
      'reply',
      'officials',
      'summary:US:1',
      'consultations',
      'call:1',
      'call:2',
      'long-stop',
      'reply:S1',
      'consultations:S1',
      'reply:R1',
      'urgency-refusal',
      'first-call',
      'suspension',
      'suspension-end',
      'proposal:1',
    ].map(expire),
  );
});
const MATTERS = [
  extension('reply', 5),
  extension('long-stop', 60),
  suspension(),
  suspension('2026-02-02'),
  resumption,
  complexTrack,
  reopening,
];
/** Something is proposed and mostly signed a little later. Drawn apart, the two would seldom meet. */
const agreements = fc
  .tuple(minute, fc.constantFrom(...MATTERS), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 5_000 }))
  .map(([when, matter, n, later]) => [propose(matter, at(when)), sign(matter, at(when + later), { n })]);
const stories = fc
  .tuple(
    filings,
    fc.array(fc.oneof({ weight: 4, arbitrary: acts.map((act) => [act]) }, { weight: 1, arbitrary: agreements }), {
      maxLength: 25,
    }),
  )
  .map(([first, rest]): readonly CaseCommand[] => [first, ...rest.flat()]);

interface Told {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly decisions: readonly Decision<CaseEvent>[];
}

function tell(commands: readonly CaseCommand[], from: CaseState = decider.initial): Told {
  let state = from;
  const events: CaseEvent[] = [];
  const decisions = commands.map((command) => {
    const decision = decider.decide(command, state);
    if (decision.kind === 'accepted') {
      events.push(...decision.events);
      state = decision.events.reduce((folded, event) => decider.evolve(folded, event), state);
    }
    return decision;
  });
  return { state, events, decisions };
}

const SWAPPED: Readonly<Record<string, string>> = {
  US: 'CN',
  CN: 'US',
  'us-desk-1': 'cn-desk-1',
  'cn-desk-1': 'us-desk-1',
  'us-cohead': 'cn-cohead',
  'cn-cohead': 'us-cohead',
  'CN-2025-0001': 'US-2025-0001',
  'party:US': 'party:CN',
  'party:CN': 'party:US',
  'summary:US:1': 'summary:CN:1',
  'summary:CN:1': 'summary:US:1',
};

/**
 * The same story with the two countries swapped; complainant and respondent stay roles. What a deadline says of the two
 * calendars stays as it is, because they are the same two.
 */
function mirrored<T>(value: T): T {
  if (typeof value === 'string') return (SWAPPED[value] ?? value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => mirrored(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [key, key === 'arithmetic' ? each : mirrored(each)]),
  ) as T;
}

const screeningOf = (state: CaseState): StatesByRegion['screening'] =>
  state.status === 'unfiled' ? 'draft' : state.status;

const exchangeOf = (state: CaseState): StatesByRegion['exchange'] => {
  if (state.status === 'registered' || state.status === 'suspended') return state.exchange.stage;
  if (state.status !== 'ended') return 'not-started';
  return state.exchange?.stage === 'closed' ? 'closed' : 'stopped';
};

describe('a case, whatever happens in it', () => {
  it('gives the mirror image when the two countries are swapped (I-07)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        expect(tell(mirrored(story)).events).toEqual(mirrored(tell(story).events));
      }),
    );
  });

  it('is replayed from nothing to exactly its state (I-36)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state, events } = tell(story);
        expect(fold(decider, JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(
          JSON.parse(JSON.stringify(state)),
        );
      }),
    );
  });

  it('starts only deadlines that are recomputed from the record to the same instant (I-16)', () => {
    const archive = calendarArchive();
    fc.assert(
      fc.property(stories, (story) => {
        for (const deadline of tell(story).events.flatMap(({ data }) => data.opens)) {
          if (!isCounted(deadline)) continue;
          const recorded = JSON.parse(JSON.stringify(deadline)) as Deadline;
          expect(recorded).toMatchObject({
            rule: expect.any(String),
            trigger: { event: expect.any(String) },
            calendarVersion: expect.any(String),
            zone: 'Europe/Zurich',
          });
          expect(recomputeDeadline(recorded, ruleSetOf(recorded.ruleSet), archive).dueAt).toBe(deadline.dueAt);
        }
      }),
    );
  });

  it('takes each default once, as of its expiry, however late and however often it is decided (I-18)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state } = tell(story);
        if (state.status === 'unfiled') return;
        for (const { id, dueAt } of Object.values(state.running)) {
          const once = tell([expire(id)], state);
          expect(once.events.every((event) => event.occurredAt === dueAt)).toBe(true);
          expect(tell([expire(id)], once.state).events).toEqual([]);
        }
      }),
    );
  });

  it('lets an act that came before the expiry win, and none that came at it or after (I-19)', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: -2, max: 2 }), (story, offset) => {
        const { state } = tell(story);
        if (state.status !== 'registered' || state.exchange.stage !== 'awaiting-reply') return;
        const due = state.running['reply'];
        if (!due) return;
        const received = reply(new Date(Date.parse(due.dueAt) + offset).toISOString());
        expect(decider.decide(received, state).kind).toBe(offset < 0 ? 'accepted' : 'refused');
      }),
      { numRuns: 300 },
    );
  });

  it('has its clocks stopped by no objection (I-23)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const withoutObjection = story.map((command) =>
          command.type === 'FileReply'
            ? { ...command, reply: { ...command.reply, position: 'accepts' as const, objections: [] } }
            : command,
        );
        const clocksOf = (events: readonly CaseEvent[]) =>
          events.map(({ data: { opens, closes } }) => ({ opens, closes }));
        expect(clocksOf(tell(story).events)).toEqual(clocksOf(tell(withoutObjection).events));
      }),
    );
  });

  it('moves each of its regions along the declared graph only (I-26)', () => {
    const { graphs } = ruleSetOf(currentRuleSet.version);
    const moves = <R extends 'screening' | 'exchange'>(region: R, states: readonly StatesByRegion[R][]) => {
      for (const [index, to] of states.slice(1).entries()) {
        const from = states[index];
        if (from === undefined) continue;
        expect([from, to, from === to || mayMove(graphs, region, from, to)]).toEqual([from, to, true]);
      }
    };
    fc.assert(
      fc.property(stories, (story) => {
        const { events } = tell(story);
        const states = [decider.initial, ...events.map((_, index) => fold(decider, events.slice(0, index + 1)))];
        moves('screening', states.map(screeningOf));
        moves('exchange', states.map(exchangeOf));
      }),
    );
  });

  it('ends only once, unless what set the lapse aside, or both parties’ reopening, is on record (I-26)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const types = tell(story).events.map(({ type }) => type);
        const ends = types.filter((type) => type === 'ScreeningEnded').length;
        expect(ends).toBeLessThanOrEqual(
          1 + types.filter((type) => type === 'LapseSetAside' || type === 'ScreeningReopened').length,
        );
      }),
    );
  });
});

describe('a docket, whoever asks and however often', () => {
  it('gives each case one number, unique, never reused, and without a gap (I-27)', () => {
    const allocate = (index: number): AllocateDocketNumber => ({
      type: 'AllocateDocketNumber',
      caseId: `case-${String(index)}` as CaseId,
      party: 'US' as PartyCode,
      year: 2026,
      at: at(index) as Instant,
      days: { on: '2026-02-02' as IsoDate, since: '2026-01-05' as IsoDate },
      underLastYear: 0,
    });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }), (asked) => {
        const events: DocketNumberAllocated[] = [];
        for (const index of asked) {
          const decision = docketDecider.decide(allocate(index), fold(docketDecider, events));
          if (decision.kind === 'accepted') events.push(...decision.events);
        }
        expect(events.map(({ data }) => data.docketNumber)).toEqual(
          events.map((_, index) => `US-2026-${String(index + 1).padStart(4, '0')}`),
        );
        expect(new Set(events.map(({ data }) => data.caseId)).size).toBe(new Set(asked).size);
      }),
    );
  });
});

it('the mirror knows the persons of the stories', () => {
  expect([complainant(at(0)).by, respondent(at(0)).by].map(mirrored)).toEqual([
    person('us-desk-1'),
    person('cn-desk-1'),
  ]);
});
