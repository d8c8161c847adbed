import type { Exchange } from '../case-state';
import type { Call } from './call';
import type { ConsultationsEvent } from './consultations-events';

/** What an event of S5 means for the exchange of a case. Total, as `evolve` is. */
export function evolveConsultations(exchange: Exchange, event: ConsultationsEvent): Exchange {
  const { consultations } = exchange;
  const { occurredAt: at } = event;
  switch (event.type) {
    case 'CallOffered': {
      const { callId: id, offeredBy, proposedFor, level = 'officials' } = event.data;
      return {
        ...exchange,
        calls: [
          ...exchange.calls,
          {
            id,
            offeredBy,
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
      const { minutesId: id, callId, party, by, text, digest } = event.data;
      return {
        ...exchange,
        consultations: {
          ...consultations,
          minutes: [...consultations.minutes, { id, callId, party, by, filedAt: at, text, digest, agreed: null }],
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
