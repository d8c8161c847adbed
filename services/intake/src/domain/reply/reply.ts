import type { Text } from '@parley/kernel';
import type { ReplyAddressing } from '../letters/addressing';

/** The kinds of objection that a reply may raise. None of them stops a clock (I-23). */
export const OBJECTION_KINDS = ['security', 'characterisation', 'other-forum', 'not-a-measure', 'time'] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

export const REPLY_POSITIONS = ['accepts', 'accepts-with-reservation', 'objects'] as const;
export type ReplyPosition = (typeof REPLY_POSITIONS)[number];

export interface Objection {
  readonly kind: ObjectionKind;
  readonly reasons: readonly Text[];
}

/** What the respondent says of one claim. */
export interface CounterStatement {
  readonly claim: string;
  readonly statement: readonly Text[];
}

export interface Reply {
  readonly position: ReplyPosition;
  readonly objections: readonly Objection[];
  readonly reservation: readonly Text[];
  readonly counterStatements: readonly CounterStatement[];
  /** To everybody when left out. */
  readonly addressing?: ReplyAddressing;
}
