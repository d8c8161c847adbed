import { accept, refuse, type DomainEvent, type PartyCode } from '@parley/kernel';
import { runsOnAfterRepudiation, type Clocks, type MovesClocks, type RunningDeadline } from '@parley/procedure';
import {
  jointCheckDeadline,
  obligationDeadline,
  reportDeadline,
  verificationDeadline,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type ProposedAgreement,
} from '../compliance/agreement.rules';
import { complianceRefusals } from '../compliance/compliance.rules';
import type { Reported } from '../compliance/reported.rules';
import { limitsEndedBy } from '../compliance/silences.rules';
import type { AgreementDeed, DeedOf } from './agreement-deeds.rules';
import { isAnswered } from './deed-without.rules';
import { repudiable, repudiation, type RepudiateAct, type Repudiation } from './repudiation.rules';

/** The act counts as not done. What rested on it alone is undone by this event. */
export type AgreementActRepudiated = DomainEvent<
  'ActRepudiated',
  MovesClocks &
    Repudiation & {
      /** Whether the agreement itself rested on it. */
      readonly undoesAgreement: boolean;
      /** Ids of the obligations of which something rested on it. */
      readonly obligations: readonly string[];
    }
>;

type Undoing = Pick<AgreementActRepudiated['data'], 'opens' | 'closes' | 'obligations'>;

const NOTHING: Undoing = { opens: [], closes: [], obligations: [] };

/**
 * I-67: a side declares by its head of delegation that what was done in its name about an agreement was not its own
 * act. Without its signature the agreement is a proposal again, which awaits that signature. What it answered awaits
 * its answer for what is left of the old time, and no longer.
 */
export function repudiateAgreementAct(
  command: RepudiateAct,
  state: ProposedAgreement | AgreementInForce,
  clocks: Clocks,
) {
  const found = repudiable(command, state, () => clocks);
  if ('kind' in found) return found;
  const { own } = found;
  const undoesAgreement = own.kind === 'agreement-signature' && state.status === 'in-force';
  const undoing = undoingOf(own, state, command, clocks);
  if ('kind' in undoing) return undoing;
  const { tier, data, ...event } = repudiation(own, command);
  return accept<AgreementActRepudiated>({
    ...event,
    tier: isInPublic(own, state) ? tier : 'PARTIES',
    data: { ...data, undoesAgreement, ...undoing },
  });
}

/** Nobody but the parties reads a proposal, and so that one was repudiated. */
function isInPublic(own: AgreementDeed, state: AgreementState): boolean {
  if (state.status !== 'in-force') return false;
  if (own.kind !== 'later-date') return true;
  const { moves = [] } = state.obligations.find(({ terms }) => terms.id === own.obligation) ?? {};
  return moves.some(({ to }) => to === own.date);
}

function undoingOf(
  own: AgreementDeed,
  state: ProposedAgreement | AgreementInForce,
  { receivedAt: at }: RepudiateAct,
  clocks: Clocks,
) {
  if (state.status === 'proposed') return NOTHING;
  const [complainant, respondent] = state.parties;
  const runOn: RunOn = (limit) =>
    runsOnAfterRepudiation(limit, { at, party: own.party }, { complainant, respondent }, clocks);
  switch (own.kind) {
    case 'agreement-signature':
      return { ...NOTHING, closes: Object.keys(state.running) };
    case 'status-report':
      return withoutReport(own, state, runOn);
    case 'verification':
      return withoutVerification(own, state, clocks, runOn);
    case 'later-date':
      return withoutLaterDate(own, state, clocks, runOn);
    case 'non-performance-notice':
      return { ...NOTHING, obligations: [own.obligation] };
    default:
      return NOTHING;
  }
}

/** A limit as it runs on: it ends when it would have, and for who did not repudiate no sooner than that has time. */
type RunOn = (limit: RunningDeadline) => RunningDeadline;

const obligationIn = ({ obligations }: AgreementInForce, id: string): Obligation | undefined =>
  obligations.find(({ terms }) => terms.id === id);

/**
 * A report is owed again, by the end that it had. What the other side or both co-heads have answered stands: they
 * relied on it, and an owner ends no dispute by a word of its own.
 */
