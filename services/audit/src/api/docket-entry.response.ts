import { Shown } from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { OF_NO_CASE, type DocketEntry } from '../domain/docket/docket-entry';
import type { Facts } from '../domain/docket/public-fact';
import type { LoggedEntry } from '../application/public-log';
import { BILINGUAL_SCHEMA, DIGEST_SCHEMA, OPEN_OBJECT_SCHEMA } from './shown-words';

/** One entry of the public log. */
export class DocketEntryResponse {
  @Shown({
    meaning: 'Place in the public log, from 1 without a gap; it never changes (I-63).',
    example: 12,
    schema: { type: 'integer', minimum: 1 },
  })
  readonly serial: number;
  @Shown({
    meaning: 'Docket number of the case; `null` where the entry concerns none, as a request on the hotline may.',
    kind: 'docketNumber',
    nullable: true,
  })
  readonly docketNumber: string | null;
  @Shown({
    meaning: 'The case; where the entry concerns none, what it is about.',
    format: 'uuid',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
  })
  readonly caseId: string;
  @Shown({ meaning: 'What kind of entry it is.', example: 'reply-lapsed', kind: 'word' })
  readonly kind: string;
  @Shown({
    meaning: 'Its instant in law (UTC); entries of different kinds may stand in the log in another order.',
    format: 'date-time',
    example: '2025-02-18T16:00:00.000Z',
  })
  readonly at: string;
  @Shown({ meaning: 'What it says, in both languages.', schema: BILINGUAL_SCHEMA })
  readonly texts: Bilingual;
  @Shown({ meaning: 'The facts behind it; their form depends on the kind.', schema: OPEN_OBJECT_SCHEMA })
  readonly facts: Facts;
  @Shown({
    meaning: 'Id of the public event that told it.',
    format: 'uuid',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
  })
  readonly sourceEventId: string;
}

/** An entry with its place in the chain of the log, so that anyone can check that none was altered. */
export class LoggedEntryResponse extends DocketEntryResponse {
  @Shown({ meaning: 'When it was entered (UTC).', format: 'date-time', example: '2025-02-18T16:00:01.204Z' })
  readonly recordedAt: string;
  @Shown({
    meaning: 'Commitment of the entry before it; null for the first.',
    nullable: true,
    schema: DIGEST_SCHEMA,
  })
  readonly previous: string | null;
  @Shown({ meaning: 'SHA-256 of its canonical envelope.', schema: DIGEST_SCHEMA })
  readonly commitment: string;
}

export const showEntry = ({
  serial,
  docketNumber,
  caseId,
  kind,
  at,
  texts,
  facts,
  sourceEventId,
}: DocketEntry): DocketEntryResponse => ({
  ...{ serial, caseId, kind, at, texts, facts, sourceEventId },
  docketNumber: docketNumber === OF_NO_CASE ? null : docketNumber,
});

export const showLogged = ({ entry, event: { recordedAt, previous, commitment } }: LoggedEntry): LoggedEntryResponse =>
  Object.assign(showEntry(entry), { recordedAt, previous, commitment });
