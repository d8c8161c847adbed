import { ApiSchema } from '@nestjs/swagger';
import { EVENT_TYPE, sayOf, type PartyName } from '@parley/contracts';
import { contextOf, sha256, type ActSignature, type Cause, type RecordedEvent } from '@parley/event-store';
import { BilingualShown, Shown } from '@parley/http';
import type { Actor, Bilingual, CaseParties } from '@parley/kernel';
import { DIGEST_SCHEMA, OPEN_OBJECT_SCHEMA } from '../docket/docket-schemas.response';
import { payloadJson } from './merge-streams';
import { ENTRY_KINDS, kindOf, type EntryKind } from './narrow-history';

const ACTOR_SCHEMA = {
  type: 'object',
  required: ['kind'],
  properties: {
    kind: {
      type: 'string',
      enum: ['person', 'system'],
      description: 'A person, or a process of the secretariat.',
      example: 'system',
    },
    personId: { type: 'string', description: 'Stable pseudonym of a person.', example: 'cn-desk', maxLength: 200 },
    role: { type: 'string', description: 'Role in which a person acted.', example: 'desk', maxLength: 200 },
    party: {
      type: 'string',
      nullable: true,
      description: 'Code of the side that appointed the person.',
      example: 'CN',
      pattern: '^[A-Z]{2,8}$',
    },
    process: {
      type: 'string',
      description: 'Which process of the secretariat acted, where a default or a process did.',
      example: 'deadlines',
      maxLength: 200,
    },
  },
  example: { kind: 'system', process: 'deadlines' },
} as const;

const CAUSE_SCHEMA = {
  type: 'object',
  required: ['kind', 'id'],
  properties: {
    kind: {
      type: 'string',
      enum: ['command', 'event', 'timer'],
      description: 'An act, an earlier event, or the expiry of a deadline.',
      example: 'timer',
    },
    id: { type: 'string', description: 'Id of that act, event or deadline.', example: 'reply', maxLength: 500 },
    bodyDigest: { ...DIGEST_SCHEMA, description: 'SHA-256 of the request that was the command.' },
  },
  example: { kind: 'timer', id: 'reply' },
} as const;

