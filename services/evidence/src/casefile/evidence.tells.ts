import { evidence, sayLateEntry, sayDeadline, sayTexts, tell, tellActing } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { EvidenceEvent, ExhibitAccepted, PublicVersionFiled } from '../exhibits/exhibits.rules';
import type { ExhibitLent, LoanAsked, LoanEnded } from '../loans/loans.rules';
import type { ExhibitWithdrawn, ReadersAdded, ReadersTakenAway } from '../readers/readers-state.rules';
import type { TranslationEvent } from '../translations/translations.rules';
import { clocksMovedBy } from './evidence.hears';

/** What the other contexts are told of the evidence, each thing at the tier of its exhibit. */
export const publishes: Publishes = (recorded) => {
  const event = domainEventOf(recorded) as EvidenceEvent;
  const told = [...tellOf(recorded, event), ...clocksMovedBy(recorded, event)];
  return tellActing(recorded, evidence.PersonActedSchema, told);
};

function tellOf(recorded: RecordedEvent, event: EvidenceEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  switch (event.type) {
    case 'ExhibitAccepted':
      return [tell(recorded, evidence.ExhibitAcceptedSchema, acceptedMessage(caseId, event))];
    case 'PublicVersionFiled':
      return [tell(recorded, evidence.PublicVersionFiledSchema, publicVersionMessage(caseId, event))];
    case 'CustodyHandedOver':
      return [
        tell(recorded, evidence.CustodyHandedOverSchema, {
          caseId,
          exhibitNumber: event.data.number,
          entry: { ...event.data.entry, standing: event.data.paper?.standing ?? '' },
        }),
      ];
    case 'TranslationFiled':
    case 'TranslationMissing':
    case 'TranslationChallenged':
    case 'TranslationChallengeAnswered':
      return [tellOfTranslation(recorded, caseId, event)];
    case 'ExhibitWithdrawn':
    case 'ReadersAdded':
    case 'ReadersTakenAway':
      return [tellOfReaders(recorded, caseId, event)];
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return [tell(recorded, evidence.LateEntryNotedSchema, { caseId, ...sayLateEntry(event) }, { tier: 'PARTIES' })];
    case 'LoanAsked':
    case 'ExhibitLent':
    case 'LoanEnded':
      return [tellOfLoan(recorded, caseId, event)];
    default:
      return [];
  }
}

const acceptedMessage = (caseId: string, { data, occurredAt }: ExhibitAccepted) => ({
  caseId,
  exhibitNumber: data.number,
  party: data.party,
  title: sayTexts(data.title),
  fileName: data.file.fileName,
  mediaType: data.file.mediaType,
  sizeBytes: BigInt(data.file.sizeBytes),
  digest: data.file.digest,
  tier: data.tier,
  claimIds: [...data.claims],
  acceptedAt: occurredAt,
  custody: [data.custody],
  writtenIn: data.writtenIn ?? '',
  corrects: data.corrects ?? '',
  answers: data.answers ?? '',
  translationsDue: (data.opens ?? []).map(sayDeadline),
  ...filedTogether(data),
});

/** What one notice serves together, and that it serves this with another. */
const filedTogether = ({ together = [], servedWith }: (ExhibitAccepted | PublicVersionFiled)['data']) => ({
  servedBeside: together.map(({ number: exhibitNumber, digest, opens = [] }) => ({
    ...{ exhibitNumber, digest },
    translationsDue: opens.map(sayDeadline),
  })),
  servedWithAnother: servedWith !== undefined,
});

const publicVersionMessage = (caseId: string, { data, occurredAt }: PublicVersionFiled) => ({
  caseId,
  exhibitNumber: data.number,
  digest: data.file.digest,
  sizeBytes: BigInt(data.file.sizeBytes),
  mediaType: data.file.mediaType,
  fileName: data.file.fileName,
  filedAt: occurredAt,
  reason: data.reason,
  removals: (data.removals ?? []).map(({ reason, passages }) => ({ reason, passages })),
  searched: [...(data.checked?.searched ?? [])],
  party: data.party,
  ...filedTogether(data),
});

type Told = LoanAsked | ExhibitLent | LoanEnded;

