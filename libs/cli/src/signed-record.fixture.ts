import {
  digestOfAct,
  encodePayload,
  linkEvents,
  sha256,
  type ActSignature,
  type NewEvent,
  type RecordedEvent,
} from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';

/** A key of a side, as the register shows it, with its private half. */
export interface SideKeyMade {
  readonly privateKey: CryptoKey;
  readonly alg: string;
  readonly shown: Readonly<Record<string, unknown>> & { readonly thumbprint: string; readonly key: JWK };
}

export async function sideKey(party: string, from: string, more: object = {}, alg = 'EdDSA'): Promise<SideKeyMade> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const key = await exportJWK(publicKey);
  const thumbprint = await calculateJwkThumbprint(key);
  const shown = { party, thumbprint, key, authority: 'A letter', from, endsAt: null, signature: null };
  return { privateKey, alg, shown: { ...shown, ...more } };
}

/** The signature of an act over a body. */
export async function signatureBy(
  { privateKey, alg, shown: { thumbprint } }: SideKeyMade,
  said: Pick<ActSignature, 'act' | 'case' | 'once'>,
  body: unknown,
): Promise<ActSignature> {
  const act = { ...said, key: thumbprint };
  const payload = new TextEncoder().encode(digestOfAct({ ...act, shown: sha256(canonicalJson(body)) }));
  const jws = await new CompactSign(payload).setProtectedHeader({ alg, kid: thumbprint }).sign(privateKey);
  return { ...act, jws };
}

/** A person's act as its event stands in an export. */
export interface ActMade {
  readonly party: string;
  readonly body: unknown;
  readonly at: string;
  readonly recordedAt?: string;
  readonly signature?: ActSignature;
  /** Who acted; `a-person` when left out. */
  readonly personId?: string;
}

/** The events of acts in the stream of a case, each linked to the one before. */
export function streamOfActs(stream: string, acts: readonly ActMade[]): readonly RecordedEvent[] {
  let before: RecordedEvent | null = null;
  return acts.map((made, at) => {
    const event = eventOf(made, at);
    const recordedAt = (made.recordedAt ?? made.at) as Instant;
    const [link] = linkEvents(stream, before, [event], recordedAt);
    if (!link) throw new TypeError('no link');
    before = { ...link.event, position: '1' as never };
    return before;
  });
}

const eventOf = ({ party, body, at, signature, personId = 'a-person' }: ActMade, n: number): NewEvent => ({
  eventId: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
  type: 'CallOffered',
  schemaVersion: 1,
  occurredAt: at as Instant,
  actor: { kind: 'person', personId: personId as PersonId, role: 'desk', party: party as PartyCode },
  delegation: null,
  cause: {
    ...{ kind: 'command', id: `c-${String(n)}` as CommandId, bodyDigest: sha256(canonicalJson(body)) },
    ...(signature ? { signature } : {}),
  } as const,
  facts: [],
  rule: 'S5',
  ruleSetVersion: '2026-1',
  tier: 'PARTIES',
  contentType: 'application/json',
  sealing: null,
  payload: encodePayload({ n }),
});