function withoutReport(own: DeedOf<'status-report'>, state: AgreementInForce, runOn: RunOn) {
  const said = own.before.filter(({ obligation }) => obligationIn(state, obligation)?.reported?.at === own.said);
  const undone = said.filter((one) => !isAnswered(one, obligationIn(state, one.obligation)?.reported));
  if (said.length > 0 && undone.length === 0) return refuse(complianceRefusals.reportAnswered, '/act');
  const started = undone
    .flatMap(({ obligation }) => [verificationDeadline(obligation), jointCheckDeadline(obligation)])
    .filter((id) => own.started.includes(id) && id in state.running);
  const before = own.limits.filter(({ id }) => started.includes(id));
  // A dispute over what was said before may be over meanwhile: its refusal was repudiated, and the answer is awaited.
  const awaited = undone.flatMap(({ obligation, reported }) => {
    const id = verificationDeadline(obligation);
    return reported?.standing === 'awaited' && !own.started.includes(id) ? (state.running[id] ?? []) : [];
  });
  const { deadline } = state.reports.find(({ review, party }) => review === own.review && party === own.party) ?? {};
  const isOwed = deadline && !own.late && othersOf(own, state).length === 0;
  return {
    opens: [...before, ...awaited, ...(isOwed ? [deadline] : [])].map(runOn),
    closes: started.filter((id) => !before.some((limit) => limit.id === id)),
    obligations: undone.map(({ obligation }) => obligation),
  };
}

/** The other reports of the same side before the same review that stand. */
export const othersOf = (
  { id, review, party }: DeedOf<'status-report'>,
  { deeds }: AgreementInForce,
): readonly DeedOf<'status-report'>[] =>
  deeds.filter(
    (each): each is DeedOf<'status-report'> =>
      each.kind === 'status-report' &&
      each.id !== id &&
      each.review === review &&
      each.party === party &&
      !each.isRepudiated,
  );

/**
 * What was answered awaits its answer by the end that this had, or is in dispute again; what was fulfilled by the
 * answer is not. Where the time is over, silence counts at once (S13). An answer that another took the place of, or on
 * which the co-heads have decided since, has nothing left to undo.
 */
function withoutVerification(
  own: DeedOf<'verification'>,
  state: AgreementInForce,
  clocks: Clocks,
  runOn: RunOn,
): Undoing {
  const obligation = obligationIn(state, own.obligation);
  if (obligation?.reported?.answeredAt !== own.said || !isOfDesk(obligation.reported)) return NOTHING;
  const { id } = obligation.terms;
  const { reported: _, ...silence } = state.silences[verificationDeadline(id)] ?? {};
  // An answer that came by another channel had set aside that there was none.
  const awaited = own.before.standing === 'awaited' && own.limits.length === 0 && 'dueAt' in silence ? [silence] : [];
  const ended =
    obligation.state === 'fulfilled'
      ? [...limitsEndedBy(obligation, state), ...reportUnasked(obligation.terms.owner, state, clocks)]
      : [];
  const opens = [...own.limits, ...awaited, ...ended].map(runOn);
  const check = jointCheckDeadline(id);
  return {
    opens,
    closes: check in state.running && !opens.some((limit) => limit.id === check) ? [check] : [],
    obligations: [id],
  };
}

/** The report that an owner was not asked for when the review was set, since it had fulfilled all. */
const reportUnasked = (owner: PartyCode, { review: { n, date }, reports }: AgreementInForce, clocks: Clocks) =>
  reports.some(({ review, party }) => review === n && party === owner)
    ? []
    : [clocks.startOn('status-report', { event: 'ActRepudiated', date }, reportDeadline(owner, n), owner)];

const isOfDesk = ({ standing }: Reported): boolean => standing === 'verified' || standing === 'disputed';

const isSameDate = (one: AgreementDeed, own: DeedOf<'later-date'>): boolean =>
  one.kind === 'later-date' && one.party === own.party && one.obligation === own.obligation && one.date === own.date;

/**
 * The date before stands again, where the later one has not passed nor was it met by then. The owner has at least the
 * time of a repudiation where the other side repudiates, and nobody more than with the later date.
 */
function withoutLaterDate(own: DeedOf<'later-date'>, state: AgreementInForce, clocks: Clocks, runOn: RunOn): Undoing {
  const obligation = obligationIn(state, own.obligation);
  if (!obligation) return NOTHING;
  const { terms, proposal, moves, deadline } = obligation;
  if (proposal?.party === own.party && proposal.at === own.at) return { ...NOTHING, obligations: [terms.id] };
  // An earlier proposal of the same date is not the one that was agreed on.
  const isNewest = state.deeds.findLast((each) => isSameDate(each, own)) === own;
  const move = isNewest ? moves.at(-1) : undefined;
  if (move?.to !== own.date || move.repudiatedAt !== undefined || obligation.state !== 'open') return NOTHING;
  const happening = { event: 'ActRepudiated', date: move.from };
  const back = runOn(clocks.startOn('obligation', happening, obligationDeadline(terms.id), terms.owner));
  return { opens: [back.dueAt < deadline.dueAt ? back : deadline], closes: [], obligations: [terms.id] };
}
