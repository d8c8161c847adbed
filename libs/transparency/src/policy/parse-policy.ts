import type { Digest } from '../checks';
import { LogRefused } from '../log-refused';
import { NOTE_KINDS, parseKey, type NoteKey, type NoteKind } from '../note/note-key';

export interface PolicyLog {
  readonly key: NoteKey;
  readonly url: string | undefined;
}

export interface PolicyWitness {
  /** Its name in the policy; that of its key may be another. */
  readonly name: string;
  readonly key: NoteKey;
  readonly url: string | undefined;
}

/** Holds when `least` of its members hold. Members are witnesses and groups that stand before it. */
export interface PolicyGroup {
  readonly name: string;
  readonly least: number;
  readonly members: readonly string[];
}

/** Whom a reader trusts (C2SP tlog-policy). */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: readonly PolicyGroup[];
  /** The witness or group without which no checkpoint is believed; `none` asks for none. */
  readonly quorum: string;
}

/** The name that no witness and no group may have. */
export const NO_QUORUM = 'none';

const LONGEST_POLICY = 1_000_000;
/** A control character other than the tab and the newline. */
const isForbidden = (character: string): boolean =>
  (character < ' ' && character !== '\t' && character !== '\n') || character === '\u007f';

/** @throws LogRefused `policy-malformed` with the number of the line, `key-malformed`, `key-unsuited` */
export async function parsePolicy(digest: Digest, text: string): Promise<Policy> {
  if (text.length > LONGEST_POLICY || [...text].some(isForbidden) || !text.isWellFormed())
    throw new LogRefused('policy-malformed', 'characters');
  const reader = new PolicyReader(digest);
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    const [first] = words;
    if (first === undefined || first.startsWith('#')) continue;
    if (!(await reader.take(words))) throw new LogRefused('policy-malformed', `line ${String(at + 1)}`);
  }
  return reader.policy();
}

class PolicyReader {
  readonly #logs: PolicyLog[] = [];
  readonly #witnesses: PolicyWitness[] = [];
  readonly #groups: PolicyGroup[] = [];
  /** Names that were defined, and whether one is a member of a group already. */
  readonly #names = new Map<string, { inGroup: boolean }>();
  #quorum: string | undefined;

  constructor(private readonly digest: Digest) {}

  /** @returns whether the line says something that may be said there */
  async take([kind = '', ...words]: readonly string[]): Promise<boolean> {
    switch (kind) {
      case 'log':
        return this.#log(words);
      case 'witness':
        return this.#witness(words);
      case 'group':
        return this.#group(words);
      case 'quorum':
        return this.#setQuorum(words);
      default:
        return false;
    }
  }

  policy(): Policy {
    if (this.#quorum === undefined) throw new LogRefused('policy-malformed', 'quorum');
    return { logs: this.#logs, witnesses: this.#witnesses, groups: this.#groups, quorum: this.#quorum };
  }

  async #log([vkey, url, ...rest]: readonly string[]): Promise<boolean> {
    if (vkey === undefined || rest.length > 0) return false;
    const key = await this.#key(vkey, NOTE_KINDS.note);
    if (this.#logs.some((log) => sameKey(log.key, key))) return false;
    this.#logs.push({ key, url });
    return true;
  }

  async #witness([name, vkey, url, ...rest]: readonly string[]): Promise<boolean> {
    if (name === undefined || vkey === undefined || rest.length > 0 || !this.#define(name)) return false;
    const key = await this.#key(vkey, NOTE_KINDS.cosignature);
    if (this.#witnesses.some((witness) => sameKey(witness.key, key))) return false;
    this.#witnesses.push({ name, key, url });
    return true;
  }

  #group([name, threshold, ...members]: readonly string[]): boolean {
    if (name === undefined || threshold === undefined || this.#names.has(name)) return false;
    for (const member of members) {
      const known = this.#names.get(member);
      if (!known || known.inGroup) return false;
      known.inGroup = true;
    }
    const asked = /^[1-9][0-9]{0,5}$/.test(threshold) ? Number(threshold) : NaN;
    const least = threshold === 'all' ? members.length : threshold === 'any' ? 1 : asked;
    if (!(least >= 1 && least <= members.length)) return false;
    this.#groups.push({ name, least, members });
    return this.#define(name);
  }

  #setQuorum([name, ...rest]: readonly string[]): boolean {
    if (name === undefined || rest.length > 0 || this.#quorum !== undefined) return false;
    if (name !== NO_QUORUM && !this.#names.has(name)) return false;
    this.#quorum = name;
    return true;
  }

  #define(name: string): boolean {
    if (name === NO_QUORUM || this.#names.has(name)) return false;
    this.#names.set(name, { inGroup: false });
    return true;
  }

  async #key(vkey: string, kind: NoteKind): Promise<NoteKey> {
    const key = await parseKey(this.digest, vkey);
    if (key.kind !== kind) throw new LogRefused('key-unsuited', key.name);
    return key;
  }
}

const sameKey = (one: NoteKey, other: NoteKey): boolean => one.publicKey.join() === other.publicKey.join();
