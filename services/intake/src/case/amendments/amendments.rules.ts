import type { DomainEvent, Instant, PersonId } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { Act, CaseFile, FiledCase, RegisteredCase } from '../case-commands.rules';
import type { MovesClocks } from '../case-events.rules';
import type { Certification, Grievance, Receipt } from '../filing/file-grievance.rules';
import type { PublicMatter } from '../filing/public-matter.rules';
import type { BarredClaim } from '../refiling/refiling.rules';
import { replyClock } from '../reply/reply-clock.rules';
import type { CounterStatement } from '../reply/reply.rules';

/** The grievance as it is to stand from here on, certified as a filing is. */
export interface AmendedFiling {
  readonly grievance: Grievance;
  readonly certification: Certification;
  readonly receipt: Receipt;
}

export type AmendGrievance = Act &
  AmendedFiling & {
    readonly type: 'AmendGrievance';
    readonly kind: Exclude<AmendmentKind, 'joinder'>;
    /** Claims of other cases that it would file again before their time (I-68). */
    readonly barred?: readonly BarredClaim[];
  };
/**
 * Answers the claims of an amendment. The respondent answers, or the complainant where the claims are the respondent's.
 */
export type AnswerAmendment = Act & {
  readonly type: 'AnswerAmendment';
  readonly amendmentId: string;
  readonly counterStatements: readonly CounterStatement[];
};

export type AmendmentsCommand = AmendGrievance | AnswerAmendment;

interface OfAmendment {
  readonly amendmentId: string;
  readonly kind: AmendmentKind;
}

/** The public fact: which claims are added, replaced and left out. The docket number stays (I-24). */
export type GrievanceAmended = DomainEvent<
  'GrievanceAmended',
  MovesClocks &
    OfAmendment &
    ClaimChanges &
    /** From here on. */
    PublicMatter & {
      readonly by: PersonId;
      /** The proposal that both signed; `null` where it needed none. */
      readonly proposalId: string | null;
      /** The proposed correction to which the other party objected, where that made this replacement of it. */
      readonly objectedTo?: string;
    }
>;

/** What is served on both parties and the panel: the grievance as it stands from here on. */
export type AmendmentServed = DomainEvent<'AmendmentServed', MovesClocks & OfAmendment & AmendedFiling>;

export type AmendmentAnswered = DomainEvent<
  'AmendmentAnswered',
  MovesClocks & OfAmendment & { readonly by: PersonId; readonly counterStatements: readonly CounterStatement[] }
>;
/** The claims of an amendment stand unanswered and the screening goes on. */
export type AmendmentReplyLapsed = DomainEvent<'AmendmentReplyLapsed', MovesClocks & OfAmendment>;
/** The time of consultations on the claims of an amendment is over. */
export type AmendmentConsultationsClosed = DomainEvent<'AmendmentConsultationsClosed', MovesClocks & OfAmendment>;

/**
 * The filer put another text in the place of a filing that was not found complete yet. The registry's time runs on, so
 * that nobody keeps a filing open by it (I-17).
 */
export type FilingAmended = DomainEvent<
  'FilingAmended',
  MovesClocks & AmendedFiling & { readonly by: PersonId; readonly n: number }
>;

export type AmendmentsEvent =
  GrievanceAmended | AmendmentServed | AmendmentAnswered | AmendmentReplyLapsed | AmendmentConsultationsClosed;

/** What the complainant may do alone. */
export const AMENDMENT_KINDS = ['supplement', 'replacement'] as const;
/** A joinder brings claims of the respondent into the case, by agreement of both. */
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number] | 'joinder';

/** What an amendment does to the claims of a case, by their ids. */
export interface ClaimChanges {
  readonly added: readonly string[];
  /** The same id with other content, in the claim or in its measure. */
  readonly replaced: readonly string[];
  readonly dropped: readonly string[];
}

export type AmendmentStage =
  /** It has no times of its own: it adds and replaces no claim, or the whole reply was reset. */
  'none' | 'awaiting-reply' | 'consultations' | 'closed';

/** A change of the grievance after registration. What it adds and replaces runs on clocks of its own (I-24). */
export interface Amendment extends ClaimChanges {
  /** Unique in its case: `S1`, `S2` … for supplements, `R1`, `R2` … for replacements, `J1`, `J2` … for joinders. */
  readonly id: string;
  readonly kind: AmendmentKind;
  readonly at: Instant;
  /** Claims that are still to be answered in its times: those that it added or replaced and that still stand. */
  readonly claims: readonly string[];
  readonly stage: AmendmentStage;
  readonly answer:
    { readonly at: Instant; readonly counterStatements: readonly CounterStatement[] } | 'unanswered' | null;
}

/** The first letter of an amendment's id. */
export const LETTERS = { supplement: 'S', replacement: 'R', joinder: 'J' } as const satisfies Record<
  AmendmentKind,
  string
>;

/** Ids of the times of an amendment. */
export const replyOf = (amendmentId: string): string => `reply:${amendmentId}`;
export const consultationsOf = (amendmentId: string): string => `consultations:${amendmentId}`;

