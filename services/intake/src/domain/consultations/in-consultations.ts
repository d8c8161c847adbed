import type { Instant, PartyCode } from '@parley/kernel';
import type { FiledCase, RegisteredCase } from '../case-state';
import type { RunningDeadline } from '../running-deadline';
import type { Call } from './call';

export type InConsultations = RegisteredCase & { readonly exchange: { readonly stage: 'consultations' } };

/**
 * The end of S5 in a case in whose time for calls an instant lies: on the urgent track that runs from registration on,
 * beside the reply.
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
