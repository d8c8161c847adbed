import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import type { JWK } from 'jose';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { openBag, wholeFile, type Bag } from '../sources/bag-source';
import { readText, textOf } from '../sources/read-file';
import { digestsHold, type DigestedBag } from './bag-digests';
import { isDigest, objectIn } from './committed-event';
import { keysIn, signedBy } from './verify-receipt';

export interface DossierToVerify {
  /** File of the registry's keys, kept. */
  readonly keys?: string | undefined;
  /** SHA-256 of the manifest that the reader knows from elsewhere. */
  readonly manifest?: string | undefined;
}

/** Verifies a dossier, from its bytes alone. @param place of the .zip, or of the folder that was in it */
export async function verifyDossier(place: string, given: DossierToVerify, told: Told): Promise<void> {
  const bag = await openBag(place);
  try {
    await bagHolds(bag, given, told);
  } finally {
    bag.close();
  }
}

/**
 * Checks an opened dossier.
 * @throws Refused for the first thing that does not hold
 */
export async function bagHolds(bag: Bag, { keys, manifest }: DossierToVerify, told: Told): Promise<void> {
  const digested = await digestsHold(bag);
  const { files, octets } = digested;
  Object.assign(told.found, { manifest: digested.manifest, files, octets });
  told.holds(
    `Each of ${String(files)} files is the one that both manifests name, and there is no other.`,
    `${String(files)} 个文件均与两份清单所列相符，此外并无其他文件。`,
  );
  manifestIs(digested, manifest, told);
  await signaturesAre(bag, digested, told);
  await recordIs(bag, told);
  await exhibitsAre(bag, digested, told);
  await receiptIs(bag, keys, told);
  told.leaves(
    'Whether the events are the record itself: whoever made the file could have made them anew ' +
      '(parley verify export, parley verify proof).',
    '其中的事件是否确为记录本身：文件的制作者可以重新制作（parley verify export、parley verify proof）。',
  );
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

interface Signature {
  readonly party: string;
  readonly digest: string;
  readonly receivedAt: string;
}

/** Who signed the manifest, as the dossier says. */
async function signaturesAre(bag: Bag, { manifest }: DigestedBag, told: Told): Promise<void> {
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
}

interface Input {
  readonly id: unknown;
  readonly type: unknown;
  readonly time: unknown;
  readonly digest: unknown;
}

/** The events of the dossier, each with the digest by which its list of inputs names it. */
async function recordIs(bag: Bag, told: Told): Promise<void> {
  const file = 'data/record/events.jsonl';
  const lines = textOf(await wholeFile(bag, file), file)
    .split('\n')
    .slice(0, -1);
  const { events } = await inputsOf(bag);
  const found = lines.map((line, at): Input => {
    const { id, type, time, data_base64: data, sha256: digest } = objectIn(line) ?? {};
    const about = `${file}, line ${String(at + 1)}`;
    if (typeof data !== 'string' || !isDigest(digest)) throw new Refused('event-malformed', about);
    if (sha256(Buffer.from(data, 'base64')) !== digest) throw new Refused('payload-altered', about);
    return { id, type, time, digest };
  });
  if (canonicalJson(found) !== canonicalJson(events)) throw new Refused('record-differs', file);
  Object.assign(told.found, { events: found.length });
  told.holds(
    `${String(found.length)} public events have the bytes of which it says that it was made.`,
    `${String(found.length)} 个公开事件的字节与卷宗自称据以制作者相符。`,
  );
}

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
  readonly events: readonly object[];
  readonly exhibits: readonly object[];
}

async function inputsOf(bag: Bag): Promise<Inputs> {
  const file = 'data/record/inputs.json';
  const { events, exhibits } = objectIn(textOf(await wholeFile(bag, file), file)) ?? {};
  if (!Array.isArray(events) || !Array.isArray(exhibits)) throw new Refused('bag-malformed', file);
  return { events, exhibits };
}

/** The receipt of the grievance, by the registry's keys. */
async function receiptIs(bag: Bag, kept: string | undefined, told: Told): Promise<void> {
  const file = 'data/documents/11-verification.json';
  const { receipt } = objectIn(textOf(await wholeFile(bag, file), file)) ?? {};
  const { number, digest, jws } = (receipt ?? {}) as Readonly<Record<string, unknown>>;
  const signed = await signedBy(String(jws), await keysOf(bag, kept, told));
  if (signed.receipt !== number || signed.digest !== digest) throw new Refused('receipt-differs', String(number));
  Object.assign(told.found, { receipt: signed.receipt, case: signed.case });
  told.holds(
    `The registry signed that it received the grievance ${signed.digest} in the case ${signed.case}.`,
    `登记处签署确认在案件 ${signed.case} 中收到申诉 ${signed.digest}。`,
  );
}

async function keysOf(bag: Bag, kept: string | undefined, told: Told): Promise<readonly JWK[]> {
  if (kept !== undefined) return keysIn(await readText(kept), kept);
  told.leaves(
    'Whether the keys are those of the registry: they came with the dossier. Give the keys that you kept by --keys.',
    '公钥是否确属登记处：公钥来自卷宗本身。请以 --keys 给出您保存的公钥。',
  );
  const file = 'data/verification/registry-keys.json';
  return keysIn(textOf(await wholeFile(bag, file), file), file);
}