const STEPS: Readonly<Record<Told['type'], string>> = { LoanAsked: 'asked', ExhibitLent: 'lent', LoanEnded: 'ended' };

/** What the other contexts are told of a loan, at the tier of its exhibit. */
function tellOfLoan(recorded: RecordedEvent, caseId: string, event: Told): PublicEvent {
  const { number: exhibitNumber, party, assignment: assignmentId, heardAs } = event.data;
  const [by, signedDigest] =
    event.type === 'ExhibitLent' ? [event.data.basis, event.data.digest ?? ''] : [event.data.as, ''];
  return tell(recorded, evidence.ExhibitLoanSchema, {
    caseId,
    exhibitNumber,
    party,
    assignmentId,
    heardAs,
    step: STEPS[event.type],
    by,
    signedDigest,
    at: event.occurredAt,
    closes: [...event.data.closes],
  });
}

/**
 * What the other contexts are told of an exhibit's readers, at the tier of everybody who knew of the exhibit or knows
 * of it from now on.
 */
function tellOfReaders(
  recorded: RecordedEvent,
  caseId: string,
  event: ExhibitWithdrawn | ReadersAdded | ReadersTakenAway,
): PublicEvent {
  const { number: exhibitNumber, party, from } = event.data;
  switch (event.type) {
    case 'ExhibitWithdrawn':
      return tell(recorded, evidence.ExhibitWithdrawnSchema, {
        caseId,
        exhibitNumber,
        party,
        from,
        reason: event.data.reason,
        withdrawnAt: event.occurredAt,
      });
    case 'ReadersAdded': {
      const { to, basis, reason, digest, title, file, claims } = event.data;
      return tell(recorded, evidence.ReadersAddedSchema, {
        ...{ caseId, exhibitNumber, party, from, to, basis, reason: reason ?? '', signedDigest: digest ?? '' },
        ...{ title: sayTexts(title), claimIds: [...claims], addedAt: event.occurredAt, closes: [...event.data.closes] },
        ...{
          fileName: file.fileName,
          mediaType: file.mediaType,
          sizeBytes: BigInt(file.sizeBytes),
          digest: file.digest,
        },
      });
    }
    case 'ReadersTakenAway': {
      const { to, reason, digest } = event.data;
      return tell(recorded, evidence.ReadersTakenAwaySchema, {
        caseId,
        exhibitNumber,
        party,
        from,
        to,
        reason,
        signedDigest: digest,
        takenAwayAt: event.occurredAt,
      });
    }
  }
}

/** What the other contexts are told of a translation, at the tier of its exhibit. */
function tellOfTranslation(recorded: RecordedEvent, caseId: string, event: TranslationEvent): PublicEvent {
  const { of, number: exhibitNumber, document } = event.data;
  const original = { caseId, of, exhibitNumber, ...(document ? { document } : {}) };
  switch (event.type) {
    case 'TranslationFiled': {
      const { n, language, file, divergences, late } = event.data;
      return tell(recorded, evidence.TranslationFiledSchema, {
        ...{ ...original, n, language, late },
        ...{
          fileName: file.fileName,
          mediaType: file.mediaType,
          sizeBytes: BigInt(file.sizeBytes),
          digest: file.digest,
        },
        divergences: divergences.map(({ place, note }) => ({ place, note: sayTexts(note) })),
        filedAt: event.occurredAt,
      });
    }
    case 'TranslationMissing':
      return tell(recorded, evidence.TranslationMissingSchema, {
        ...original,
        language: event.data.language,
        missingAt: event.occurredAt,
      });
    case 'TranslationChallenged': {
      const { n, challenge, party, passages } = event.data;
      return tell(recorded, evidence.TranslationChallengedSchema, {
        ...original,
        n,
        challenge,
        party,
        passages: [...passages],
        madeAt: event.occurredAt,
      });
    }
    case 'TranslationChallengeAnswered': {
      const { n, challenge, answer } = event.data;
      const said = { ...original, n, challenge, answer: sayTexts(answer), answeredAt: event.occurredAt };
      return tell(recorded, evidence.TranslationChallengeAnsweredSchema, said);
    }
  }
}
