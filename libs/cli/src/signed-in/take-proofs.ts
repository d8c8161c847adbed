import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Parley } from '@parley/client';
import { derivedUuid, sha256 } from '@parley/event-store';
import { parseCheckpoint, parseNote, parseProof, TiledTree, toBase64, type ReadLogFile } from '@parley/transparency';
import { Refused } from '../report/refused';
import { named, NotAsked } from '../report/not-asked';
import type { Told } from '../report/told';
import { wholeFile, type Bag } from '../sources/bag';
import { openBag } from '../sources/bag-source';
import { logAt } from '../sources/log-source';
import { PublicFiles } from '../sources/public-files';
import { codeOf, textOf } from '../sources/read-file';
import { dossierHolds } from '../verify/dossier-holds';
import { dossierStream, OWN_EVENTS, type DossierEvent } from '../verify/dossier-proofs';
import { objectIn } from '../verify/fields';
import { nodePlatform } from '../verify/node-platform';
import { PROOFS } from '../verify/proof-lines';
import { RECORDED, type Consistency } from '../verify/recorded-checkpoint';
import { called } from './called';
import { tokensOf, type Identity } from './identity';
import { keep } from './keep';

interface EventProof {
  readonly header: string;
  readonly commitment: string;
  readonly salt: string;
  readonly index: number;
  readonly attested: boolean;
  readonly proof: string;
}

type Answers<Media extends string, Content> = {
  readonly responses: { readonly 200: { readonly content: Record<Media, Content> } };
};
type ProofPaths = {
  readonly '/v1/cases/{caseId}/history/export': {
    readonly get: { readonly parameters: { readonly path: { readonly caseId: string } } } & Answers<
      'application/x-ndjson',
      string
    >;
  };
  readonly '/v1/cases/{caseId}/history/{eventId}/proof': {
    readonly get: {
      readonly parameters: { readonly path: { readonly caseId: string; readonly eventId: string } };
    } & Answers<'application/json', EventProof>;
  };
};

/** A recorded event to be proved. */
export interface ToProve {
  readonly eventId: string;
  /** Public events of the dossier that tell of it. */
  readonly tells: readonly string[];
  /** Base64; given for the events of the dossier itself. */
  readonly payload?: string;
}

/**
 * Takes from the log the proofs of a dossier that was issued, verifies the dossier by them, and writes them into a
 * folder. They are taken afterwards, so that no act waits for the log, and can be taken again, when both sides have
 * cosigned more.
 * @param place of the .zip
 * @throws Declined, Refused, LogRefused, NotAsked
 */
export async function takeProofs(place: string, folder: string, identity: Identity, told: Told): Promise<void> {
  const bag = await openBag(place);
  try {
    if (!bag.archive) throw new NotAsked('usage', named(`${place}: .zip`));
    const { caseId, n, events } = await contentOf(bag);
    const { url, purpose } = identity;
    const parley = new Parley<ProofPaths>(url, { token: tokensOf(identity), ...(purpose ? { purpose } : {}) });
    const { data } = await called(() =>
      parley.download('/v1/cases/{caseId}/history/export', { params: { path: { caseId } } }),
    );
    const lines: string[] = [];
    for (const { eventId, tells, payload } of toProve(await data.text(), caseId, n, events)) {
      const params = { path: { caseId, eventId } };
      const { data: proof } = await called(() => parley.get('/v1/cases/{caseId}/history/{eventId}/proof', { params }));
      lines.push(`${JSON.stringify({ ...proof, tells, ...(payload === undefined ? {} : { payload }) })}\n`);
    }
    const consistency = await consistencyOf(bag, lines, logAt({ url }));
    const policy = textOf(await new PublicFiles(url).need('/v1/log/policy'), '/v1/log/policy');
    const dossier = await nodePlatform.sha256(bag.archive());
    const head = {
      ...{ dossier, policy: sha256(policy), proofs: sha256(lines.join('')) },
      ...(consistency ? { consistency } : {}),
    };
    const text = `${JSON.stringify(head)}\n${lines.join('')}`;
    // What is handed on is what holds.
    await dossierHolds(bag, { proofs: { text, policy } }, told, nodePlatform);
    await putKit(folder);
    await keep(path.join(folder, PROOFS.events), text);
    await keep(path.join(folder, PROOFS.policy), policy);
  } finally {
    bag.close();
  }
}

