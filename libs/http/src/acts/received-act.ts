import type { ActRequirement, PersonCaller } from '@parley/access';
import { commandIdOf, sha256, type ActSignature, type CommandContext, type RulesInForce } from '@parley/event-store';
import { canonicalJson, type Actor, type CommandId, type Instant, type Sha256 } from '@parley/kernel';
import { conditionOf } from './entity-tag';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';

/** An act as it came in: what a handler needs to know of the request besides its body. */
export interface ReceivedAct {
  /** Who may do it and by which rule, as its route declares. */
  readonly declared: ActRequirement;
  /** Hash of party or subject, route and `Idempotency-Key`: the same request sent again has the same one. */
  readonly commandId: CommandId;
  /** SHA-256 of the canonical JSON of the body as it was sent, so that a key reused with other content is seen. */
  readonly bodyDigest: Sha256;
  /** When the request was accepted, which is when the act was done in law (I-19). */
  readonly receivedAt: Instant;
  /** From this reading of `performance.now()` on it may not be written any more. */
  readonly writeBefore: number;
  readonly caller: PersonCaller;
  /** The delegation under which the caller acts for a party, where one is on record. */
  readonly delegation?: string;
  /** The signature with which it came, verified; left out where it came with none. */
  readonly signature?: ActSignature;
  /** From `If-Match`: the only revision at which the act may be decided. */
  readonly ifRevision?: number;
  /** From `If-Match`: the only number of facts of others on which it may be decided. */
  readonly ifFacts?: number;
  readonly traceparent?: string;
}

export interface IncomingAct {
  readonly declared: ActRequirement;
  readonly method: string;
  /** With or without its query, which does not tell one act from another. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
  readonly receivedAt: Instant;
  /** Reading of `performance.now()` when the request was accepted. */
  readonly acceptedAt: number;
  readonly caller: PersonCaller;
  readonly delegation?: string;
  readonly signature?: ActSignature;
  readonly traceparent?: string;
}

const KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/;

/**
 * Reads an act's headers. @throws ProblemError 400 for a missing or malformed `Idempotency-Key`, or a malformed
 * `If-Match`
 */
export function receivedAct({
  declared,
  method,
  url,
  headers,
  body,
  receivedAt,
  acceptedAt,
  caller,
  delegation,
  signature,
  traceparent,
}: IncomingAct): ReceivedAct {
  const condition = conditionOf(single(headers['if-match']));
  return {
    declared,
    commandId: commandIdOf(doer(caller), actNamed(method, url), keyOf(single(headers['idempotency-key']))),
    bodyDigest: digestOfBody(body),
    receivedAt,
    writeBefore: acceptedAt + ACT_TIME_MS,
    caller,
    ...(delegation === undefined ? {} : { delegation }),
    ...(signature === undefined ? {} : { signature }),
    ...(condition === undefined ? {} : { ifRevision: condition.revision }),
    ...(condition?.facts === undefined ? {} : { ifFacts: condition.facts }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** The context in which `handleCommand` decides an act. */
export const commandContextOf = (act: ReceivedAct, actor: Actor, ruleSetVersion: RulesInForce): CommandContext => ({
  commandId: act.commandId,
  cause: {
    kind: 'command',
    id: act.commandId,
    bodyDigest: act.bodyDigest,
    ...(act.signature === undefined ? {} : { signature: act.signature }),
  },
  actor,
  ruleSetVersion,
  writeBefore: act.writeBefore,
  ...(act.delegation === undefined ? {} : { delegation: act.delegation }),
  ...(act.ifRevision === undefined ? {} : { ifRevision: act.ifRevision }),
  ...(act.ifFacts === undefined ? {} : { ifFacts: act.ifFacts }),
  ...(act.traceparent === undefined ? {} : { traceparent: act.traceparent }),
});

/** A desk's officers stand in for one another, so they share their keys; everybody else acts for themselves. */
const doer = ({ roles, party, personId }: PersonCaller): string =>
  party !== null && roles.includes('desk') ? `party:${party}` : `person:${personId}`;

/** Method and path of an act, without a query, which does not tell one act from another. */
export const actNamed = (method: string, url: string): string => `${method} ${url.split('?', 1)[0] ?? ''}`;

/**
 * The SHA-256 of the canonical JSON of a body, of `null` where there is none.
 * Half a surrogate pair has no canonical form. The check of fields refuses it and says where; a body that nothing reads
 * keeps this digest.
 */
export function digestOfBody(body: unknown): Sha256 {
  try {
    return sha256(canonicalJson(body ?? null));
  } catch {
    return sha256(JSON.stringify(body));
  }
}

export const single = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'object' ? header.join(', ') : header;

export function keyOf(header: string | undefined): string {
  if (header === undefined || header === '') throw new ProblemError(problemCatalogue.idempotencyKeyMissing);
  if (!KEY.test(header)) throw new ProblemError(problemCatalogue.idempotencyKeyMalformed);
  return header;
}

/**
 * Milliseconds from a request's acceptance in which its act must have been handed to the store. One that takes longer,
 * on a slow line or before a slow database, is refused and writes nothing. A default waits longer than this after its
 * expiry (the margin that a service is given), so that an act in time is on record before it (I-19).
 */
export const ACT_TIME_MS = 20_000;
