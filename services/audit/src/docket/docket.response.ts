import { ApiSchema } from '@nestjs/swagger';
import { TERMS } from '@parley/contracts';
import {
  AgreementAskedField,
  BilingualShown,
  DueRequest,
  EnumField,
  ListEndShown,
  MeasureAskedField,
  QueryIntField,
  Shown,
  TextField,
} from '@parley/http';
import type { Bilingual } from '@parley/kernel';
import { AttestationShown } from '../log/log.response';
import { OF_NO_CASE, type DocketEntry, type Facts } from './docket-deadlines.rules';
import { DocketLineShown } from './docket-line.response';
import { DOCKET_STATUSES } from './docket-line.rules';
import { OPEN_OBJECT_SCHEMA } from './docket-schemas.response';
import type { LoggedEntry } from './docket-log';

/** Stages that a line of the docket can show. */
export const DOCKET_STAGES = ['S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S11'] as const;

export class DocketQuery extends DueRequest {
  @TextField({
    meaning: 'Only cases in which this party is complainant or respondent, by its code.',
    example: 'CN',
    max: 8,
    pattern: /^[A-Z]{2,8}$/,
    optional: true,
  })
  readonly party?: string;

  @QueryIntField({
    meaning: 'Only cases registered in this year, in seat time.',
    example: 2025,
    min: 1995,
    max: 2999,
    optional: true,
  })
  readonly year?: number;

  @EnumField({ meaning: 'Only cases of this status.', example: 'registered', values: DOCKET_STATUSES, optional: true })
  readonly status?: string;

  @EnumField({
    meaning: 'Only cases at this stage. The hotline is none: what happens on it is in the log.',
    example: 'S5',
    values: DOCKET_STAGES,
    optional: true,
  })
  readonly stage?: string;

  @AgreementAskedField()
  readonly agreement?: string;

  @MeasureAskedField()
  readonly measure?: string;

  @EnumField({
    meaning: 'Only cases whose screening ended so.',
    example: 'withdrawn',
    values: Object.keys(TERMS.outcome),
    optional: true,
  })
  readonly outcome?: string;
}

/** The query of a list in the order of the public log. Serials are public, so they need no cursor. */
export class LogQuery {
  @QueryIntField({
    meaning: 'Only entries behind this serial: `next` of the page before, or any other. 0 when left out.',
    example: 0,
    min: 0,
    max: 2_147_483_647,
    optional: true,
  })
  readonly cursor?: number;

  @QueryIntField({
    meaning: 'Most entries in the answer; 200 when left out.',
    example: 200,
    min: 1,
    max: 500,
    optional: true,
  })
  readonly limit?: number;
}

@ApiSchema({ description: 'An entry of the docket.' })
export class DocketEntryShown {
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
    meaning: 'Its `EventType`; `null` where it is of no one event.',
    example: 'ReplyLapsed',
    kind: 'word',
    nullable: true,
  })
  readonly event: string | null;
  @Shown({
    meaning: 'Its instant in law (UTC); entries of different kinds may stand in the log in another order.',
    format: 'date-time',
  })
  readonly at: string;
  @Shown({ meaning: 'What it says, in both languages.', type: () => BilingualShown })
  readonly texts: Bilingual;
  @Shown({
    meaning: 'The facts behind it, as the public message in /asyncapi.json has them.',
    schema: OPEN_OBJECT_SCHEMA,
  })
  readonly facts: Facts;
  @Shown({
    meaning: 'Id of the public event that told it.',
    format: 'uuid',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
  })
  readonly sourceEventId: string;
}

@ApiSchema({
  description: 'An entry with its place in the chain of the log, so that anyone can check that none was altered.',
})
export class LoggedEntryShown extends DocketEntryShown {
  @Shown({ meaning: 'When it was entered (UTC).', format: 'date-time' })
  readonly recordedAt: string;
  @Shown({
    meaning: 'Commitment of the entry before it; null for the first.',
    nullable: true,
    kind: 'digest',
  })
  readonly previous: string | null;
  @Shown({ meaning: 'SHA-256 of its canonical envelope.', kind: 'digest' })
  readonly commitment: string;
}

export const showEntry = ({
  serial,
  docketNumber,
  caseId,
  kind,
  event = null,
  at,
  texts,
  facts,
  sourceEventId,
}: DocketEntry): DocketEntryShown => ({
  ...{ serial, caseId, kind, event, at, texts, facts, sourceEventId },
  docketNumber: docketNumber === OF_NO_CASE ? null : docketNumber,
});

export const showLogged = ({ entry, event: { recordedAt, previous, commitment } }: LoggedEntry): LoggedEntryShown =>
  Object.assign(showEntry(entry), { recordedAt, previous, commitment });

@ApiSchema({ description: 'Entries of all cases, and how far the transparency log is attested.' })
export class PublicLogShown extends ListEndShown {
  @Shown({ meaning: 'Serial after serial.', type: () => LoggedEntryShown, list: true })
  readonly items: readonly LoggedEntryShown[];
  @Shown({
    meaning: 'What the witnesses of both sides have cosigned; `null` where the log has none.',
    type: () => AttestationShown,
    nullable: true,
  })
  readonly attestation: AttestationShown | null;
}

@ApiSchema({ description: 'A case of the docket with its entries.' })
export class DocketCaseShown {
  @Shown({ meaning: 'The case as it stands.', type: () => DocketLineShown })
  readonly line: DocketLineShown;
  @Shown({ meaning: 'Its entries in the order of the public log.', type: () => DocketEntryShown, list: true })
  readonly entries: readonly DocketEntryShown[];
  @Shown({ meaning: 'Cursor of the next entries; `null` at the end.', nullable: true, example: 'q1Yp…', max: 200 })
  readonly next: string | null;
}
