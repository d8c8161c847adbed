import { fromBase64 } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { usable } from '../report/unusable';
import { wholeFile, type Bag } from '../sources/bag';
import { textOf } from '../sources/text';
import { digestsHold, type DigestedBag } from './bag-digests';
import { proofsHold, type DossierEvent } from './dossier-proofs';
import { hasOnly, isDigest, objectIn } from './fields';
import { sha256Of, type Platform } from './platform';
import type { GivenPartyKeys } from './party-keys';
import type { GivenProofs } from './proof-lines';
import { recordedCheckpoint } from './recorded-checkpoint';
import { verifySuccession } from './key-succession';
import { keysIn, signedBy, type RegistryKey } from './receipt-signature';
import { actedIn, signaturesHold } from './signed-acts';

/** What the reader of a dossier has from elsewhere. */
export interface GivenWithDossier {
  /** Text of the registry's keys, kept. */
  readonly keys?: string | undefined;
  /** SHA-256 of the manifest. */
  readonly manifest?: string | undefined;
  /** What proves that the dossier is the one of the record. */
  readonly proofs?: GivenProofs | undefined;
  /** The keys of both sides, kept. */
  readonly partyKeys?: GivenPartyKeys | undefined;
}

/**
 * Checks an opened dossier: the same code in the command, in the file for Node alone, and in the page.
 * @throws Refused, LogRefused for the first thing that does not hold
 */
export async function dossierHolds(
  bag: Bag,
  { keys, manifest, proofs, partyKeys }: GivenWithDossier,
  told: Told,
  platform: Platform,
): Promise<void> {
  const digested = await digestsHold(bag, platform);
  const { files, octets } = digested;
  Object.assign(told.found, { manifest: digested.manifest, files, octets });
  told.holds(
    `Each of ${String(files)} files is the one that both manifests name, and there is no other.`,
    `${String(files)} 个文件均与两份清单所列相符，此外并无其他文件。`,
  );
  manifestIs(digested, manifest, told);
  const signatures = await signaturesAre(bag, digested, told);
  const events = await recordIs(bag, told, platform);
  await exhibitsAre(bag, digested, told);
  await receiptIs(bag, keys, told, platform);
  const { caseId, n, log } = await inputsOf(bag);
  const recorded = await recordedCheckpoint(bag, log, told, platform);
  if (!proofs) {
    told.leaves(
      'Whether the events are the record itself: whoever made the file could have made them anew (--proofs; parley ' +
        'proofs takes them).',
      '其中的事件是否确为记录本身：文件的制作者可以重新制作（--proofs；由 parley proofs 取得）。',
    );
    if (recorded)
      told.leaves(
        'Whether the keys by which its checkpoint is signed are those of the log: they came with the dossier.',
        '签署其检查点的公钥是否确属该日志：公钥来自卷宗本身。',
      );
    return;
  }
  const archive = bag.archive && (await platform.sha256(bag.archive()));
  const dossier = { caseId, n, events, signatures, manifest: digested.manifest, archive, recorded };
  const proved = await proofsHold(dossier, proofs, told, platform);
  await signaturesHold(proved.map(actedIn), () => Promise.resolve(partyKeys), told, platform);
}

function manifestIs({ manifest }: DigestedBag, named: string | undefined, told: Told): void {
  if (named === undefined)
    return told.leaves(
      `Whether ${manifest} is the manifest that the case shows for this dossier (--manifest).`,
      `${manifest} 是否为案件所示该卷宗的清单摘要（--manifest）。`,
    );
  if (named !== manifest) throw new Refused('manifest-differs', manifest);
  told.holds('Its manifest is the one that you named.', '其清单即您所指明的清单。');
}

/** A signature of a co-head, as the dossier says. */
export interface Signature {
  readonly party: string;
  readonly digest: string;
  readonly receivedAt: string;
}

/** Who signed the manifest, as the dossier says. */
async function signaturesAre(bag: Bag, { manifest }: DigestedBag, told: Told): Promise<readonly Signature[]> {
  const file = 'signatures.json';
  const { sha256: signed, signatures, missing } = objectIn(textOf(await wholeFile(bag, file), file)) ?? {};
  if (!Array.isArray(signatures) || !Array.isArray(missing)) throw new Refused('bag-malformed', file);
  const digests = [signed, ...(signatures as readonly Signature[]).map(({ digest }) => digest)];
  if (digests.some((digest) => digest !== manifest)) throw new Refused('manifest-differs', file);
  const parties = (signatures as readonly Signature[]).map(({ party }) => party);
  Object.assign(told.found, { signedBy: parties, notSignedBy: missing as readonly string[] });
  told.holds(
    `What it says was signed is this manifest: by ${parties.join(', ') || 'nobody'}; not by ${missing.join(', ') || 'nobody'}.`,
    `其所载签署的对象即为该清单：已签署者 ${parties.join('、') || '无'}；未签署者 ${missing.join('、') || '无'}。`,
  );
  told.leaves(
    'Whether they did sign: a signature here is what the record says of an act, and is by no key of theirs.',
    '其是否确已签署：此处的签署是记录所载的行为，并非以其自有密钥作出的签名。',
  );
  return signatures as readonly Signature[];
}

