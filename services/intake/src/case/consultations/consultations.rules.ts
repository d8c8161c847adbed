import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { Act, Exchange, FiledCase, RegisteredCase } from '../case-commands.rules';
import type { MovesClocks } from '../case-events.rules';
import type { RunningDeadline } from '../common-refusals.rules';
import type { Call, LedgerCount, Level } from './time-of-call.rules';

export type OfferCall = Act & { readonly type: 'OfferCall'; readonly proposedFor: Instant };
export type AcceptCall = Act & { readonly type: 'AcceptCall'; readonly callId: string };
export type MoveCall = Act & { readonly type: 'MoveCall'; readonly callId: string; readonly proposedFor: Instant };
export type AnswerCall = Act & { readonly type: 'AnswerCall'; readonly callId: string };
export type EscalateConsultations = Act & { readonly type: 'EscalateConsultations' };
export type FileMinutes = Act & {
  readonly type: 'FileMinutes';
  readonly callId: string;
  readonly text: readonly Text[];
};
export type SignMinutes = Act & { readonly type: 'SignMinutes'; readonly minutesId: string; readonly digest: Sha256 };
export type ConcludeConsultations = Act & { readonly type: 'ConcludeConsultations' };

export type ConsultationsCommand =
  | OfferCall
  | AcceptCall
  | MoveCall
  | AnswerCall
  | EscalateConsultations
  | FileMinutes
  | SignMinutes
  | ConcludeConsultations;

interface OfCall {
  readonly callId: string;
  /** The number of the call in its case. */
  readonly n: number;
  readonly offeredBy: PartyCode;
  readonly proposedFor: Instant;
  /** Absent from calls of the first days of the record, all of which were the officials'. */
  readonly level?: Level;
}
export type CallOffered = DomainEvent<'CallOffered', MovesClocks & OfCall & { readonly by: PersonId }>;
/** The party awaited said beforehand that it will take the call. */
export type CallAccepted = DomainEvent<
  'CallAccepted',
  MovesClocks & OfCall & { readonly by: PersonId; readonly party: PartyCode }
>;
/** Either side named another time. The other side is awaited then. */
export type CallMoved = DomainEvent<
  'CallMoved',
  MovesClocks & OfCall & { readonly by: PersonId; readonly party: PartyCode; readonly from: Instant }
>;
export type CallAnswered = DomainEvent<'CallAnswered', MovesClocks & OfCall & { readonly by: PersonId }>;
/** Nobody answered: a fact that is public. */
export type CallUnanswered = DomainEvent<'CallUnanswered', MovesClocks & OfCall & { readonly awaited?: PartyCode }>;

export type ConsultationsEscalated = DomainEvent<
  'ConsultationsEscalated',
  MovesClocks & {
    readonly from: Level;
    readonly to: Level;
    readonly by: PersonId | 'default';
    readonly party: PartyCode | null;
  }
>;

