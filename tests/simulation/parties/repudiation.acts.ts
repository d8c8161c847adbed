import { inForce } from '../../../services/intake/src/registry/delegations/delegations.rules';
import type { Deed } from '@parley/procedure';
import type { AgreementState } from '../../../services/referral/src/compliance/agreement.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind } from './act-kind';
import { otherCountry } from './countries';

/** Where a side repudiates; signatures of settlements are rare, and so is what is done about obligations. */
function deskOf(
  { exits, signatures, obligations }: Readonly<Record<'exits' | 'signatures' | 'obligations', readonly Deed[]>>,
  kept: 'compliance' | 'register',
  random: SeededRandom,
) {
  if (obligations.length > 0 && random.percent(60)) return kept;
  if (signatures.length > 0 && random.percent(60)) return 'settlement';
  return exits.length > 0 && random.percent(30) ? 'referral' : 'intake';
}

const deedsOf = (state: AgreementState): readonly Deed[] => ('deeds' in state ? state.deeds : []);

/** A side declares by its head of delegation that an act in its name was not its own. */
export const repudiationActs: readonly ActKind[] = [
  {
    name: 'RepudiateAct',
    answers: [],
    offer(view, random) {
      const { deeds: here, proposals } = view.filed;
      const exits = view.referral.status === 'filed' ? view.referral.deeds : [];
      const signatures = view.settlement.status === 'filed' ? view.settlement.deeds : [];
      const kept = deedsOf(view.compliance).length > 0 && random.percent(60) ? 'compliance' : 'register';
      const obligations = deedsOf(view[kept]);
      const desk = deskOf({ exits, signatures, obligations }, kept, random);
      const deeds = {
        ...{ referral: exits, settlement: signatures, intake: here },
        ...{ compliance: obligations, register: obligations },
      }[desk];
      // A filing that is repudiated ends its case; most of what may be repudiated comes later.
      const done = deeds.filter(({ kind, party }) => party === view.party && (kind !== 'filing' || random.percent(8)));
      if (done.length === 0 && !random.percent(12)) return undefined;
      const others = ['reply', 'nothing', ...proposals.map(({ id }) => id)];
      const joint = proposals.filter(({ signatories }) => signatories === 'coheads').map(({ id }) => id);
      const act = random.percent(80)
        ? (done.at(-1)?.id ?? random.pick(others))
        : random.pick(joint.length > 0 ? joint : others);
      const party = random.percent(94) ? view.party : otherCountry(view.countries, view.party);
      const heads = view
        .registerOf(party)
        .delegations.filter((each) => each.scope === 'head' && inForce(each, view.now));
      const by = heads.length > 0 && random.percent(90) ? { by: random.pick(heads).personId } : {};
      const acting = { ...official('desk', { ...view, party }), ...by };
      // Where a side has no head on record, the request says whether who sends it is one.
      const isHead = heads.length === 0 ? random.percent(70) : heads.some(({ personId }) => personId === acting.by);
      return { desk, caseId: view.caseId, command: { type: 'RepudiateAct', ...acting, act, isHead } };
    },
  },
];
