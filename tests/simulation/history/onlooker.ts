import { sideOf, type CaseId, type PartyCode } from '@parley/kernel';
import type { FiledCase } from '../../../services/intake/src/case/case-commands.rules';
import { knownCase, type KnownCase } from '../../../services/intake/src/case/filing/filing.rules';
import { evidenceOf } from '../../../services/evidence/src/casefile/casefile.rules';
import { panelOf } from '../../../services/panel-review/src/panel/panel-state.rules';
import { bookOf } from '../../../services/panel-review/src/roster/register.rules';
import { referralOf } from '../../../services/referral/src/referral/referral-state.rules';
import { settlementOf } from '../../../services/referral/src/settlement/settlement-region.rules';
import type { View } from '../parties/act-kind';
import { personOf, type Countries } from '../parties/countries';
import { temperOf } from '../parties/temper';
import type { Secretariat } from '../secretariat/secretariat';
import { Historian } from './historian';
import type { Setting } from './setting';

/** Reads what the secretariat records, and shows each case as the side that is about to act sees it. */
export class Onlooker {
  readonly historian = new Historian();
  #noted = 0;

  constructor(
    private readonly setting: Setting,
    private readonly countries: Countries,
    private readonly secretariat: Secretariat,
  ) {}

  /** Takes note of what was recorded since the last look. */
  look(): void {
    const { log } = this.secretariat;
    this.historian.note(log.slice(this.#noted));
    this.#noted = log.length;
  }

  /** The case as filed. @throws RangeError when nobody filed it */
  filed(caseId: CaseId): FiledCase {
    const state = this.historian.parts.intake.stateOf(caseId);
    if (state.status === 'unfiled') throw new RangeError(`nobody filed ${caseId}`);
    return state;
  }

  /** What everybody knows of each case. */
  knownCases(): readonly KnownCase[] {
    return this.historian.cases().flatMap((caseId) => knownCase(this.historian.parts.intake.stateOf(caseId)) ?? []);
  }

  /** @param serial unique in the run; ids of new things are made from it */
  viewOf(caseId: CaseId, party: PartyCode, serial: string): View {
    const filed = this.filed(caseId);
    const {
      panel,
      deliberation,
      evidence,
      referral,
      settlement,
      compliance,
      register,
      service,
      channel,
      rosters,
      delegations,
      watchLists,
    } = this.historian.parts;
    const { secretariat } = this;
    const cases = (): readonly KnownCase[] => this.knownCases();
    const known = () => secretariat.referral.knownOf(caseId).view;
    // An act looks at a few of these alone, and each is folded when it is looked at.
    return {
      now: this.secretariat.clock.now(),
      caseId,
      side: sideOf(filed.parties, party),
      party,
      countries: this.countries,
      tempers: this.#tempersOf(caseId, party),
      filed,
      everyCase: () => this.historian.cases().map((each) => this.filed(each)),
      get others() {
        return cases().filter((other) => other.caseId !== caseId);
      },
      get panel() {
        return panelOf(panel.stateOf(caseId), secretariat.panelReview.knownOf(caseId).view);
      },
      deliberation: deliberation.stateOf(caseId),
      get evidence() {
        return evidenceOf(evidence.stateOf(caseId), secretariat.evidence.knownOf(caseId).view);
      },
      get referral() {
        return referralOf(referral.stateOf(caseId), known());
      },
      get settlement() {
        return settlementOf(settlement.stateOf(caseId), known());
      },
      compliance: compliance.stateOf(caseId),
      register: register.stateOf(caseId),
      service: service.stateOf(caseId),
      channel: channel.stateOf(caseId),
      hotlines: this.historian.hotlines(),
      rosterOf: (roster) => bookOf(rosters.stateOf('both'), roster),
      watchListOf: (party) => watchLists.stateOf(party),
      registerOf: (party) => delegations.stateOf(party),
      serial,
    };
  }

  #tempersOf(caseId: CaseId, party: PartyCode): View['tempers'] {
    const { seed, goal } = this.setting;
    if (goal) return { officials: goal.temper ?? 'lawful', members: goal.temper ?? 'lawful' };
    const house = personOf(this.countries, party, 'house');
    return { officials: temperOf(seed, caseId, house, 'officials'), members: temperOf(seed, caseId, house, 'members') };
  }
}