@ApiSchema({ description: 'One event of a case, as it stands on record.' })
export class HistoryEntryShown {
  @Shown({ meaning: 'Id of the event.', format: 'uuid', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10' })
  readonly eventId: string;
  @Shown({
    meaning: 'Stream that it stands in: which service’s part of the case.',
    example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    kind: 'word',
  })
  readonly stream: string;
  @Shown({
    meaning:
      'Its place in the stream, from 0. A missing number is that of an event which is not yours to read; null for ' +
      'members of the panel.',
    nullable: true,
    example: 4,
    schema: { type: 'integer', minimum: 0 },
  })
  readonly revision: number | null;
  @Shown({ meaning: 'Type of the event.', example: 'ReplyLapsed', ...EVENT_TYPE })
  readonly type: string;
  @Shown({
    meaning:
      'A milestone of the case, or plumbing, which only the machinery needs; else how it came about: by a person, ' +
      'by a limit that ended, as a notice, or from something else.',
    values: ENTRY_KINDS,
    example: 'default',
  })
  readonly kind: EntryKind;
  @Shown({ meaning: 'Version of the payload’s form.', example: 1, schema: { type: 'integer', minimum: 1 } })
  readonly schemaVersion: number;
  @Shown({ meaning: 'What it means, in both languages.', type: () => BilingualShown })
  readonly sentence: Bilingual;
  @Shown({ meaning: 'Who did it.', schema: ACTOR_SCHEMA })
  readonly actor: Actor;
  @Shown({
    meaning: 'The delegation under which the actor acted, if one is on record.',
    nullable: true,
    example: '[constructed] Delegation of 1 February 2025',
    kind: 'word',
  })
  readonly delegation: string | null;
  @Shown({
    meaning: 'Its instant in law: the receipt of an act, or the expiry for a default (UTC).',
    format: 'date-time',
  })
  readonly occurredAt: string;
  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time' })
  readonly recordedAt: string;
  @Shown({ meaning: 'The rule under which it happened.', kind: 'rule' })
  readonly rule: string;
  @Shown({ meaning: 'Version of the rule set to which the case is pinned.', kind: 'version' })
  readonly ruleSetVersion: string;
  @Shown({ meaning: 'In answer to what it happened.', schema: CAUSE_SCHEMA })
  readonly cause: Cause;
  @Shown({
    meaning: 'Signature with which its act came, verified at its receipt; null: not signed.',
    nullable: true,
    schema: OPEN_OBJECT_SCHEMA,
  })
  readonly signature: ActSignature | null;
  @Shown({
    meaning: 'Who may read it.',
    values: ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'],
    example: 'PUBLIC',
  })
  readonly tier: string;
  @Shown({ meaning: 'SHA-256 of the payload’s bytes.', kind: 'digest' })
  readonly payloadDigest: string;
  @Shown({
    meaning: 'Commitment of the event before it in its stream; null for the first, and for members of the panel.',
    nullable: true,
    kind: 'digest',
  })
  readonly previous: string | null;
  @Shown({
    meaning: 'SHA-256 of its canonical envelope with the payload replaced by its digest.',
    kind: 'digest',
  })
  readonly commitment: string;
  @Shown({
    meaning:
      'What the event says: in /event-types.json, under `{context}.{type}` with the context of its stream. Absent ' +
      'where it is sealed.',
    optional: true,
    schema: OPEN_OBJECT_SCHEMA,
  })
  readonly payload?: unknown;
}

/** What a history is of, as far as its entries show it. */
export interface ShownHistory {
  /** Whether the reader is told what links an event to those before it. */
  readonly linked: boolean;
  readonly parties: CaseParties;
}

/**
 * A sentence names who did it where the event says it, the entry shows it beside, or it is one of the parties: nothing
 * that this reader does not have.
 * @param nameOf name of a party within a sentence
 */
export function showEvent(
  event: RecordedEvent,
  { linked, parties }: ShownHistory,
  nameOf: PartyName,
): HistoryEntryShown {
  const { eventId, stream, revision, type, schemaVersion, actor, delegation, occurredAt, recordedAt } = event;
  const { rule, ruleSetVersion, tier, previous, commitment } = event;
  const { signature = null, ...cause } = event.cause as Cause & { readonly signature?: ActSignature };
  const payload = payloadJson(event) as object | undefined;
  return {
    ...{ eventId, stream, revision: linked ? revision : null, type, kind: kindOf(event), schemaVersion },
    sentence: sayOf(`${contextOf(stream)}.${type}`, { parties, ...payload, actor }, nameOf),
    ...{ actor, delegation, occurredAt, recordedAt, rule, ruleSetVersion, cause, signature, tier },
    payloadDigest: sha256(event.payload),
    ...{ previous: linked ? previous : null, commitment },
    ...(payload === undefined ? {} : { payload }),
  };
}

@ApiSchema({ description: 'Result of checking the chain of one stream.' })
export class StreamCheckShown {
  @Shown({ meaning: 'The stream.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({ meaning: 'Whether its chain holds.', values: ['intact', 'broken'], example: 'intact' })
  readonly kind: 'intact' | 'broken';
  @Shown({ meaning: 'Events checked, where it holds.', optional: true, example: 12, schema: { type: 'integer' } })
  readonly events?: number;
  @Shown({
    meaning: 'Commitment of its last event, where it holds: keep it, and later heads must lead back to it.',
    optional: true,
    nullable: true,
    kind: 'digest',
  })
  readonly head?: string | null;
  @Shown({
    meaning: 'First revision at which it does not hold.',
    optional: true,
    example: 4,
    schema: { type: 'integer' },
  })
  readonly revision?: number;
  @Shown({
    meaning: 'What is wrong there: an event is missing, was altered, or does not follow the one before.',
    optional: true,
    values: ['gap', 'altered', 'unlinked', 'misnamed'],
    example: 'altered',
  })
  readonly why?: string;
}

@ApiSchema({ description: 'Result of checking every stream of a case.' })
export class HistoryCheckShown {
  @Shown({ meaning: 'True when every chain holds.', example: true })
  readonly intact: boolean;
  @Shown({ meaning: 'When it was checked (UTC).', format: 'date-time' })
  readonly checkedAt: string;
  @Shown({ meaning: 'The streams of the case.', type: () => StreamCheckShown, list: true })
  readonly streams: readonly StreamCheckShown[];
}
