import { evidence, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent, Publishes } from '@parley/messaging';
import { clocksMovedBy } from './clocks-moved';
import { tellOfLoan } from './tell-of-loan';
import { tellOfReaders } from './tell-of-readers';
import { tellOfTranslation } from './tell-of-translation';
import type { EvidenceEvent, ExhibitAccepted, PublicVersionFiled } from '../domain/exhibit-events';

/** What of the evidence the other contexts are told, each at the tier of its exhibit. */
export const publishes: Publishes = (recorded) => {
  const event = domainEventOf(recorded) as EvidenceEvent;
  return [...tellOf(recorded, event), ...clocksMovedBy(recorded, event)];
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
          entry: event.data.entry,
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
    case 'FallbackEntryMade': {
      const { act, cameAt, enteredAt, setsAside, party } = event.data;
      return [
        tell(
          recorded,
          evidence.FallbackEntryMadeSchema,
          { caseId, at: cameAt, enteredAt, act, setsAside, party },
          { tier: 'PARTIES' },
        ),
      ];
    }
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
  translationsDue: (data.opens ?? []).map(sayDeadline),
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
});
