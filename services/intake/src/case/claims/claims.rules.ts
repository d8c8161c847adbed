import type { DomainEvent, Instant, PartyCode, PersonId, RefusalReason } from '@parley/kernel';
import { withoutClaims as amendmentsWithout, type Amendment } from '../amendments/amendments.rules';
import type { Act, CaseFile, FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import type { RunningDeadline } from '../common-refusals.rules';
import type { Grievance } from '../filing/file-grievance.rules';

/** Some claims are given up, the others live on (I-30). Giving up all of them is a withdrawal of the whole. */
export type WithdrawClaims = Act & { readonly type: 'WithdrawClaims'; readonly claims: readonly string[] };

export type ClaimsCommand = WithdrawClaims;

/** A party gave up some of its claims. Their ids are used no more; the others live on (I-30). */
type ClaimsWithdrawn = DomainEvent<
  'ClaimsWithdrawn',
  MovesClocks & {
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly claims: readonly string[];
    readonly remaining: readonly string[];
  }
>;

/**
 * The screening had ended before these claims were given up, as is learned only now. They were in it to its end (I-19).
 */
type ClaimsWithdrawalSetAside = DomainEvent<
  'ClaimsWithdrawalSetAside',
  MovesClocks & { readonly claims: readonly string[]; readonly standing: readonly string[]; readonly becauseOf: string }
>;

export type ClaimsEvent = ClaimsWithdrawn | ClaimsWithdrawalSetAside;

const EVENTS: readonly string[] = [
  'ClaimsWithdrawn',
  'ClaimsWithdrawalSetAside',
] satisfies readonly ClaimsEvent['type'][];

/** True for an event about single claims. The parties have notice of each. */
export const isOfClaims = <Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, ClaimsEvent> => EVENTS.includes(event.type);

export const claimsRefusals = {
  claimsBeforeRegistration: {
    code: 'claims-before-registration',
    rule: 'I-30',
    en: 'Single claims are withdrawn from a registered case; before that, cure the filing or withdraw it as a whole.',
    'zh-Hans': '仅可从已登记的案件中撤回个别主张；在此之前，请补正申诉或整体撤回。',
  },

  claimNotHeld: {
    code: 'claim-not-held',
    rule: 'I-30',
    status: 422,
    en: 'The case holds no such claim.',
    'zh-Hans': '本案没有该项主张。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The case as it stood at an end of the screening that is learned of late, and the events that say so. */
export interface AsItStoodThen<Case extends FiledCase> {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
}

/** What ended the screening, and when. `first` says which counts when end and withdrawal came at one instant. */
interface LateHeardEnd {
  readonly at: Instant;
  readonly eventId: string;
  readonly first: 'end' | 'withdrawal';
}

/**
 * Sets aside withdrawals of claims that came after the end of the screening, as is learned only now. The claims were in
 * it to its end, as they would be if the end had been heard of in time (I-19).
 */
export function withdrawalsBehind<Case extends FiledCase>(
  { at, eventId: becauseOf, first }: LateHeardEnd,
  state: Case,
): AsItStoodThen<Case> {
  const behind = state.withdrawals.filter(
    (withdrawal) => withdrawal.at > at || (withdrawal.at === at && first === 'end'),
  );
  if (behind.length === 0) return { events: [], state };
  const opens = behind.flatMap(({ stopped }) => stopped);
  const claims = behind.flatMap((withdrawal) => withdrawal.claims.map(({ thing }) => thing.id));
  const undone = withWithdrawalsUndone(state, claims);
  const event: ClaimsWithdrawalSetAside = {
    type: 'ClaimsWithdrawalSetAside',
    occurredAt: at,
    rule: 'I-19',
    tier: 'PUBLIC',
    data: { claims, standing: undone.grievance.claims.map(({ id }) => id), becauseOf, opens, closes: [] },
  };
  return {
    events: [event],
    state: {
      ...undone,
      running: { ...state.running, ...Object.fromEntries(opens.map((deadline) => [deadline.id, deadline])) },
    },
  };
}

/** A thing of a list with its place in the list. */
interface Placed<Thing> {
  readonly place: number;
  readonly thing: Thing;
}

/**
 * Claims that a party gave up, with all that went with them. They are kept as long as an earlier end of the screening
 * may come to light (I-19).
 */
export interface Withdrawal {
  readonly at: Instant;
  readonly claims: readonly Placed<Grievance['claims'][number]>[];
  readonly measures: readonly Placed<Grievance['measures'][number]>[];
  /** The amendments as they stood before. */
  readonly amendments: readonly Pick<Amendment, 'id' | 'claims' | 'stage'>[];
  /** Times of amendments that no claim needed any more. */
  readonly stopped: readonly RunningDeadline[];
}

const gone = <Thing>(before: readonly Thing[], after: readonly Thing[]): readonly Placed<Thing>[] =>
  before.flatMap((thing, place) => (after.includes(thing) ? [] : [{ place, thing }]));

const inPlace = <Thing>(things: readonly Thing[], back: readonly Placed<Thing>[]): readonly Thing[] =>
  back.reduce((list, { place, thing }) => list.toSpliced(place, 0, thing), [...things]);

/** @param before the case with its clocks as they were */
export function evolveClaims<Case extends FiledCase>(file: Case, event: ClaimsEvent, before: FiledCase): Case {
  if (event.type === 'ClaimsWithdrawalSetAside') return withWithdrawalsUndone(file, event.data.claims);
  const { claims } = event.data;
  return {
    ...file,
    grievance: withoutClaims(file.grievance, claims),
    goneClaims: [...file.goneClaims, ...claims],
    amendments: amendmentsWithout(file.amendments, claims),
    withdrawals: [...file.withdrawals, withdrawalOf(before, event)],
  };
}

/** What an event took out of a case. */
function withdrawalOf(
  { grievance, amendments, running }: CaseFile,
  { data: { claims, closes }, occurredAt: at }: ClaimsWithdrawn,
): Withdrawal {
  const left = withoutClaims(grievance, claims);
  return {
    at,
    claims: gone(grievance.claims, left.claims),
    measures: gone(grievance.measures, left.measures),
    amendments: amendments.map(({ id, claims: of, stage }) => ({ id, claims: of, stage })),
    stopped: closes.flatMap((id) => running[id] ?? []),
  };
}

/** Puts the claims of withdrawals that are set aside back in their places, the last withdrawal first. */
export function withWithdrawalsUndone<Case extends CaseFile>(file: Case, claims: readonly string[]): Case {
  const undone = file.withdrawals.filter((withdrawal) =>
    withdrawal.claims.some(({ thing }) => claims.includes(thing.id)),
  );
  const stillGone = file.goneClaims.filter((id) => !claims.includes(id));
  const [first] = undone;
  return {
    ...file,
    grievance: undone.reduceRight<Grievance>(
      (grievance, back) => ({
        ...grievance,
        claims: inPlace(grievance.claims, back.claims),
        measures: inPlace(grievance.measures, back.measures),
      }),
      file.grievance,
    ),
    amendments: file.amendments.map((amendment) => {
      const before = first?.amendments.find(({ id }) => id === amendment.id);
      if (!before) return amendment;
      // An amendment whose claims were all gone was closed only for that reason.
      const stage = amendment.claims.length === 0 ? before.stage : amendment.stage;
      return { ...amendment, stage, claims: before.claims.filter((id) => !stillGone.includes(id)) };
    }),
    goneClaims: stillGone,
    withdrawals: file.withdrawals.filter((withdrawal) => !undone.includes(withdrawal)),
  };
}

/** A grievance without some claims, and without the measures that no claim is made against any more. */
export function withoutClaims(grievance: Grievance, gone: readonly string[]): Grievance {
  const claims = grievance.claims.filter(({ id }) => !gone.includes(id));
  return {
    ...grievance,
    claims,
    measures: grievance.measures.filter(({ id }) => claims.some(({ measure }) => measure === id)),
  };
}