/** The events of the dossier, each with the digest by which its list of inputs names it. */
async function recordIs(bag: Bag, told: Told, platform: Platform): Promise<readonly DossierEvent[]> {
  const file = 'data/record/events.jsonl';
  const lines = textOf(await wholeFile(bag, file), file)
    .split('\n')
    .slice(0, -1);
  const { events: inputs } = await inputsOf(bag);
  if (lines.length !== inputs.length) throw new Refused('record-differs', file);
  const events: DossierEvent[] = [];
  for (const [at, line] of lines.entries()) {
    const { data_base64: data, sha256: digest, ...event } = objectIn(line) ?? {};
    const about = `${file}, line ${String(at + 1)}`;
    const bytes = typeof data === 'string' ? fromBase64(data) : undefined;
    if (!bytes || !isDigest(digest)) throw new Refused('event-malformed', about);
    if ((await sha256Of(platform, bytes)) !== digest) throw new Refused('payload-altered', about);
    const { id, type, time } = event;
    if (!isInput(inputs[at], { id, type, time, digest })) throw new Refused('record-differs', file);
    events.push(event as unknown as DossierEvent);
  }
  Object.assign(told.found, { events: events.length });
  told.holds(
    `${String(events.length)} public events have the bytes of which it says that it was made.`,
    `${String(events.length)} 个公开事件的字节与卷宗自称据以制作者相符。`,
  );
  return events;
}

/** Whether the list of inputs names an event by these fields and no others. */
const isInput = (input: object | undefined, named: Readonly<Record<string, unknown>>): boolean =>
  input !== undefined &&
  hasOnly(input, Object.keys(named)) &&
  Object.entries(named).every(([name, value]) => (input as Readonly<Record<string, unknown>>)[name] === value);

interface Exhibit {
  readonly number: string;
  readonly files: readonly { readonly digest: string }[];
}

/** The exhibits, each by the digest under which it was filed. */
async function exhibitsAre(bag: Bag, { content }: DigestedBag, told: Told): Promise<void> {
  const { exhibits } = await inputsOf(bag);
  const held = new Set([...content].filter(([file]) => file.startsWith('data/exhibits/')).map(([, digest]) => digest));
  const filed = new Map(
    (exhibits as readonly Exhibit[]).flatMap(({ number, files }) => files.map(({ digest }) => [digest, number])),
  );
  for (const [digest, number] of filed) if (!held.has(digest)) throw new Refused('record-differs', number);
  for (const digest of held) if (!filed.has(digest)) throw new Refused('record-differs', digest);
  Object.assign(told.found, { exhibits: filed.size });
  told.holds(
    `${String(filed.size)} files of exhibits are those that were filed, and there is no other.`,
    `${String(filed.size)} 个证据文件即为所提交的文件，此外并无其他文件。`,
  );
}

interface Inputs {
  readonly caseId: unknown;
  readonly n: unknown;
  /** What it says of the log; absent in the first edition. */
  readonly log: unknown;
  readonly events: readonly object[];
  readonly exhibits: readonly object[];
}

async function inputsOf(bag: Bag): Promise<Inputs> {
  const file = 'data/record/inputs.json';
  const { caseId, n, log, events, exhibits } = objectIn(textOf(await wholeFile(bag, file), file)) ?? {};
  if (!Array.isArray(events) || !Array.isArray(exhibits)) throw new Refused('bag-malformed', file);
  return { caseId, n, log, events, exhibits };
}

/** The receipt of the grievance, by the registry's keys. */
async function receiptIs(bag: Bag, kept: string | undefined, told: Told, { checks }: Platform): Promise<void> {
  const file = 'data/documents/11-verification.json';
  const { receipt } = objectIn(textOf(await wholeFile(bag, file), file)) ?? {};
  const { number, digest, jws } = (receipt ?? {}) as Readonly<Record<string, unknown>>;
  const keys = await keysOf(bag, kept, told);
  const signed = await signedBy(String(jws), keys, checks);
  await verifySuccession(keys, told, checks);
  if (signed.receipt !== number || signed.digest !== digest) throw new Refused('receipt-differs', String(number));
  Object.assign(told.found, { receipt: signed.receipt, case: signed.case });
  told.holds(
    `The registry signed that it received the grievance ${signed.digest} in the case ${signed.case}.`,
    `登记处签署确认在案件 ${signed.case} 中收到申诉 ${signed.digest}。`,
  );
}

async function keysOf(bag: Bag, kept: string | undefined, told: Told): Promise<readonly RegistryKey[]> {
  if (kept !== undefined) return usable(() => keysIn(kept, '--keys'));
  told.leaves(
    'Whether the keys are those of the registry: they came with the dossier. Give the keys that you kept by --keys.',
    '公钥是否确属登记处：公钥来自卷宗本身。请以 --keys 给出您保存的公钥。',
  );
  const file = 'data/verification/registry-keys.json';
  return keysIn(textOf(await wholeFile(bag, file), file), file);
}
