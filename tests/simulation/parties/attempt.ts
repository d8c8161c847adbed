import type { RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId, Instant, RefusalReason } from '@parley/kernel';
import type { EvidenceCommand } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import type { CaseCommand } from '../../../services/intake/src/case/case-commands.rules';
import type { DelegationCommand } from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { HotlineCommand } from '../../../services/intake/src/registry/hotline/hotline-commands.rules';
import type { FileWatchList } from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import type { SendLetter } from '../../../services/intake/src/case/letters/letters.rules';
import type { ServiceCommand } from '../../../services/intake/src/registry/notices/notices.rules';
import type { ChannelCommand } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import type { DeliberationCommand } from '../../../services/panel-review/src/deliberation/votes.rules';
import type { PanelCommand } from '../../../services/panel-review/src/panel/panel-commands.rules';
import type { RosterCommand } from '../../../services/panel-review/src/roster/roster.rules';
import type { AgreementCommand } from '../../../services/referral/src/compliance/agreement-commands.rules';
import type { SettlementCommand } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { SchemeName } from './to-win/scheme';
import type { ReferralCommand } from '../../../services/referral/src/referral/common-refusals.rules';

/** An act as it is sent to the desk of one service. */
export type Offer =
  | { readonly desk: 'intake'; readonly caseId: CaseId; readonly command: CaseCommand }
  | { readonly desk: 'service'; readonly caseId: CaseId; readonly command: ServiceCommand }
  | { readonly desk: 'channel'; readonly caseId: CaseId; readonly command: ChannelCommand }
  | { readonly desk: 'panel'; readonly caseId: CaseId; readonly command: PanelCommand }
  | { readonly desk: 'deliberation'; readonly caseId: CaseId; readonly command: DeliberationCommand }
  | { readonly desk: 'letters'; readonly caseId: CaseId; readonly command: SendLetter }
  | { readonly desk: 'hotline'; readonly caseId: null; readonly hotlineId: string; readonly command: HotlineCommand }
  | { readonly desk: 'watchlist'; readonly caseId: null; readonly command: FileWatchList }
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

/** An act that was sent, with its answer. */
export interface Attempt {
  readonly at: Instant;
  readonly offer: Offer;
  readonly commandId: CommandId;
  /** How it was sent: as usual, again, or naming a revision. */
  readonly manner: 'plain' | 'again' | 'key-reused' | 'at-revision' | 'at-stale-revision';
  /** The only revision at which the act may be decided; any when left out. */
  readonly ifRevision?: number;
  readonly answer: Answer;
  /** What a side that plays to win steered at by it. */
  readonly towards?: SchemeName;
}
