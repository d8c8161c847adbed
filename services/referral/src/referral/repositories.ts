import { knowing } from '@parley/contracts';
import {
  categoryOf,
  InformedRepository,
  OwnRepository,
  streamIdOf,
  type Proceeding,
  type Recording,
} from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { DecidingPorts } from '@parley/processes';
import type { AgreementCommand } from '../compliance/agreement-commands.rules';
import { agreementDecider } from '../compliance/agreement-decider.rules';
import type { AgreementState } from '../compliance/agreement.rules';
import { settlementOf, type SettlementCommand, type SettlementState } from '../settlement/settlement-region.rules';
import { settlementDecider } from '../settlement/settlement.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { ExpireDeadline, ReferralCommand } from './common-refusals.rules';
import type { ToldOfCase } from './known-case.rules';
import { referralOf, type ReferralState } from './referral-state.rules';
import { takingOfReferral } from './referral.hears';
import { referralDecider } from './referral.rules';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './streams';

/** The referral's part of cases: exit notices and dossiers. */
export class Referrals extends InformedRepository<CaseId, ReferralCommand, ReferralState, ToldOfCase> {}

/** The settlement of each case, which runs beside its screening. */
export class Settlements extends InformedRepository<CaseId, SettlementCommand, SettlementState, ToldOfCase> {}

/** Agreements of one kind, each from its own events. */
export class AgreementsOfAKind extends OwnRepository<string, AgreementCommand, AgreementState> {}

/** An agreement, and the repository that keeps it. */
export interface KeptAgreement {
  readonly state: Exclude<AgreementState, { status: 'none' }>;
  readonly revision: number;
  readonly among: AgreementsOfAKind;
}

/**
 * Every agreement that is tracked. A settlement has the id of its case, and an agreement of the register has an id of
 * its own.
 */
export class Agreements {
  readonly ofCases: AgreementsOfAKind;
  readonly ofRegister: AgreementsOfAKind;
  readonly ruleSetVersion: Recording['ruleSetVersion'];

  constructor({ clocksOf, ...recording }: Pick<DecidingPorts, keyof Recording | 'clocksOf'>) {
    const decider = agreementDecider(clocksOf);
    this.ofCases = new AgreementsOfAKind(recording, COMPLIANCE_CATEGORY, decider);
    this.ofRegister = new AgreementsOfAKind(recording, REGISTER_CATEGORY, decider);
    this.ruleSetVersion = recording.ruleSetVersion;
  }

  /** @returns `undefined` when there is none under this id */
  async find(agreementId: string): Promise<KeptAgreement | undefined> {
    for (const among of [this.ofCases, this.ofRegister]) {
      const { state, revision } = await among.read(agreementId);
      if (state.status !== 'none') return { state, revision, among };
    }
    return undefined;
  }
}

/** What the referral keeps of cases, and of agreements that are older than any case. */
export interface ReferralRepositories {
  readonly referrals: Referrals;
  readonly settlements: Settlements;
  readonly agreements: Agreements;
}

export function referralRepositories(
  ports: Pick<DecidingPorts, keyof Recording | 'facts' | 'clocksOf'>,
): ReferralRepositories {
  const { facts, clocksOf } = ports;
  const told = {
    known: knowing(takingOfReferral, facts),
    pinnedTo: ({ registration }: ToldOfCase) => registration?.ruleSetVersion,
  };
  return {
    referrals: new Referrals(ports, {
      ...told,
      category: REFERRAL_CATEGORY,
      decider: referralDecider(clocksOf),
      stateOf: referralOf,
    }),
    settlements: new Settlements(ports, {
      ...told,
      category: SETTLEMENT_CATEGORY,
      decider: settlementDecider(clocksOf),
      stateOf: settlementOf,
    }),
    agreements: new Agreements(ports),
  };
}

/** What every stream of the referral can note. */
type NoteInStream = NoteCalendar | NoteOutage | ExpireDeadline;

/** Has a stream of any category note what happened without an act. */
export function noteIn(
  { referrals, settlements, agreements }: ReferralRepositories,
  stream: string,
  note: NoteInStream,
  proceeding: Proceeding,
): Promise<unknown> {
  const id = streamIdOf(stream);
  switch (categoryOf(stream)) {
    case SETTLEMENT_CATEGORY:
      return settlements.proceed(id as CaseId, note, proceeding);
    case COMPLIANCE_CATEGORY:
      return agreements.ofCases.proceed(id, note, proceeding);
    case REGISTER_CATEGORY:
      return agreements.ofRegister.proceed(id, note, proceeding);
    default:
      return referrals.proceed(id as CaseId, note, proceeding);
  }
}
