import { evidence } from '@parley/contracts';
import { reader, type Reader } from './heard';

/** What the audit hears of the evidence. */
export const hearsEvidence: readonly Reader[] = [
  reader(evidence.ExhibitAcceptedSchema, ({ acceptedAt }) => ({ kind: 'exhibit-accepted', at: acceptedAt })),
  reader(evidence.PublicVersionFiledSchema, ({ filedAt }) => ({ kind: 'public-version-filed', at: filedAt })),
  reader(evidence.CustodyHandedOverSchema, ({ entry }) => ({ kind: 'custody-handed-over', at: entry?.at ?? '' })),
  reader(evidence.TranslationFiledSchema, ({ filedAt }) => ({ kind: 'translation-filed', at: filedAt })),
  reader(evidence.TranslationMissingSchema, ({ missingAt }) => ({ kind: 'translation-missing', at: missingAt })),
  reader(evidence.TranslationChallengedSchema, ({ madeAt }) => ({ kind: 'translation-challenged', at: madeAt })),
  reader(evidence.TranslationChallengeAnsweredSchema, ({ answeredAt }) => ({
    kind: 'translation-challenge-answered',
    at: answeredAt,
  })),
  reader(evidence.ExhibitWithdrawnSchema, ({ withdrawnAt }) => ({ kind: 'exhibit-withdrawn', at: withdrawnAt })),
  reader(evidence.FallbackEntryMadeSchema, ({ at }) => ({ kind: 'fallback-entry-made', at })),
  reader(evidence.ReadersAddedSchema, ({ addedAt }) => ({ kind: 'readers-added', at: addedAt })),
  reader(evidence.ReadersTakenAwaySchema, ({ takenAwayAt }) => ({ kind: 'readers-taken-away', at: takenAwayAt })),
];
