import type { CaseId, CaseParties, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { calendarArchive, clocksOn } from '@parley/procedure';
import { evidenceDecider } from './casefile.rules';
import { givenEvidence } from './told-story.fixture';
import type { RedactionCheck } from '../public-version/redaction.rules';
import type {
  Exhibit,
  FileExhibit,
  FilePublicVersion,
  HandOverCustody,
  ReferredBytes,
} from '../exhibits/exhibit-commands.rules';
import { decisionDigest, decisionText } from '../readers/readers-state.rules';
import type { Readers, SignReadersDecision } from '../readers/readers.rules';
import type { FileTranslation } from '../translations/translations.rules';

export const US = 'US' as PartyCode;
export const CN = 'CN' as PartyCode;
export const parties: CaseParties = { complainant: US, respondent: CN };
export const filedAt = '2025-02-05T08:00:00.000Z' as Instant;
export const registeredAt = '2025-02-10T08:00:00.000Z' as Instant;
export const now = '2025-02-12T09:00:00.000Z' as Instant;
export const longStop = '2025-08-01T15:00:00.000Z' as Instant;
export const officer = 'us-officer' as PersonId;

export const digestOf = (letter: string): Sha256 => letter.repeat(64) as Sha256;

/** Bytes that a party has uploaded, `letter` standing for their digest. */
export const bytesOf = (uploadId: string, letter = 'a', party = US): ReferredBytes => ({
  uploadId,
  digest: digestOf(letter),
  fileName: 'tariff-notice.pdf',
  mediaType: 'application/pdf',
  upload: { uploadId, party, digest: digestOf(letter), sizeBytes: 1_000 },
});

export const exhibit = (uploadId = 'u1', more: Partial<FileExhibit> = {}): FileExhibit => ({
  type: 'FileExhibit',
  by: officer,
  party: US,
  receivedAt: now,
  prefix: 'USA',
  bytes: bytesOf(uploadId),
  title: [{ lang: 'en', text: 'Tariff notice', kind: 'original' }],
  tier: 'PARTIES',
  claims: [],
  custody: { from: 'Desk of the United States', to: 'Registry', at: now, purpose: 'Filing' },
  publicVersion: null,
  writtenIn: 'en',
  corrects: null,
  answers: null,
  ruleSetVersion: '2026-1',
  ...more,
});

export const chinese = (uploadId: string, more: Partial<FileExhibit> = {}): FileExhibit =>
  exhibit(uploadId, {
    party: CN,
    by: 'cn-officer' as PersonId,
    prefix: 'CHN',
    bytes: bytesOf(uploadId, 'c', CN),
    ...more,
  });

/** The search of a public version that found nothing of what was removed. */
export const passed: RedactionCheck = { kind: 'passed', format: 'text', searched: ['text'] };

export const publicVersion = (number: string, more: Partial<FilePublicVersion> = {}): FilePublicVersion => ({
  type: 'FilePublicVersion',
  by: officer,
  party: US,
  receivedAt: now,
  number,
  bytes: bytesOf('p1', 'b'),
  reason: 'business-confidential',
  removals: [{ reason: 'business-confidential', passages: 2 }],
  check: passed,
  ...more,
});

export const handOver = (
  number: string,
  from: string,
  to: string,
  more: Partial<HandOverCustody> = {},
): HandOverCustody => ({
  type: 'HandOverCustody',
  by: officer,
  party: US,
  asRegistry: false,
  receivedAt: now,
  number,
  entry: { from, to, at: now, purpose: 'Study' },
  ...more,
});

export const decider = evidenceDecider(clocksOn(calendarArchive().current('US', 'CN')));
export const nothing = givenEvidence(decider);
export const filed = nothing.when({ told: 'filed', parties });
export const registered = filed.when(
  { told: 'registered', parties, docketNumber: 'US-2025-0001', ruleSetVersion: '2026-1', longStop },
  { told: 'claims', claims: ['C1', 'C2'] },
);

export const caseId = '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' as CaseId;

/** A co-head of a party signs a change of readers, over the digest that the exhibit gives it now. */
export const signing = (
  exhibit: Exhibit,
  to: Readers,
  more: Partial<SignReadersDecision> = {},
): SignReadersDecision => ({
  type: 'SignReadersDecision',
  by: 'us-cohead' as PersonId,
  party: US,
  receivedAt: now,
  caseId,
  number: exhibit.number,
  to,
  reason: 'personal-data',
  digest: decisionDigest(decisionText(caseId, exhibit, to, more.reason ?? 'personal-data')),
  ruleSetVersion: '2026-1',
  ...more,
});
export const asChina = { by: 'cn-cohead' as PersonId, party: CN } as const;

export const translation = (number: string, more: Partial<FileTranslation> = {}): FileTranslation => ({
  type: 'FileTranslation',
  by: officer,
  party: US,
  receivedAt: now,
  number,
  language: 'zh-Hans',
  bytes: bytesOf('t1', 'd'),
  divergences: [{ place: 'page 3', note: [{ lang: 'en', text: 'No equal word', kind: 'original' }] }],
  ...more,
});
