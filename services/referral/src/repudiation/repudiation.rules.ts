import {
  accept,
  refuse,
  type CaseParties,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
} from '@parley/kernel';
import {
  repudiationFault,
  repudiationRefusals,
  type Clocks,
  type ClocksOf,
  type Deed,
  type RepudiableAct,
} from '@parley/procedure';
import { noteBasis } from '../dossier/dossier.rules';
import type { Act } from '../referral/common-refusals.rules';
import { clocksIn, type ToldOfCase } from '../referral/known-case.rules';
import type { FiledReferral } from '../referral/referral-state.rules';
import type { DossierBasisChanged } from '../referral/referral.rules';
import { transmissionRefusals } from '../transmission/transmission.rules';

/** The head of a side's delegation declares that an act in its name was not its own (I-67). */
export type RepudiateAct = Act & {
  readonly type: 'RepudiateAct';
  readonly act: string;
  /** Whether the side's register says that this person heads its delegation. */
  readonly isHead: boolean;
};

export interface Repudiation {
  readonly act: string;
  readonly kind: RepudiableAct;
  readonly party: PartyCode;
  readonly by: PersonId;
  readonly doneBy: PersonId;
  readonly doneAt: Instant;
}

/** From here on the act counts as not done; what rested on it alone is undone by the events behind it. */
export type ActRepudiated = DomainEvent<'ActRepudiated', Repudiation>;

/** The parties, and the acts that each of them may repudiate. */
interface KeepsDeeds<Own extends Deed> {
  readonly parties: readonly PartyCode[];
  readonly deeds: readonly Own[];
}

/** I-67: the act that a side repudiates, or why it does not. */
export function repudiable<Own extends Deed>(
  { party, receivedAt, act, isHead }: RepudiateAct,
  { parties, deeds }: KeepsDeeds<Own>,
  clocksOf: (own: Own) => Clocks,
) {
  if (party === null || !parties.includes(party)) return refuse(transmissionRefusals.notAParty);
  if (!isHead) return refuse(repudiationRefusals.notByTheHead);
  const own = deeds.findLast((each) => each.id === act && each.party === party);
  if (!own)
    return deeds.some(({ id }) => id === act)
      ? refuse(repudiationRefusals.actOfTheOther, '/act')
      : refuse(repudiationRefusals.unknownAct, '/act');
  return repudiationFault(own, receivedAt, clocksOf(own)) ?? { own };
}

/** That the head of its delegation repudiates an act of a side. */
export const repudiation = ({ id, kind, party, by: doneBy, at: doneAt }: Deed, { by, receivedAt }: RepudiateAct) => {
  const data: Repudiation = { act: id, kind, party, by, doneBy, doneAt };
  return { type: 'ActRepudiated', occurredAt: receivedAt, rule: 'I-67', tier: 'PUBLIC', data } as const;
};

/** The same in a part of a case, by the rules and on the track of that case. */
export function repudiated(
  command: RepudiateAct,
  { parties: { complainant, respondent }, told: { registration }, deeds }: FiledPart,
  clocksOf: ClocksOf,
) {
  const found = repudiable(command, { parties: [complainant, respondent], deeds }, ({ at }) =>
    registration ? clocksIn(registration, clocksOf) : clocksOf.at(at),
  );
  return 'kind' in found ? found : repudiation(found.own, command);
}

/** What a part of the referral knows of the acts that may be repudiated in it. */
interface FiledPart {
  readonly parties: CaseParties;
  readonly told: ToldOfCase;
  readonly deeds: readonly Deed[];
}

/**
 * I-67: a side declares by its head of delegation that its exit notice was not its own. A dossier that rests on it
 * alone waits for another basis; one that has issued stands. The side may give another notice at any time (I-53).
 */
export function repudiateAct(command: RepudiateAct, state: FiledReferral, clocksOf: ClocksOf) {
  const event = repudiated(command, state, clocksOf);
  if ('kind' in event) return event;
  const { [event.data.party]: _notDone, ...exitNotices } = state.exitNotices;
  const changed = noteBasis({ type: 'NoteBasis', at: event.occurredAt }, { ...state, exitNotices });
  return accept<ActRepudiated | DossierBasisChanged>(event, ...(changed.kind === 'accepted' ? changed.events : []));
}
