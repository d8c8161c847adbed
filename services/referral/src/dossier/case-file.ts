import { evidence, intake, panelReview, told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import {
  documentsIn,
  languagesMissing,
  translationsOf,
  type ToldDocument,
  type ToldTranslation,
} from './story/told-translation';

/** An exhibit as the evidence service told of it. */
export interface ToldExhibit {
  readonly event: PublicEvent;
  readonly accepted: evidence.ExhibitAccepted;
  /** When its last reader lost it, because its party took it back or both co-heads took it from everybody (I-42). */
  readonly goneAt?: string;
  readonly translations: readonly ToldTranslation[];
  readonly languagesMissing: readonly string[];
  readonly publicVersion?: evidence.PublicVersionFiled;
  /** In the order of its handovers. */
  readonly custody: readonly evidence.CustodyEntry[];
}

/** What the public events say of a case, one field for each part of a dossier. */
export interface CaseFile {
  /** In the order of their instants in law. */
  readonly events: readonly PublicEvent[];
  readonly registered: intake.CaseRegistered;
  readonly served: intake.GrievanceServed;
  readonly filed?: intake.GrievanceFiled;
  readonly reply?: intake.ReplyReceived;
  readonly replyText?: intake.ReplyServed;
  readonly replyLapsed?: intake.ReplyLapsed;
  /** There where the reply counts as not done (I-67). */
  readonly replyRepudiated?: intake.ActRepudiated;
  /**
   * Answers to claims that came in later. The respondent answers a supplement, and the complainant answers claims of
   * the respondent.
   */
  readonly amendmentReplies: readonly intake.AmendmentReplyServed[];
  readonly calls: readonly intake.CallRecorded[];
  readonly consultationsClosed?: intake.ConsultationsClosed;
  readonly ended?: intake.ScreeningEnded;
  readonly panelOpened?: panelReview.PanelOpened;
  readonly draws: readonly panelReview.MemberDrawn[];
  readonly convened?: panelReview.PanelConvened;
  readonly reviewOpened?: panelReview.ReviewOpened;
  readonly interim?: panelReview.InterimIssued;
  readonly interimText?: panelReview.InterimServed;
  readonly comments: readonly panelReview.InterimCommented[];
  /** Material laid before the panel, apart from exhibits. */
  readonly materials: readonly panelReview.MaterialServed[];
  readonly decided?: panelReview.FindingsDecided;
  /** With reasons, statements and exhibits, as they were served on the parties. */
  readonly findingsServed?: panelReview.FindingsServed;
  readonly findings?: panelReview.FindingsIssued;
  readonly exhibits: readonly ToldExhibit[];
  /** What the parties wrote in the case and had to translate. */
  readonly documents: readonly ToldDocument[];
}

const byInstant = (a: PublicEvent, b: PublicEvent): number =>
  compare(a.time, b.time) || compare(a.recordedat, b.recordedat) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function replyRepudiatedBy(event: PublicEvent): intake.ActRepudiated | undefined {
  const repudiated = told(event, intake.ActRepudiatedSchema);
  return repudiated?.kind === 'reply' ? repudiated : undefined;
}

/**
 * Reads a case from public events in any order.
 * @throws Error when they do not hold its registration and its grievance
 */
export function readCaseFile(unordered: readonly PublicEvent[]): CaseFile {
  const events = unordered.toSorted(byInstant);
  const all = <M>(read: (event: PublicEvent) => M | undefined): readonly M[] =>
    events.flatMap((event) => read(event) ?? []);
  const last = <M, K extends string>(
    name: K,
    read: (event: PublicEvent) => M | undefined,
  ): Readonly<Partial<Record<K, M>>> => {
    const message = all(read).at(-1);
    return (message === undefined ? {} : { [name]: message }) as Readonly<Partial<Record<K, M>>>;
  };
  const { registered } = last('registered', (event) => told(event, intake.CaseRegisteredSchema));
  const { served } = last('served', (event) => told(event, intake.GrievanceServedSchema));
  if (!registered || !served?.grievance) throw new Error('the case is not registered, or its grievance is not served');
  return {
    events,
    registered: underRules(registered, events),
    served: standing(served, events),
    ...last('filed', (event) => told(event, intake.GrievanceFiledSchema)),
    ...last('reply', (event) => told(event, intake.ReplyReceivedSchema)),
    ...last('replyText', (event) => told(event, intake.ReplyServedSchema)),
    ...last('replyRepudiated', replyRepudiatedBy),
    ...last('replyLapsed', (event) => told(event, intake.ReplyLapsedSchema)),
    amendmentReplies: all((event) => told(event, intake.AmendmentReplyServedSchema)),
    calls: all((event) => told(event, intake.CallRecordedSchema)),
    ...last('consultationsClosed', (event) => told(event, intake.ConsultationsClosedSchema)),
    ...endOf(events),
    ...last('panelOpened', (event) => told(event, panelReview.PanelOpenedSchema)),
    draws: all((event) => told(event, panelReview.MemberDrawnSchema)),
    ...last('convened', (event) => told(event, panelReview.PanelConvenedSchema)),
    ...last('reviewOpened', (event) => told(event, panelReview.ReviewOpenedSchema)),
    ...last('interim', (event) => told(event, panelReview.InterimIssuedSchema)),
    ...last('interimText', (event) => told(event, panelReview.InterimServedSchema)),
    comments: all((event) => told(event, panelReview.InterimCommentedSchema)),
    materials: all((event) => told(event, panelReview.MaterialServedSchema)),
    ...last('decided', (event) => told(event, panelReview.FindingsDecidedSchema)),
    ...last('findingsServed', (event) => told(event, panelReview.FindingsServedSchema)),
    ...last('findings', (event) => told(event, panelReview.FindingsIssuedSchema)),
    exhibits: exhibitsIn(events),
    documents: documentsIn(events),
  };
}

/**
 * The grievance as it now stands: as last amended, without the claims that were given up before the screening had
 * ended. The id of a claim is never used again.
 */
function standing(served: intake.GrievanceServed, events: readonly PublicEvent[]): intake.GrievanceServed {
  const { grievance, receiptNumber, receivedAt, digest, receiptJws } =
    events.flatMap((event) => told(event, intake.AmendmentServedSchema) ?? []).at(-1) ?? served;
  const gone = goneClaims(events);
  const text = grievance && correctedMeasures(grievance, receivedAt, events);
  const claims = text?.claims.filter(({ id }) => !gone.includes(id)) ?? [];
  const measures = text?.measures.filter(({ id }) => claims.some(({ measureId }) => measureId === id)) ?? [];
  return {
    ...served,
    receiptNumber,
    receivedAt,
    digest,
    receiptJws,
    ...(text ? { grievance: gone.length === 0 ? text : { ...text, claims, measures } } : {}),
  };
}

/** The grievance with the clerical errors that were corrected in its measures since it came. */
function correctedMeasures(
  grievance: intake.Grievance,
  receivedAt: string,
  events: readonly PublicEvent[],
): intake.Grievance {
  const corrections = events
    .flatMap((event) => told(event, intake.MeasureCorrectedSchema) ?? [])
    .filter(({ at }) => at >= receivedAt);
  return corrections.reduce(
    (text, { measureId, ...change }) => ({
      ...text,
      measures: text.measures.map((measure) =>
        measure.id === measureId ? correctedMeasure(measure, change) : measure,
      ),
    }),
    grievance,
  );
}

function correctedMeasure(
  measure: intake.Measure,
  { field, was, becomes }: Pick<intake.MeasureCorrected, 'field' | 'was' | 'becomes'>,
): intake.Measure {
  if (field === 'title')
    return { ...measure, title: measure.title.map((each) => (each.text === was ? { ...each, text: becomes } : each)) };
  if (field !== 'number' && field !== 'issuer' && field !== 'date' && field !== 'citation') return measure;
  return measure[field] === was ? { ...measure, [field]: becomes } : measure;
}

/**
 * Ids of the claims that were given up. The event that sets a withdrawal aside has an earlier instant than the
 * withdrawal, so the one that was recorded last counts.
 */
function goneClaims(events: readonly PublicEvent[]): readonly string[] {
  const inOrder = events.toSorted((one, other) => compare(one.recordedat, other.recordedat));
  return inOrder.reduce<readonly string[]>((gone, event) => {
    const again = told(event, intake.ClaimsWithdrawalSetAsideSchema)?.claimIds ?? [];
    return [
      ...gone.filter((id) => !again.includes(id)),
      ...(told(event, intake.ClaimsWithdrawnSchema)?.claimIds ?? []),
    ];
  }, []);
}

/** The registration, with the version of the rules that the case has now. */
function underRules(registered: intake.CaseRegistered, events: readonly PublicEvent[]): intake.CaseRegistered {
  const adopted = events.flatMap((event) => told(event, intake.RulesAdoptedSchema) ?? []).at(-1);
  return adopted ? { ...registered, ruleSetVersion: adopted.toVersion } : registered;
}

/**
 * How the screening ended, unless both parties have reopened it since. An end that was set aside was recorded before
 * the one that replaced it.
 */
function endOf(events: readonly PublicEvent[]): Pick<CaseFile, 'ended'> {
  const reopened = events.findLastIndex((event) => event.type === intake.ScreeningReopenedSchema.typeName);
  const inOrder = events.slice(reopened + 1).toSorted((one, other) => compare(one.recordedat, other.recordedat));
  const ended = inOrder.flatMap((event) => told(event, intake.ScreeningEndedSchema) ?? []).at(-1);
  return ended ? { ended } : {};
}

/** Puts `CHN-2` before `CHN-10`. */
const byNumber = (a: ToldExhibit, b: ToldExhibit): number => compare(orderOf(a), orderOf(b));
const orderOf = ({ accepted: { exhibitNumber } }: ToldExhibit): string =>
  exhibitNumber.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/** Exhibits that have a tombstone because nobody reads them any more, with its instant. */
function goneIn(events: readonly PublicEvent[]): ReadonlyMap<string, string> {
  const withdrawn = events.flatMap((event) => told(event, evidence.ExhibitWithdrawnSchema) ?? []);
  const takenAway = events
    .flatMap((event) => told(event, evidence.ReadersTakenAwaySchema) ?? [])
    .filter(({ to }) => to === 'NOBODY');
  return new Map([
    ...withdrawn.map(({ exhibitNumber, withdrawnAt }) => [exhibitNumber, withdrawnAt] as const),
    ...takenAway.map(({ exhibitNumber, takenAwayAt }) => [exhibitNumber, takenAwayAt] as const),
  ]);
}

function exhibitsIn(events: readonly PublicEvent[]): readonly ToldExhibit[] {
  const handovers = events.flatMap((event) => told(event, evidence.CustodyHandedOverSchema) ?? []);
  const versions = events.flatMap((event) => told(event, evidence.PublicVersionFiledSchema) ?? []);
  const gone = goneIn(events);
  const exhibits = events.flatMap((event) => {
    const accepted = told(event, evidence.ExhibitAcceptedSchema);
    if (!accepted) return [];
    const { exhibitNumber } = accepted;
    const publicVersion = versions.findLast((version) => version.exhibitNumber === exhibitNumber);
    const later = handovers.flatMap((handover) =>
      handover.exhibitNumber === exhibitNumber && handover.entry ? [handover.entry] : [],
    );
    const goneAt = gone.get(exhibitNumber);
    return [
      {
        event,
        accepted,
        ...(goneAt === undefined ? {} : { goneAt }),
        translations: translationsOf(exhibitNumber, events),
        languagesMissing: languagesMissing(exhibitNumber, events),
        ...(publicVersion ? { publicVersion } : {}),
        custody: [...accepted.custody, ...later],
      },
    ];
  });
  return exhibits.toSorted(byNumber);
}
