import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { parseInstant, type CaseParties, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import type { Facts } from '../domain/docket/public-fact';
import type { Learning } from '../domain/casefile/learning';
import { factsOfMessage } from './facts-of-message';

/** What a message says: of which kind it is on the docket, when it happened in law, and what it teaches the audit. */
export interface Heard {
  readonly caseId: string;
  readonly kind: string;
  readonly at: Instant;
  readonly facts: Facts;
  readonly learnings: readonly Learning[];
  /** True of what concerns no case: it has its place in the public log without a docket number. */
  readonly outsideCases: boolean;
}

/** What a reader of one message type takes from it; the rest is the same for all. */
export interface Taken {
  readonly kind: string;
  readonly at?: string;
  readonly learnings?: readonly Learning[];
  readonly outsideCases?: boolean;
}

/** Reads one type of message; another type is left to another reader. */
export interface Reader {
  readonly typeName: string;
  read(event: PublicEvent): Heard | undefined;
}

/** A reader of the messages of one type, all of which name their case. */
export const reader = <D extends DescMessage>(schema: D, take: (message: MessageShape<D>) => Taken): Reader => ({
  typeName: schema.typeName,
  read(event) {
    const message = told(event, schema);
    if (message === undefined) return undefined;
    const { kind, at = event.time, learnings = [], outsideCases = false } = take(message);
    return {
      caseId: event.subject,
      kind,
      at: parseInstant(at) ?? event.time,
      facts: factsOfMessage(schema, message),
      learnings,
      outsideCases,
    };
  },
});

/** @throws TypeError when a message names no parties */
export function partiesOf(
  parties: { readonly complainant: string; readonly respondent: string } | undefined,
): CaseParties {
  if (!parties?.complainant || !parties.respondent) throw new TypeError('the message names no parties');
  return { complainant: parties.complainant as PartyCode, respondent: parties.respondent as PartyCode };
}

export const personOf = (id: string): PersonId => id as PersonId;
