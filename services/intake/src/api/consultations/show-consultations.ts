import { consultationsBegun } from '../../domain/consultations/consultations';
import type { CaseState } from '../../domain/case-state';
import type { ConsultationsShown } from './consultations.response';

/** S5 of a case as the parties see it; of a case that is not there yet, as it will begin. */
export function showConsultations(state: CaseState): ConsultationsShown {
  const exchange = 'exchange' in state ? state.exchange : undefined;
  const { level, escalations, concludedBy, minutes } =
    exchange && exchange.stage !== 'awaiting-reply' ? exchange.consultations : consultationsBegun;
  return {
    level,
    escalations,
    concludedBy,
    minutes: minutes.map(({ id, callId, party, filedAt, text, digest, agreed }) => ({
      id,
      callId,
      party,
      filedAt,
      text,
      digest,
      agreedAt: agreed?.at ?? null,
    })),
  };
}
