import { evolveDocuments, withDocument } from './documents/document.evolve';
import type { ExhibitAccepted, ExhibitEvent, PublicVersionFiled } from './exhibit-events';
import type { Exhibit, ExhibitNumber } from './exhibit';
import type { OwnEvidence } from './evidence-state';
import { evolveLoans } from './loans/loan.evolve';
import { evolveReaders } from './readers/readers.evolve';
import type { Original } from './translation/original';
import { evolveTranslations } from './translation/translation.evolve';

/** What an event means for an exhibit. */
export function evolveExhibit(state: OwnEvidence, event: ExhibitEvent): OwnEvidence {
  switch (event.type) {
    case 'ExhibitAccepted':
      return withExhibit(corrected(state, event), accepted(event));
    case 'DocumentNoted':
      return evolveDocuments(state, event);
    case 'PublicVersionFiled':
      return changed(state, event.data.number, (exhibit) => ({ ...exhibit, publicVersion: publicVersion(event) }));
    case 'CustodyHandedOver':
      return changed(state, event.data.number, (exhibit) => ({
        ...exhibit,
        custody: [...exhibit.custody, event.data.entry],
      }));
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

const unknownEvent = (_event: never, state: OwnEvidence): OwnEvidence => state;

const withExhibit = (state: OwnEvidence, exhibit: Exhibit): OwnEvidence => ({
  ...state,
  exhibits: new Map(state.exhibits).set(exhibit.number, exhibit),
});

function changed(state: OwnEvidence, number: ExhibitNumber, change: (exhibit: Exhibit) => Exhibit): OwnEvidence {
  const exhibit = state.exhibits.get(number);
  return exhibit ? withExhibit(state, change(exhibit)) : state;
}

/** What is done to an exhibit and to a document alike. */
function changedOriginal(
  state: OwnEvidence,
  number: string,
  change: <Each extends Original>(original: Each) => Each,
): OwnEvidence {
  const document = state.documents.get(number);
  return document ? withDocument(state, change(document)) : changed(state, number, change);
}

/** The exhibit that is put right stays what it is, and says what puts it right. */
const corrected = (state: OwnEvidence, { data: { corrects, number } }: ExhibitAccepted): OwnEvidence =>
  corrects === undefined ? state : changed(state, corrects, (exhibit) => ({ ...exhibit, correctedBy: number }));

const accepted = ({ occurredAt, data }: ExhibitAccepted): Exhibit => {
  const { number, party, uploadId, file, title, tier, claims, custody, by, writtenIn = 'none', corrects = null } = data;
  return {
    ...{ number, party, uploadId, file, title, tier, claims, writtenIn, corrects },
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
