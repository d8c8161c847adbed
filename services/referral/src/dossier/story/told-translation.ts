import {
  evidence,
  intake,
  isNoFactOfItsOwn,
  panelReview,
  referral,
  namesOf,
  sayOf,
  told,
  toldAs,
  type PartyName,
} from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual, type Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CaseFile } from '../case-file';
import type { DossierContext } from '../dossier-context';
import { paragraph, say, type Block } from '../pages/page';

/** One line of the chronology. */
export interface ChronologyLine {
  readonly at: string;
  readonly recordedAt: string;
  readonly what: Bilingual;
  /** Id of the public event on which it rests. */
  readonly event: string;
}

/**
 * What happened, in the order of instants in law. At one instant, events are in the order of the procedure. An event of
 * a type that has no words yet is told by its name.
 * @param nameOf name of a party inside a sentence
 */
export function chronologyOf(events: readonly PublicEvent[], nameOf: PartyName): readonly ChronologyLine[] {
  const told = events
    .filter(({ type }) => !isNoFactOfItsOwn(type))
    .map((event) => ({ event, ...(toldAs(event) ?? { key: event.type, values: {}, order: Infinity }) }));
  const ordered = told.toSorted((a, b) =>
    a.event.time < b.event.time ? -1 : a.event.time > b.event.time ? 1 : a.order === b.order ? 0 : a.order - b.order,
  );
  return ordered.map(({ event, key, values }) => ({
    at: event.time,
    recordedAt: event.recordedat,
    what: sayOf(key, values, nameOf),
    event: event.id,
  }));
}

/**
 * What had happened by an instant, as far as anybody could know it. Nobody knew of an act that came by another channel
 * before it was entered. So an earlier dossier is built again with the same bytes (I-51).
 */
export function knownAt(events: readonly PublicEvent[], at: Instant): readonly PublicEvent[] {
  const enteredLater = new Set(events.filter((event) => (enteredAtOf(event) ?? '') > at).map(breathOf));
  return events.filter((event) => event.time <= at && !enteredLater.has(breathOf(event)));
}

function enteredAtOf(event: PublicEvent): string | undefined {
  const entry =
    told(event, intake.LateEntryNotedSchema) ??
    told(event, evidence.LateEntryNotedSchema) ??
    told(event, panelReview.LateEntryNotedSchema) ??
    told(event, referral.LateEntryNotedSchema);
  return entry?.status === 'counted' ? entry.at : undefined;
}

/** The key that events of one entry share: a context records them all at one instant. */
const breathOf = ({ type, recordedat }: PublicEvent): string => `${type.slice(0, type.lastIndexOf('.'))} ${recordedat}`;

const RESPONDENT = 'respondent';

/** Whether the respondent has claims of its own in the case. */
export const holdsClaimsOfBoth = ({ served }: CaseFile): boolean =>
  served.grievance?.claims.some(({ claimant }) => claimant === RESPONDENT) ?? false;

type Asked = Pick<DossierContext, 'applicant' | 'complainant' | 'respondent'>;

const isOfComplainant = ({ applicant, complainant }: Asked): boolean => applicant.code === complainant.code;

/** The party against which the dossier's request would be made. */
export const otherParty = (context: Asked): Asked['applicant'] =>
  isOfComplainant(context) ? context.respondent : context.complainant;

/** The role in the case of the party that asked for the dossier. */
export const applicantWord = (context: Asked): Bilingual =>
  isOfComplainant(context) ? say('complainant', '申诉方') : say('respondent', '被申诉方');

/** The sentence that the party that asked for the dossier gave an exit notice, as everybody is told it. */
export const exitNoticeWords = ({ applicant, complainant, respondent }: Asked): Bilingual =>
  sayOf('referral.ExitNoticeGiven', { party: applicant.code }, namesOf([complainant, respondent]));

/** The measures and claims in the grievance as it stands that belong to the party that asked for the dossier. */
export function ownOf(context: Asked & Pick<DossierContext, 'file'>): {
  readonly measures: readonly intake.Measure[];
  readonly claims: readonly intake.Claim[];
} {
  const { measures = [], claims = [] } = context.file.served.grievance ?? {};
  if (!holdsClaimsOfBoth(context.file)) return { measures, claims };
  const own = claims.filter(({ claimant }) => (claimant === RESPONDENT) !== isOfComplainant(context));
  return { measures: measures.filter(({ id }) => own.some(({ measureId }) => measureId === id)), claims: own };
}

