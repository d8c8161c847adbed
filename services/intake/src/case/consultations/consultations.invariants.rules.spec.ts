import type { Instant } from '@parley/kernel';
import fc from 'fast-check';
import { caseId, complainant, decider, expire, person, registered, reply, respondent } from '../case-story.fixture';
import type { Act, CaseCommand, CaseState } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { LEVELS, minutesDigest } from './time-of-call.rules';

interface Told {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

function tell(commands: readonly CaseCommand[], from: CaseState = decider.initial): Told {
  let state = from;
  const events: CaseEvent[] = [];
  for (const command of commands) {
    const decision = decider.decide(command, state);
    if (decision.kind === 'refused') continue;
    events.push(...decision.events);
    state = decision.events.reduce((folded, event) => decider.evolve(folded, event), state);
  }
  return { state, events };
}

const { state: replied } = tell([...registered, reply('2025-02-20T10:00:00Z')]);
const FROM = Date.UTC(2025, 1, 20, 11);
const at = (minutes: number): string => new Date(FROM + minutes * 60_000).toISOString();

/** Either side, and one person who claims to belong to both. */
const who = fc.constantFrom<(time: string) => Act>(complainant, respondent, complainant, respondent, (time) => ({
  ...respondent(time),
  by: person('cn-desk-1'),
}));

/** An act some minutes after the one before it, with ids of calls and minutes that exist and of some that do not. */
const acts = fc.record({
  actor: who,
  after: fc.integer({ min: 0, max: 700 }),
  ahead: fc.integer({ min: -60, max: 4 * 24 * 60 }),
  n: fc.constantFrom(1, 1, 1, 2, 3),
  kind: fc.integer({ min: 0, max: 99 }),
});

function commandOf(
  {
    actor,
    ahead,
    n,
    kind,
  }: { readonly actor: (time: string) => Act; readonly ahead: number; readonly n: number; readonly kind: number },
  minute: number,
): CaseCommand {
  const act = actor(at(minute));
  const [callId, minutesId, proposedFor] = [`call:${String(n)}`, `minutes:${String(n)}`, at(minute + ahead) as Instant];
  if (kind < 15) return { type: 'OfferCall', ...act, proposedFor };
  if (kind < 25) return { type: 'AcceptCall', ...act, callId };
  if (kind < 35) return { type: 'MoveCall', ...act, callId, proposedFor };
  if (kind < 55) return { type: 'AnswerCall', ...act, callId };
  if (kind < 68) return { type: 'FileMinutes', ...act, callId, text: [] };
  if (kind < 84) return { type: 'SignMinutes', ...act, minutesId, digest: minutesDigest(caseId, callId, []) };
  if (kind < 88) return { type: 'EscalateConsultations', ...act };
  if (kind < 91) return { type: 'ConcludeConsultations', ...act };
  return expire(['officials', callId, callId, 'consultations'][kind % 4] ?? callId);
}

const stories = fc.array(acts, { minLength: 25, maxLength: 60 }).map((drafts) => {
  let minute = 0;
  return drafts.map((draft) => commandOf(draft, (minute += draft.after)));
});

const consultationsOf = (state: CaseState) =>
  state.status === 'registered' ? state.exchange.consultations : undefined;
const callsOf = (state: CaseState) => (state.status === 'registered' ? state.exchange.calls : []);

describe('consultations, whatever the parties do', () => {
  it('have agreed minutes only with two persons, one of each side, over one digest (I-04, I-05)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state, events } = tell(story, replied);
        for (const minutes of consultationsOf(state)?.minutes ?? []) {
          if (!minutes.agreed) continue;
          expect(minutes.agreed.by).not.toBe(minutes.by);
          const signed = events.find((event) => event.type === 'MinutesAgreed' && event.data.minutesId === minutes.id);
          expect(signed).toMatchObject({
            data: { party: minutes.party === 'CN' ? 'US' : 'CN', digest: minutes.digest },
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('end before their time only by both parties’ word, and then escalate to nobody', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state, events } = tell(story, replied);
        const closed = events.find((event) => event.type === 'ConsultationsClosed');
        if (closed?.type !== 'ConsultationsClosed') return;
        const early = closed.data.escalatedTo === null;
        expect(new Set(consultationsOf(state)?.concludedBy).size === 2).toBe(early);
        expect(
          closed.occurredAt < (replied.status === 'registered' ? (replied.running['consultations']?.dueAt ?? '') : ''),
        ).toBe(early);
      }),
      { numRuns: 500 },
    );
  });

  it('never sink to a lower level', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const event of tell(story, replied).events) {
          if (event.type === 'ConsultationsEscalated')
            expect(LEVELS.indexOf(event.data.to)).toBe(LEVELS.indexOf(event.data.from) + 1);
        }
      }),
    );
  });

  it('leave no call open when they end, and count each that was offered', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { state, events } = tell(story, replied);
        const closed = events.find((event) => event.type === 'ConsultationsClosed');
        if (closed?.type !== 'ConsultationsClosed') return;
        const kinds = callsOf(state).map(({ outcome }) => (outcome === 'open' ? 'open' : outcome.kind));
        expect(kinds).not.toContain('open');
        const { offered, answered, unanswered } = closed.data.ledger;
        expect([offered, answered, unanswered]).toEqual([
          kinds.length,
          kinds.filter((kind) => kind === 'answered').length,
          kinds.filter((kind) => kind === 'unanswered').length,
        ]);
        expect(Object.keys(state.status === 'registered' ? state.running : {})).toEqual(
          closed.data.escalatedTo === null ? ['long-stop'] : ['long-stop', 'joint-proposal'],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('start, move and end no clock in an event that one side alone reads (I-06)', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { tier, data } of tell(story, replied).events) {
          if (data.opens.length + data.closes.length > 0) expect(['PUBLIC', 'PARTIES', 'PANEL']).toContain(tier);
        }
      }),
    );
  });
});
