import type { DomainEvent, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import { lateEntriesReplaced, type MovesClocks, type StandingPaper } from '@parley/procedure';
import type { OwnEvidence } from '../casefile/casefile.rules';
import { evolveDocuments, withDocument, type DocumentNoted } from '../documents/documents.rules';
import type { EvidenceEntryEvent } from '../late-entries/late-entries.rules';
import { evolveLoans, type LoanEvent, type ReviewEndNoted } from '../loans/loans.rules';
import type { CheckedLayers, Removal } from '../public-version/redaction.rules';
import { evolveReaders, type ReadersEvent } from '../readers/readers-state.rules';
import type { CalendarNoted, OutageNoted, StandstillEvent } from '../time/standstill.rules';
import {
  evolveTranslations,
  type Original,
  type TranslationEvent,
  type WrittenIn,
} from '../translations/translations.rules';
import type {
  Copy,
  CustodyEntry,
  Damage,
  Exhibit,
  ExhibitNumber,
  ExhibitTier,
  FiledBytes,
  RedactionReason,
} from './exhibit-commands.rules';

/** What one notice serves beside the document of its own event, with the times that start with it. */
export interface ServedBeside {
  readonly number: ExhibitNumber;
  readonly digest: Sha256;
  readonly opens?: MovesClocks['opens'];
}

/** How notice is given of what was filed with others in one act: with this event of all of them, or with another. */
interface FiledTogether {
  /** The others. They stand with one that nobody may read who may not read these. */
  readonly together?: readonly ServedBeside[];
  readonly servedWith?: 'another';
}

export type ExhibitAccepted = DomainEvent<
  'ExhibitAccepted',
  {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly uploadId: string;
    readonly file: FiledBytes;
    readonly title: readonly Text[];
    readonly tier: ExhibitTier;
    readonly claims: readonly string[];
    readonly custody: CustodyEntry;
    readonly by: PersonId;
    /** Absent in exhibits that were accepted before translations were counted: nothing was due then. */
    readonly writtenIn?: WrittenIn;
    /** The exhibit that this one corrects. */
    readonly corrects?: ExhibitNumber;
    /** The exhibit of the other party, or the request of both co-chairs, that this one answers. */
    readonly answers?: string;
  } & Partial<MovesClocks> &
    FiledTogether
>;

export type PublicVersionFiled = DomainEvent<
  'PublicVersionFiled',
  {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly uploadId: string;
    readonly file: FiledBytes;
    readonly reason: RedactionReason;
    readonly by: PersonId;
    /** Absent in public versions that were filed before they were searched. */
    readonly removals?: readonly Removal[];
    readonly checked?: CheckedLayers;
  } & FiledTogether
>;

export type CustodyHandedOver = DomainEvent<
  'CustodyHandedOver',
  {
    readonly number: ExhibitNumber;
    readonly entry: CustodyEntry;
    readonly by: PersonId;
    /** There where a registry entered it for somebody else. */
    readonly paper?: StandingPaper;
  } & Partial<MovesClocks>
>;

/** A read found other bytes than those accepted; they are not handed out (I-33). */
export type ExhibitFoundCorrupt = DomainEvent<
  'ExhibitFoundCorrupt',
  { readonly number: ExhibitNumber; readonly copy: Copy; readonly found: Damage['found'] }
>;

/** What happens to exhibits, and to the documents that are translated. */
export type ExhibitEvent =
  | ExhibitAccepted
  | DocumentNoted
  | PublicVersionFiled
  | CustodyHandedOver
  | ExhibitFoundCorrupt
  | TranslationEvent
  | ReadersEvent
  | LoanEvent;

export type EvidenceEvent =
  ExhibitEvent | EvidenceEntryEvent | StandstillEvent | OutageNoted | CalendarNoted | ReviewEndNoted;

export function evolveExhibit(state: OwnEvidence, event: ExhibitEvent): OwnEvidence {
  switch (event.type) {
    case 'ExhibitAccepted':
      return withExhibit(corrected(state, event), accepted(event));
    case 'DocumentNoted':
      return evolveDocuments(state, event);
    case 'PublicVersionFiled':
      return changed(state, event.data.number, (exhibit) => ({ ...exhibit, publicVersion: publicVersion(event) }));
    case 'CustodyHandedOver':
      return handedOver(state, event);
    case 'ExhibitFoundCorrupt': {
      const { number, copy, found } = event.data;
      return changedOriginal(state, number, (original) => ({
        ...original,
        damage: { ...original.damage, [copy]: { copy, found, at: event.occurredAt } },
      }));
    }
    case 'TranslationFiled':
    case 'TranslationMissing':
    case 'TranslationChallenged':
    case 'TranslationChallengeAnswered':
      return changedOriginal(state, event.data.number, (original) => evolveTranslations(original, event));
    case 'ExhibitWithdrawn':
    case 'ReadersAdded':
    case 'ReadersTakenAway':
    case 'ReadersDecisionSigned':
    case 'ReadersDecisionLapsed':
      return changed(state, event.data.number, (exhibit) => evolveReaders(exhibit, event));
    case 'LoanAsked':
    case 'ExhibitLent':
    case 'LoanSigned':
    case 'LoanDecisionLapsed':
    case 'LoanEnded':
      return changed(state, event.data.number, (exhibit) => evolveLoans(exhibit, event));
    default:
      return unknownEvent(event, state);
  }
}

/** What its party entered takes the place of what waited. */
function handedOver(state: OwnEvidence, { occurredAt, data }: CustodyHandedOver): OwnEvidence {
  const { number, entry, paper, closes = [] } = data;
  const next = paper ? { ...entry, standing: paper.standing } : entry;
  const after = changed(state, number, (exhibit) => ({ ...exhibit, custody: [...exhibit.custody, next] }));
  return { ...after, lateEntries: lateEntriesReplaced(after.lateEntries, closes, occurredAt) };
}

const unknownEvent = (_event: never, state: OwnEvidence): OwnEvidence => state;

const withExhibit = (state: OwnEvidence, exhibit: Exhibit): OwnEvidence => ({
  ...state,
  exhibits: new Map(state.exhibits).set(exhibit.number, exhibit),
});

function changed(state: OwnEvidence, number: ExhibitNumber, change: (exhibit: Exhibit) => Exhibit): OwnEvidence {
  const exhibit = state.exhibits.get(number);
  return exhibit ? withExhibit(state, change(exhibit)) : state;
}

/** Applies a change that exhibits and documents have in common. */
function changedOriginal(
  state: OwnEvidence,
  number: string,
  change: <Each extends Original>(original: Each) => Each,
): OwnEvidence {
  const document = state.documents.get(number);
  return document ? withDocument(state, change(document)) : changed(state, number, change);
}

/** The corrected exhibit keeps its content and says which exhibit corrects it. */
const corrected = (state: OwnEvidence, { data: { corrects, number } }: ExhibitAccepted): OwnEvidence =>
  corrects === undefined ? state : changed(state, corrects, (exhibit) => ({ ...exhibit, correctedBy: number }));

const accepted = ({ occurredAt, data }: ExhibitAccepted): Exhibit => {
  const { number, party, uploadId, file, title, tier, claims, custody, by, writtenIn = 'none' } = data;
  const { corrects = null, answers = null } = data;
  return {
    ...{ number, party, uploadId, file, title, tier, claims, writtenIn, corrects, answers },
    acceptedAt: occurredAt,
    filedBy: by,
    custody: [custody],
    publicVersion: null,
    translationsMissing: [],
    translations: [],
    tombstones: [],
    withdrawn: null,
    decision: null,
    loans: [],
    correctedBy: null,
    damage: {},
  };
};

const publicVersion = ({ occurredAt, data }: PublicVersionFiled): Exhibit['publicVersion'] => {
  const { uploadId, file, reason, removals = [], checked = null } = data;
  return { uploadId, file, reason, filedAt: occurredAt, removals, checked };
};