/** Says that the dossier is about one party's measures alone, when the case holds those of both. */
export const asideOfBoth = (context: Asked & Pick<DossierContext, 'file'>): readonly Block[] =>
  holdsClaimsOfBoth(context.file)
    ? [
        paragraph(
          say(
            'The case holds the measures of both parties. What stands here is of those that ' +
              `${context.applicant.inSentence.en} complains of; the other party refers its own.`,
            `本案载有双方的措施。此处仅涉及${context.applicant.inSentence['zh-Hans']}所申诉的措施；另一方的措施由其自行移送。`,
          ),
        ),
      ]
    : [];

/**
 * The public events as JSON Lines. Each line has the attributes, with the event's name in the record, the bytes as
 * base64, and the SHA-256 of the bytes, so that it can be checked.
 */
export const recordLines = (events: readonly PublicEvent[]): string =>
  events
    .map(({ id, source, type, event, subject, time, recordedat, tier, datacontenttype, data }) =>
      canonicalJson({
        id,
        source,
        type,
        ...(event === undefined ? {} : { event }),
        subject,
        time,
        recordedat,
        tier,
        datacontenttype,
        data_base64: Buffer.from(data).toString('base64'),
        sha256: sha256(data),
      }),
    )
    .map((line) => `${line}\n`)
    .join('');

/** A translation as the evidence service told of it. The other party's challenges and the answers stand beside it. */
export interface ToldTranslation {
  readonly filed: evidence.TranslationFiled;
  readonly challenges: readonly {
    readonly made: evidence.TranslationChallenged;
    readonly answer?: evidence.TranslationChallengeAnswered;
  }[];
}

/** The translations of an exhibit, or of a document by its id, in the order of filing. */
export function translationsOf(exhibitNumber: string, events: readonly PublicEvent[]): readonly ToldTranslation[] {
  const ofExhibit = <Message extends { readonly exhibitNumber: string }>(
    messages: readonly (Message | undefined)[],
  ): Message[] => messages.flatMap((message) => (message?.exhibitNumber === exhibitNumber ? [message] : []));
  const made = ofExhibit(events.map((event) => told(event, evidence.TranslationChallengedSchema)));
  const answers = ofExhibit(events.map((event) => told(event, evidence.TranslationChallengeAnsweredSchema)));
  return ofExhibit(events.map((event) => told(event, evidence.TranslationFiledSchema)))
    .toSorted((a, b) => a.n - b.n)
    .map((filed) => ({
      filed,
      challenges: made
        .filter(({ n }) => n === filed.n)
        .map((challenged) => {
          const answer = answers.find(({ n, challenge }) => n === filed.n && challenge === challenged.challenge);
          return { made: challenged, ...(answer ? { answer } : {}) };
        }),
    }));
}

/** Languages whose translation was missing when its time had passed. */
export const languagesMissing = (exhibitNumber: string, events: readonly PublicEvent[]): readonly string[] =>
  events.flatMap((event) => {
    const missing = told(event, evidence.TranslationMissingSchema);
    return missing?.exhibitNumber === exhibitNumber ? [missing.language] : [];
  });

/** A document that a party wrote in the case, by its id, whose translation was filed or was missing. */
export interface ToldDocument {
  readonly id: string;
  readonly translations: readonly ToldTranslation[];
  readonly languagesMissing: readonly string[];
}

/** The documents that the events of translations name, in the order of these events. */
export function documentsIn(events: readonly PublicEvent[]): readonly ToldDocument[] {
  const documents = events.flatMap((event) => {
    const message = told(event, evidence.TranslationFiledSchema) ?? told(event, evidence.TranslationMissingSchema);
    return message?.of === 'document' ? [message.exhibitNumber] : [];
  });
  return [...new Set(documents)].map((id) => ({
    id,
    translations: translationsOf(id, events),
    languagesMissing: languagesMissing(id, events),
  }));
}
