import type { RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId, Instant, RefusalReason } from '@parley/kernel';
import type { EvidenceCommand } from '../../../services/evidence/src/domain/exhibit-commands';
import type { CaseCommand } from '../../../services/intake/src/domain/case-commands';
import type { DelegationCommand } from '../../../services/intake/src/domain/delegations/delegation';
import type { HotlineCommand } from '../../../services/intake/src/domain/hotline/hotline-commands';
import type { SendLetter } from '../../../services/intake/src/domain/letters/letter';
import type { ServiceCommand } from '../../../services/intake/src/domain/service/service-commands';
import type { ChannelCommand } from '../../../services/intake/src/domain/without-prejudice/channel';
import type { DeliberationCommand } from '../../../services/panel-review/src/domain/deliberation/deliberation-commands';
import type { PanelCommand } from '../../../services/panel-review/src/domain/panel-commands';
import type { RosterCommand } from '../../../services/panel-review/src/domain/roster/roster';
import type { AgreementCommand } from '../../../services/referral/src/domain/compliance/agreement-commands';
import type { SettlementCommand } from '../../../services/referral/src/domain/settlement/settlement-commands';
import type { ReferralCommand } from '../../../services/referral/src/domain/referral-commands';

/** An act as somebody sends it to the desk of one service. */
export type Offer =
  | { readonly desk: 'intake'; readonly caseId: CaseId; readonly command: CaseCommand }
  | { readonly desk: 'service'; readonly caseId: CaseId; readonly command: ServiceCommand }
  | { readonly desk: 'channel'; readonly caseId: CaseId; readonly command: ChannelCommand }
  | { readonly desk: 'panel'; readonly caseId: CaseId; readonly command: PanelCommand }
  | { readonly desk: 'deliberation'; readonly caseId: CaseId; readonly command: DeliberationCommand }
  | { readonly desk: 'letters'; readonly caseId: CaseId; readonly command: SendLetter }
  | { readonly desk: 'hotline'; readonly caseId: null; readonly hotlineId: string; readonly command: HotlineCommand }
  | { readonly desk: 'delegations'; readonly caseId: null; readonly command: DelegationCommand }
  | { readonly desk: 'roster'; readonly caseId: null; readonly command: RosterCommand }
  | { readonly desk: 'evidence'; readonly caseId: CaseId; readonly command: EvidenceCommand }
  | { readonly desk: 'settlement'; readonly caseId: CaseId; readonly command: SettlementCommand }
  | { readonly desk: 'compliance' | 'register'; readonly caseId: CaseId; readonly command: AgreementCommand }
  | { readonly desk: 'referral'; readonly caseId: CaseId; readonly command: ReferralCommand };

export type Answer =
  | { readonly kind: 'done'; readonly recorded: readonly RecordedEvent[]; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly path?: string }
  | { readonly kind: 'key-reused' | 'stale' | 'contended' | 'delayed' };

/** An act that was sent, and what came of it. */
export interface Attempt {
  readonly at: Instant;
  readonly offer: Offer;
  readonly commandId: CommandId;
  /** How it was sent: as usual, again, or naming a revision. */
  readonly manner: 'plain' | 'again' | 'key-reused' | 'at-revision' | 'at-stale-revision';
  /** The only revision at which it may be decided; any when left out. */
  readonly ifRevision?: number;
  readonly answer: Answer;
}