/** The amendment whose time a deadline is; `undefined` for a time of the first claims. */
export const amendmentOfTime = (
  deadlineId: string,
  { amendments }: Pick<CaseFile, 'amendments'>,
): Amendment | undefined => amendments.find(({ id }) => [replyOf(id), consultationsOf(id)].includes(deadlineId));

type Amended = Pick<CaseFile, 'amendments' | 'goneClaims' | 'grievance' | 'certification' | 'receipt'>;

/** The grievance and its amendments after an event. */
export function evolveAmendments<File extends Amended>(file: File, event: AmendmentsEvent): File {
  const amendments = (change: (amendment: Amendment) => Amendment): readonly Amendment[] =>
    file.amendments.map((amendment) => (amendment.id === event.data.amendmentId ? change(amendment) : amendment));
  switch (event.type) {
    case 'GrievanceAmended': {
      const { replaced, dropped } = event.data;
      const earlier = withoutClaims(file.amendments, [...replaced, ...dropped]);
      return { ...file, goneClaims: [...file.goneClaims, ...dropped], amendments: [...earlier, amendmentOf(event)] };
    }
    case 'AmendmentServed': {
      const { grievance, certification, receipt } = event.data;
      return { ...file, grievance, certification, receipt };
    }
    case 'AmendmentAnswered': {
      const answer = { at: event.occurredAt, counterStatements: event.data.counterStatements };
      return { ...file, amendments: amendments((amendment) => ({ ...onToConsultations(amendment), answer })) };
    }
    case 'AmendmentReplyLapsed':
      return {
        ...file,
        amendments: amendments((amendment) => ({ ...onToConsultations(amendment), answer: 'unanswered' })),
      };
    case 'AmendmentConsultationsClosed':
      return { ...file, amendments: amendments((amendment) => ({ ...amendment, stage: 'closed' })) };
  }
}

/** An answer that is proved only later changes nothing that has come since (I-19). */
const onToConsultations = (amendment: Amendment): Amendment =>
  amendment.stage === 'awaiting-reply' ? { ...amendment, stage: 'consultations' } : amendment;

/**
 * Takes claims out of amendments. An amendment has no times any more once its claims are gone or are answered in the
 * times of a later one.
 */
export const withoutClaims = (amendments: readonly Amendment[], gone: readonly string[]): readonly Amendment[] =>
  amendments.map((amendment) => {
    const claims = amendment.claims.filter((id) => !gone.includes(id));
    return {
      ...amendment,
      claims,
      stage: claims.length === 0 && amendment.stage !== 'none' ? 'closed' : amendment.stage,
    };
  });

function amendmentOf({ data, occurredAt }: GrievanceAmended): Amendment {
  const { amendmentId: id, kind, added, replaced, dropped, opens } = data;
  const runs = opens.some((deadline) => deadline.id === replyOf(id));
  return {
    ...{ id, kind, at: occurredAt, added, replaced, dropped },
    claims: runs ? [...added, ...replaced] : [],
    stage: runs ? 'awaiting-reply' : 'none',
    answer: null,
  };
}

/**
 * The clocks that an amendment starts: a time to answer what is new or replaced. No other clock moves. When it replaces
 * every claim before the reply, the reply itself is reset, since nothing else is left to reply to.
 */
export function amendmentClocks(
  { amendmentId, kind }: OfAmendment,
  changes: ClaimChanges,
  at: Instant,
  state: RegisteredCase,
  clocks: Clocks,
): MovesClocks {
  const { added, replaced, dropped } = changes;
  const closes = timesWithoutClaims([...replaced, ...dropped], state);
  if (added.length + replaced.length === 0) return { opens: [], closes };
  const trigger: Happening = { event: 'GrievanceAmended', at };
  const reply = state.running['reply'];
  const clock = replyClock(state.registration.casesAtOnce, clocks);
  if (!reply || !replacesAll(changes, state)) {
    const id = replyOf(amendmentId);
    // A joinder brings in claims of the respondent, which the complainant answers; its own many cases give it no time.
    return {
      opens: [
        kind === 'joinder'
          ? { ...clocks.start('reply', trigger, id), awaits: 'complainant' }
          : clocks.start(clock, trigger, id),
      ],
      closes,
    };
  }
  const reset = clocks.start(clock, trigger, 'reply');
  // An extended reply may run longer than one that starts here. No change makes a limit earlier (I-21).
  return { opens: reset.dueAt > reply.dueAt ? [reset] : [], closes };
}

/** True when no claim stays as it was before the reply. */
export const replacesAll = ({ replaced, dropped }: ClaimChanges, { exchange, grievance }: RegisteredCase): boolean =>
  exchange.stage === 'awaiting-reply' &&
  grievance.claims.every(({ id }) => replaced.includes(id) || dropped.includes(id));

/** The times of earlier amendments that no claim needs any more, once some claims are gone or have new times. */
export function timesWithoutClaims(gone: readonly string[], { amendments, running }: FiledCase): readonly string[] {
  return amendments
    .filter(({ claims }) => claims.length > 0 && claims.every((id) => gone.includes(id)))
    .flatMap(({ id }) => [replyOf(id), consultationsOf(id)])
    .filter((id) => running[id]);
}
