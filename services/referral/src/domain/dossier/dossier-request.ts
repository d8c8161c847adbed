import type { Text } from '@parley/kernel';
import type { ConsultationProvision, ForumCode } from '../forums/forum-rules';
import type { ChannelRequest } from './channel-request';
import type { Memorandum } from './memorandum';
import type { PanelRequest } from './panel-request';

/** What a party that complains asks for, and its own words for the draft. */
export interface DossierRequest {
  readonly forum: ForumCode;
  readonly consultationProvisions: readonly ConsultationProvision[];
  /** Ids of the measures at issue; claims may narrow between a grievance and a request. */
  readonly measures: readonly string[];
  /** Ids of the claims. */
  readonly claims: readonly string[];
  /** Whether the draft reserves the right to address further measures and claims. */
  readonly furtherClaimsReserved: boolean;
  /** What else the draft says, in that party's own words. May be empty. */
  readonly statement: readonly Text[];
  /** The statement of available evidence that a subsidy claim needs (SCM 4.2, 7.2). Empty otherwise. */
  readonly availableEvidence: readonly Text[];
  /** Makes it a draft of a request for a panel; for the WTO alone. */
  readonly panelRequest?: PanelRequest;
  /** For the World Bank alone. */
  readonly channel?: ChannelRequest;
  /** For the capitals alone. */
  readonly memorandum?: Memorandum;
}

/** What a dossier holds a draft of. */
export const DRAFT_KINDS = ['request-for-consultations', 'panel-request', 'channel-complaint', 'memorandum'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export function draftKindOf({ forum, panelRequest }: DossierRequest): DraftKind {
  switch (forum) {
    case 'WTO':
      return panelRequest ? 'panel-request' : 'request-for-consultations';
    case 'WORLD_BANK':
      return 'channel-complaint';
    case 'CAPITALS':
      return 'memorandum';
  }
}
