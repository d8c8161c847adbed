import type { Instant, Sha256, Text } from '@parley/kernel';
import type { Act } from '../case-commands';

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
