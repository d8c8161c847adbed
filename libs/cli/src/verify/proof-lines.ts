import {
  concat,
  fromBase64,
  fromUtf8,
  leafHash,
  parseProof,
  verifyInclusion,
  type JudgedCheckpoint,
} from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { hasOnly, isDigest, objectIn } from './fields';
import { bytesOfHex, sha256Of, type Platform } from './platform';
import { isConsistency, type Consistency } from './recorded-checkpoint';

/** The files beside a dossier by which it is found in the log. */
export const PROOFS = { events: 'proofs.jsonl', policy: 'policy' } as const;

/** What stands beside a dossier, as text. */
export interface GivenProofs {
  /** Of `proofs.jsonl`. */
  readonly text: string;
  /** Of `policy`, which came with the proofs. */
  readonly policy: string;
  /** Of the policy that the reader has from elsewhere. */
  readonly kept?: string;
}

/** The first line of `proofs.jsonl`: what the rest belongs to, by SHA-256. */
export interface ProofsHead {
  /** Of the .zip. */
  readonly dossier: string;
  readonly policy: string;
  /** Of all lines below this one. */
  readonly proofs: string;
  /** That the log extends the checkpoint of the dossier; absent where the dossier holds none. */
  readonly consistency?: Consistency;
}

/** The header of an event that stands in the log. */
export interface ProvedHeader {
  readonly header: string;
  readonly commitment: string;
}

/** What is read in the header of a proved event. */
export interface Proved extends ProvedHeader {
  readonly stream: string;
  readonly type: string;
  readonly eventId: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly payloadDigest: string;
  /** Its place in the log, from 0. */
  readonly index: number;
  /** Ids of the public events of the dossier that tell of it. */
  readonly tells: readonly string[];
  /** What it says; present where it is an event of the dossier itself. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * The lines of proofs, after what they belong to was compared.
 * @throws Refused `proof-malformed`, `proofs-altered`
 */
export async function linesOf(
  given: GivenProofs,
  platform: Platform,
): Promise<{ head: ProofsHead; lines: readonly string[] }> {
  const end = given.text.indexOf('\n') + 1;
  const [first, rest] = [given.text.slice(0, end), given.text.slice(end)];
  const { consistency, ...head } = objectIn(first) ?? {};
  if (
    !hasOnly(head, ['dossier', 'policy', 'proofs']) ||
    !Object.values(head).every(isDigest) ||
    !(consistency === undefined || isConsistency(consistency)) ||
    !rest.endsWith('\n')
  )
    throw new Refused('proof-malformed', PROOFS.events);
  const { policy, proofs } = head as unknown as ProofsHead;
  // Whatever is taken away, or put in another order, is found, though nobody signed the list.
  if ((await sha256Of(platform, rest)) !== proofs) throw new Refused('proofs-altered', PROOFS.events);
  if ((await sha256Of(platform, given.policy)) !== policy) throw new Refused('proofs-altered', PROOFS.policy);
  const whole = { ...head, ...(consistency === undefined ? {} : { consistency }) };
  return { head: whole as unknown as ProofsHead, lines: rest.split('\n').slice(0, -1) };
}

/** Judges a signed checkpoint by a policy. @throws LogRefused */
export type Judging = (note: string) => Promise<JudgedCheckpoint>;

const FIELDS = ['header', 'commitment', 'salt', 'index', 'attested', 'proof', 'tells', 'payload'];

/**
 * Checks one line: the header has its commitment, and the entry of salt and commitment is in a checkpoint that the
 * policy takes.
 * @throws Refused, LogRefused
 */
export async function provedBy(line: string, judge: Judging, platform: Platform): Promise<Proved> {
  const fields = objectIn(line) ?? {};
  const { header, commitment, salt, index, attested, proof, tells, payload } = fields;
  const about = `${PROOFS.events}: ${String(commitment).slice(0, 64)}`;
  const isLine =
    hasOnly({ payload: undefined, ...fields }, FIELDS) &&
    typeof attested === 'boolean' &&
    typeof header === 'string' &&
    isDigest(commitment) &&
    isDigest(salt) &&
    typeof proof === 'string' &&
    Array.isArray(tells) &&
    tells.every((id) => typeof id === 'string');
  if (!isLine) throw new Refused('proof-malformed', about);
  if ((await sha256Of(platform, header)) !== commitment) throw new Refused('header-altered', about);
  const read = (objectIn(header) ?? {}) as unknown as Omit<
    Proved,
    'header' | 'commitment' | 'index' | 'tells' | 'data'
  >;
  if (!isDigest(read.payloadDigest)) throw new Refused('header-malformed', about);
  const entry = await platform.checks.digest(concat(bytesOfHex(salt), bytesOfHex(commitment)));
  await isAt(index, entry, proof, judge, platform);
  const proved = { ...read, header, commitment, index: index as number, tells: tells as readonly string[] };
  if (payload === undefined) return proved;
  const bytes = typeof payload === 'string' ? fromBase64(payload) : undefined;
  if (!bytes || (await sha256Of(platform, bytes)) !== read.payloadDigest) throw new Refused('payload-altered', about);
  return { ...proved, data: objectIn(fromUtf8(bytes) ?? '') ?? {} };
}

/** Whether an entry stands where it is said to, in a checkpoint that holds. */
async function isAt(
  named: unknown,
  entry: Uint8Array,
  proof: string,
  judge: Judging,
  { checks: { digest } }: Platform,
): Promise<void> {
  const { index, hashes, checkpoint: note } = parseProof(proof);
  if (index !== named) throw new Refused('index-differs', `${String(named)}, ${String(index)}`);
  const { checkpoint } = await judge(note);
  await verifyInclusion(digest, { leaf: await leafHash(digest, entry), index, hashes }, checkpoint);
}
