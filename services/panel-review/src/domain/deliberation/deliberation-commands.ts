import type { Instant, Sha256, Text } from '@parley/kernel';
import type { SeatedMember, Vote } from '@parley/procedure';
import type { Act } from '../acts';
import type { OpenedPanel } from '../panel-state';
import type { UrgencyVerdict } from '../tracks/urgency';

/** An act in deliberation, with the panel as it stood when the act was decided: two streams, and one writes. */
type InPanel = Act & { readonly panel: OpenedPanel };

export type GiveUrgencyView = InPanel & { readonly type: 'GiveUrgencyView'; readonly verdict: UrgencyVerdict };
export type ChooseExpert = InPanel & {
  readonly type: 'ChooseExpert';
  readonly expertId: string;
  readonly questions: readonly Text[];
};
export type DraftInterim = InPanel & {
  readonly type: 'DraftInterim';
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type SignInterim = InPanel & { readonly type: 'SignInterim'; readonly digest: Sha256; readonly jws?: string };
export type CastVoteCommand = InPanel & {
  readonly type: 'CastVote';
  readonly claimId: string;
  readonly on: Vote['on'];
  readonly attributed: boolean;
};
export type GiveReasons = InPanel & {
  readonly type: 'GiveReasons';
  readonly claimId: string;
  readonly supports: 'substantiated' | 'not-substantiated';
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type GiveStatement = InPanel & {
  readonly type: 'GiveStatement';
  readonly claimId: string;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type WriteNote = InPanel & { readonly type: 'WriteNote'; readonly text: readonly Text[] };
/** A co-chair asks to close the deliberation. */
export type AskClosing = InPanel & { readonly type: 'AskClosing' };
/** Claims were replaced. */
export interface SetSayingsAside {
  readonly type: 'SetSayingsAside';
  readonly claimIds: readonly string[];
  readonly at: Instant;
}

/** The time for votes ended. */
export interface CloseDeliberation {
  readonly type: 'CloseDeliberation';
  readonly at: Instant;
  readonly seated: readonly SeatedMember[];
}

export type DeliberationAct =
  | GiveUrgencyView
  | ChooseExpert
  | DraftInterim
  | SignInterim
  | CastVoteCommand
  | GiveReasons
  | GiveStatement
  | WriteNote
  | AskClosing;
export type DeliberationCommand = DeliberationAct | SetSayingsAside | CloseDeliberation;
