import type { CaseId, Instant, PartyCode, PersonId, Side } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { EvidenceState } from '../../../services/evidence/src/casefile/casefile.rules';
import type { PartyRegister } from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { Hotline } from '../../../services/intake/src/registry/hotline/hotline.rules';
import type { KnownCase } from '../../../services/intake/src/case/filing/filing.rules';
import type { FiledCase } from '../../../services/intake/src/case/case-commands.rules';
import type { ServiceState } from '../../../services/intake/src/registry/notices/service.rules';
import type { Channel } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import type { DeliberationState } from '../../../services/panel-review/src/deliberation/deliberation.rules';
import type { PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { RosterBook } from '../../../services/panel-review/src/roster/roster.rules';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import type { SettlementState } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { ReferralState } from '../../../services/referral/src/referral/referral-state.rules';
import type { Offer } from './attempt';
import { personOf, type Countries } from './countries';
import type { Temper } from './temper';

/** A case as somebody sees it who is about to act in it. */
export interface View {
  readonly now: Instant;
  readonly caseId: CaseId;
  /** The side that is about to act, with its country. */
  readonly side: Side;
  readonly party: PartyCode;
  readonly countries: Countries;
  /** Of the side's officials, and of the members that it has on the panel. */
  readonly tempers: Readonly<Record<'officials' | 'members', Temper>>;
  readonly filed: FiledCase;
  /** The other cases of the run. */
  readonly others: readonly KnownCase[];
  readonly panel: PanelState;
  readonly deliberation: DeliberationState;
  readonly evidence: EvidenceState;
  readonly referral: ReferralState;
  readonly settlement: SettlementState;
  readonly compliance: AgreementState;
  /** An agreement of the register, beside the case and under its id. */
  readonly register: AgreementState;
  readonly service: ServiceState;
  readonly channel: Channel;
  /** All requests on the hotline, of whatever case or none. */
  readonly hotlines: readonly Hotline[];
  readonly registerOf: (party: PartyCode) => PartyRegister;
  readonly rosterOf: (party: PartyCode) => RosterBook;
  /** Unique in the run: for the ids of what is made. */
  readonly serial: string;
}

/** One kind of act. A new act of the procedure is one more of these in the list of its service. */
export interface ActKind {
  /** Type of the command. */
  readonly name: string;
  /** Clocks whose running asks for it. */
  readonly answers: readonly string[];
  /** True for what a member of the panel does in its own name. */
  readonly byMember?: true;
  /** Who obstructs does it gladly, and who is lawful seldom. */
  readonly obstructs?: true;
  /** Most often as it should be, now and then wrong; nothing when there is not even anything to be wrong about. */
  offer(view: View, random: SeededRandom): Offer | undefined;
}

/** Who acts, for which side, now. */
export interface Acting {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly receivedAt: Instant;
}

export const official = (
  role: 'desk' | 'registry' | 'cohead',
  { countries, party, now }: Pick<View, 'countries' | 'party' | 'now'>,
): Acting => ({
  by: personOf(countries, party, role),
  party,
  receivedAt: now,
});

export const memberOf = (by: PersonId, { party, now }: Pick<View, 'party' | 'now'>): Acting => ({
  by,
  party,
  receivedAt: now,
});
