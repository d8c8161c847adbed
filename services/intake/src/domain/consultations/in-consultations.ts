import type { Instant, PartyCode } from '@parley/kernel';
import type { FiledCase, RegisteredCase } from '../case-state';
import type { RunningDeadline } from '../running-deadline';
import type { Call } from './call';

export type InConsultations = RegisteredCase & { readonly exchange: { readonly stage: 'consultations' } };

/** The end of S5 in a case that is in consultations at an instant; nothing in any other, and once the time has passed. */
export function endOfConsultations(state: FiledCase, instant: Instant): RunningDeadline | undefined {
  const end = isInConsultations(state) ? state.running['consultations'] : undefined;
  return end && instant < end.dueAt ? end : undefined;
}

export const isInConsultations = (state: FiledCase): state is InConsultations => state.status === 'registered' && state.exchange.stage === 'consultations';

export const isParty = ({ parties }: FiledCase, party: string | null): party is PartyCode => party === parties.complainant || party === parties.respondent;

export const otherParty = ({ parties }: FiledCase, party: PartyCode): PartyCode => (party === parties.complainant ? parties.respondent : parties.complainant);

export const callsOf = (state: FiledCase): readonly Call[] =>
  state.status === 'registered' && state.exchange.stage !== 'awaiting-reply' ? state.exchange.calls : [];
