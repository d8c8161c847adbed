import type { CaseId, Instant, PartyCode, PersonId, Side } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { EvidenceState } from '../../../services/evidence/src/casefile/casefile.rules';
import type { PartyRegister } from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { Hotline } from '../../../services/intake/src/registry/hotline/hotline.rules';
import type { WatchList } from '../../../services/intake/src/registry/watch-lists/watch-list.rules';
import type { KnownCase } from '../../../services/intake/src/case/filing/filing.rules';
import type { FiledCase } from '../../../services/intake/src/case/case-commands.rules';
import type { ServiceState } from '../../../services/intake/src/registry/notices/service.rules';
import type { Channel } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import type { DeliberationState } from '../../../services/panel-review/src/deliberation/deliberation.rules';
import type { PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { RosterBook } from '../../../services/panel-review/src/roster/register.rules';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import type { SettlementState } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { ReferralState } from '../../../services/referral/src/referral/referral-state.rules';
import type { Offer } from './attempt';
import { personOf, type Countries } from './countries';
import type { Temper } from './temper';

/** A case as the side that is about to act in it sees it. */
export interface View {
  readonly now: Instant;
  readonly caseId: CaseId;
  /** The side that is about to act, with its country. */
  readonly side: Side;
  readonly party: PartyCode;
  readonly countries: Countries;
  /** The tempers of the side's officials, and of its members on the panel. */
  readonly tempers: Readonly<Record<'officials' | 'members', Temper>>;
  readonly filed: FiledCase;
  /** Every case of the run, as far as a party may look up what bars a filing. */
  readonly everyCase: () => readonly FiledCase[];
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
  /** All requests on the hotline, in any case or none. */
  readonly hotlines: readonly Hotline[];
  readonly watchListOf: (party: PartyCode) => WatchList;
  readonly registerOf: (party: PartyCode) => PartyRegister;
  readonly rosterOf: (party: PartyCode) => RosterBook;
  /** Unique in the run. Ids of new things are made from it. */
  readonly serial: string;
}

/** One kind of act. A new act of the procedure needs one more in the list of its service. */
export interface ActKind {
  /** Type of the command. */
  readonly name: string;
  /** Clocks that ask for the act while they run. */
  readonly answers: readonly string[];
  /** True for an act of a member of the panel in the member's own name. */
  readonly byMember?: true;
  /** Obstructive parties like to do it; others do it seldom. */
  readonly obstructs?: true;
  /**
   * The act, most often as it should be, now and then wrong; `undefined` when there is not even anything to be wrong
   * about.
   */
  offer(view: View, random: SeededRandom): Offer | undefined;
}

/** The person who acts, the side, and the instant. */
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