/** That the log by which the lines prove extends the checkpoint of the dossier, or is extended by it. */
async function consistencyOf(bag: Bag, lines: readonly string[], read: ReadLogFile): Promise<Consistency | undefined> {
  if (!bag.paths.includes(RECORDED.checkpoint)) return undefined;
  const sizeOf = (note: string): number => parseCheckpoint(parseNote(note).text).size;
  const recorded = sizeOf(textOf(await wholeFile(bag, RECORDED.checkpoint), RECORDED.checkpoint));
  const sizes = new Set(lines.map((line) => sizeOf(parseProof((JSON.parse(line) as EventProof).proof).checkpoint)));
  sizes.delete(recorded);
  const consistency: Record<string, readonly string[]> = {};
  for (const size of sizes) {
    const [before, after] = size < recorded ? [size, recorded] : [recorded, size];
    const hashes = await new TiledTree(read, after, nodePlatform.checks.digest).consistency(before);
    consistency[String(size)] = hashes.map(toBase64);
  }
  return consistency;
}

/** What verifies them goes with them. The build made it. */
const KIT = path.resolve(__dirname, '../../dist/kit');
const KIT_FILES = ['verify.mjs', 'verify.html', 'README.txt'] as const;

async function putKit(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const file of KIT_FILES) await copyFile(path.join(KIT, file), path.join(folder, file));
  } catch (error) {
    throw new NotAsked('file-unwritable', named(`${folder}: ${codeOf(error)}`));
  }
}

interface Content {
  readonly caseId: string;
  readonly n: number;
  readonly events: readonly DossierEvent[];
}

async function contentOf(bag: Bag): Promise<Content> {
  const read = async (file: string): Promise<string> => textOf(await wholeFile(bag, file), file);
  const { caseId, n } = objectIn(await read('data/record/inputs.json')) ?? {};
  if (typeof caseId !== 'string' || typeof n !== 'number')
    throw new Refused('bag-malformed', 'data/record/inputs.json');
  const lines = (await read('data/record/events.jsonl')).split('\n').slice(0, -1);
  return { caseId, n, events: lines.map((line) => (objectIn(line) ?? {}) as unknown as DossierEvent) };
}

/** What a desk may read that no dossier holds: its header has the digest of a content that might be guessed. */
const NOT_FOR_OTHERS: readonly unknown[] = ['FILER', 'DELIBERATION'];

/**
 * The events of a history of which the dossier tells, and those of the dossier itself. Of others nobody who is handed
 * the proofs learns anything (I-50).
 * @param history an export, as its lines
 * @param n number of the dossier in its case
 */
export function toProve(
  history: string,
  caseId: string,
  n: number,
  events: readonly DossierEvent[],
): readonly ToProve[] {
  const atInstant = Map.groupBy(events, ({ recordedat }) => recordedat);
  const proving: ToProve[] = [];
  let assembled: ToProve | undefined;
  for (const line of history.split('\n')) {
    const { header, payload } = objectIn(line) ?? {};
    const { eventId, recordedAt, stream, tier, type } = objectIn(String(header)) ?? {};
    if (typeof eventId !== 'string' || typeof payload !== 'string') continue;
    const tells = (atInstant.get(String(recordedAt)) ?? [])
      .filter((event) => derivedUuid(eventId, event.type, event.subject) === event.id)
      .map(({ id }) => id);
    const isOwn = (OWN_EVENTS as readonly unknown[]).includes(type) && stream === dossierStream(caseId);
    const data = isOwn ? objectIn(Buffer.from(payload, 'base64').toString()) : undefined;
    if (data?.['n'] !== n) {
      if (tells.length > 0 && !NOT_FOR_OTHERS.includes(tier)) proving.push({ eventId, tells });
    } else if (type === 'DossierAssembled') assembled = { eventId, tells, payload };
    else proving.push({ eventId, tells, payload });
  }
  // One that was put together before its basis changed is not the one that was issued.
  return assembled ? [...proving, assembled] : proving;
}