/** What was said in a call, by the account of one side. It is between the parties. */
export type MinutesFiled = DomainEvent<
  'MinutesFiled',
  MovesClocks & {
    readonly minutesId: string;
    /** The number of these minutes in their case. */
    readonly n: number;
    readonly callId: string;
    /** The number of the call. */
    readonly call: number;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
/** The other side signed the same digest: these are the minutes of the call. */
export type MinutesAgreed = DomainEvent<
  'MinutesAgreed',
  MovesClocks & {
    readonly minutesId: string;
    readonly n: number;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/** One party declares the consultations concluded. They go on until both have. */
export type ConclusionDeclared = DomainEvent<
  'ConclusionDeclared',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId }
>;

/**
 * The end of S5. When its time ends, what is left goes to the co-heads. When both parties concluded it earlier, nothing
 * is left. The screening goes on.
 */
export type ConsultationsClosed = DomainEvent<
  'ConsultationsClosed',
  MovesClocks & { readonly escalatedTo: 'coheads' | null; readonly ledger: LedgerCount }
>;

export type ConsultationsEvent =
  | CallOffered
  | CallAccepted
  | CallMoved
  | CallAnswered
  | CallUnanswered
  | ConsultationsEscalated
  | MinutesFiled
  | MinutesAgreed
  | ConclusionDeclared
  | ConsultationsClosed;

/** The exchange of a case after an event of S5. Total, as `evolve` is. */
export function evolveConsultations(exchange: Exchange, event: ConsultationsEvent): Exchange {
  const { consultations } = exchange;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'CallOffered': {
      const { callId: id, n, offeredBy, proposedFor, level = 'officials' } = event.data;
      return {
        ...exchange,
        calls: [
          ...exchange.calls,
          {
            ...{ id, n, offeredBy },
            offeredAt: at,
            level,
            proposedFor,
            namedBy: offeredBy,
            moves: [],
            acceptedAt: null,
            outcome: 'open',
          },
        ],
      };
    }
    case 'CallAccepted':
      return withCall(exchange, event.data.callId, (call) => ({ ...call, acceptedAt: at }));
    case 'CallMoved': {
      const { callId, party: by, from, proposedFor } = event.data;
      const move = { by, at, from, to: proposedFor };
      return withCall(exchange, callId, (call) => ({
        ...call,
        proposedFor,
        namedBy: by,
        moves: [...call.moves, move],
        acceptedAt: null,
      }));
    }
    case 'CallAnswered':
      return withCall(exchange, event.data.callId, (call) => ({ ...call, outcome: { kind: 'answered', at } }));
    case 'CallUnanswered':
      return withCall(exchange, event.data.callId, (call) => ({ ...call, outcome: { kind: 'unanswered', at } }));
    case 'ConsultationsEscalated': {
      const { from, to, party: by } = event.data;
      return {
        ...exchange,
        consultations: {
          ...consultations,
          level: to,
          escalations: [...consultations.escalations, { from, to, by, at }],
        },
      };
    }
    case 'MinutesFiled': {
      const { minutesId: id, n, callId, party, by, text, digest } = event.data;
      return {
        ...exchange,
        consultations: {
          ...consultations,
          minutes: [...consultations.minutes, { id, n, callId, party, by, filedAt: at, text, digest, agreed: null }],
        },
      };
    }
    case 'MinutesAgreed': {
      const { minutesId, by } = event.data;
      const minutes = consultations.minutes.map((each) =>
        each.id === minutesId ? { ...each, agreed: { by, at } } : each,
      );
      return { ...exchange, consultations: { ...consultations, minutes } };
    }
    case 'ConclusionDeclared':
      return {
        ...exchange,
        consultations: { ...consultations, concludedBy: [...consultations.concludedBy, event.data.party] },
      };
    case 'ConsultationsClosed':
      if (exchange.stage === 'awaiting-reply') return exchange;
      return {
        ...exchange,
        stage: 'closed',
        calls:
          event.data.escalatedTo === null
            ? exchange.calls.map((call) =>
                call.outcome === 'open' ? { ...call, outcome: { kind: 'released', at } } : call,
              )
            : exchange.calls,
      };
  }
}

const withCall = (exchange: Exchange, callId: string, change: (call: Call) => Call): Exchange => ({
  ...exchange,
  calls: exchange.calls.map((call) => (call.id === callId ? change(call) : call)),
});

/**
 * The clocks of S5: that of the whole and, if the track has one, that of the officials within it, after which the
 * deputies go on. There are none when S5 runs from registration on, as on the urgent track.
 */
export function consultationsFrom(
  clocks: Clocks,
  happening: Happening,
  { running }: FiledCase,
): readonly RunningDeadline[] {
  if (running['consultations']) return [];
  const whole = clocks.start('consultations', happening);
  return clocks.ruleSet.tracks[whole.track].clocks.officials ? [whole, clocks.start('officials', happening)] : [whole];
}

export type InConsultations = RegisteredCase & { readonly exchange: { readonly stage: 'consultations' } };

/**
 * The end of S5, if calls can be made at an instant. On the urgent track S5 runs from registration on, beside the
 * reply.
 */
export function endOfConsultations(state: FiledCase, instant: Instant): RunningDeadline | undefined {
  const end = state.status === 'registered' ? state.running['consultations'] : undefined;
  return end && instant < end.dueAt ? end : undefined;
}

export const isInConsultations = (state: FiledCase): state is InConsultations =>
  state.status === 'registered' && state.exchange.stage === 'consultations';

export const isParty = ({ parties }: FiledCase, party: string | null): party is PartyCode =>
  party === parties.complainant || party === parties.respondent;

export const otherParty = ({ parties }: FiledCase, party: PartyCode): PartyCode =>
  party === parties.complainant ? parties.respondent : parties.complainant;

export const callsOf = (state: FiledCase): readonly Call[] =>
  state.status === 'registered' ? state.exchange.calls : [];
