import type { Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { DeclaredBy } from './outages-events';

/** An outage as it stands in the register. */
export interface RegisteredOutage {
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  /** When a co-head proposed it; `null` for what the heartbeat declared. */
  readonly proposedAt: Instant | null;
  /** Of a proposal; empty for what the heartbeat declared. */
  readonly reason: readonly Text[];
  /** What co-heads sign; `null` for what the heartbeat declared. */
  readonly digest: Sha256 | null;
  readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  readonly declaredBy: DeclaredBy | null;
  readonly declaredAt: Instant | null;
}

/** Every outage of the installation, proposed or declared, by its id. */
export type OutageRegister = Readonly<Record<string, RegisteredOutage>>;

/** The heartbeat was silent for longer than the rule set allows, and a limit ended in it. */
export interface DeclareByHeartbeat {
  readonly type: 'DeclareByHeartbeat';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}
export type ProposeOutage = Act & {
  readonly type: 'ProposeOutage';
  readonly party: PartyCode;
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: readonly Text[];
  readonly digest: Sha256;
};
export type SignOutage = Act & {
  readonly type: 'SignOutage';
  readonly party: PartyCode;
  readonly outageId: string;
  readonly digest: Sha256;
};

export type OutageRegisterCommand = DeclareByHeartbeat | ProposeOutage | SignOutage;
