import { setTimeout as delay } from 'node:timers/promises';
import {
  CHECKPOINT_PATH,
  followLog,
  judgeCheckpoint,
  LogRefused,
  nodeChecks,
  readEntries,
  TILE_WIDTH,
  TiledTree,
  type Policy,
} from '@parley/transparency';
import { Refused } from '../report/refused';
import { Told } from '../report/told';
import type { SideCases } from '../signed-in/side-cases';
import { asPolicyAsks, MIRROR } from '../sources/log-source';
import { readPolicy } from '../sources/policy-source';
import { PublicFiles } from '../sources/public-files';
import { textOf } from '../sources/read-file';
import { logEntryOf } from '../verify/committed-event';
import { chainsHold } from '../verify/history-chains';
import { historyIn, type HistoryExport } from '../verify/history-lines';
import { proofsHold } from '../verify/verify-history-export';
import { extendsHistory } from './extends-history';
import { MirrorFolder } from './mirror-folder';

/** How often, and after how many milliseconds, the log is read until it has the checkpoint of an export. */
const [LOOKS, LOOK_MS] = [10, 1_000];

/** What is kept of one case: its export, and the tag under which it was shown. */
export const caseFile = (id: string): string => `${MIRROR.cases}/${id}.ndjson`;
const tagFile = (id: string): string => `${MIRROR.cases}/${id}.etag`;

/**
 * Brings the histories of somebody's cases in a mirror level with the server. Each is pulled only where something is
 * new, verified whole by its proofs and against the log of the mirror, and taken only where it goes on from what the
 * mirror has.
 * @param folder of a mirror whose log is level already
 * @throws Refused `history-rewritten`, `case-gone`, and for whatever does not hold; what was shown is kept then
 */
export async function mirrorCases(
  folder: string,
  cases: Pick<SideCases, 'ids' | 'newTag' | 'exportOf'>,
  url: string,
  told: Told,
): Promise<void> {
  const own = new MirrorFolder(folder);
  // The mirror has told of its keys already.
  const policy = await readPolicy({ folder }, new Told());
  const ids = await cases.ids();
  // A name of a file is made of it.
  const strange = ids.find((id) => !/^[0-9a-f-]{36}$/.test(id));
  if (strange !== undefined) throw new Refused('not-of-the-case', strange);
  const known = await own.names(MIRROR.cases, '.ndjson');
  const [pulled, unproved]: [string[], string[]] = [[], []];
  for (const id of ids) {
    const tag = await cases.newTag(id, await tagOf(own, id));
    if (tag === undefined) continue;
    const isProved = await take(id, await cases.exportOf(id), { own, policy, url }, told);
    // What is not proved yet is pulled again, whether there is more of it or not.
    if (isProved) await own.put(tagFile(id), tag);
    else unproved.push(id);
    pulled.push(id);
  }
  Object.assign(told.found, { cases: ids.length, pulled, unproved });
  const proved = String(pulled.length - unproved.length);
  told.holds(
    `Of ${String(ids.length)} cases ${proved} had something new that is proved: each of these histories goes on from what ` +
      'the mirror had, and every event of it stands in the log of the mirror.',
    `${String(ids.length)} 个案件中有 ${proved} 个有新内容并已证明：各案件经过均为镜像原有内容的延续，其每一事件均载于镜像的日志。`,
  );
  if (unproved.length > 0)
    told.leaves(
      `Whether the newest events of ${unproved.join(', ')} stand in the log as the policy asks: a later pull says so.`,
      `${unproved.join('、')} 的最新事件是否按策略文件的要求载于日志：由以后的取回查明。`,
    );
  const gone = known.find((id) => !ids.includes(id));
  if (gone !== undefined) throw new Refused('case-gone', gone);
}

interface Taking {
  readonly own: MirrorFolder;
  readonly policy: Policy;
  readonly url: string;
}

/** @returns whether every event that is shown has its proof, by a checkpoint that the policy believes */
async function take(id: string, bytes: Uint8Array, { own, policy, url }: Taking, told: Told): Promise<boolean> {
  const kept = await own.readOwn(caseFile(id));
  try {
    const shown = historyIn(textOf(bytes, id));
    const chains = chainsHold(shown, new Told());
    isOfCase(shown, id);
    await proofsHold(shown, { chains, settled: new Set(), policy }, new Told());
    if (kept) extendsHistory(historyIn(textOf(kept, id)), shown, id);
    await standsIn(shown, { own, policy, url });
    await own.put(caseFile(id), bytes);
    return shown.entries.length === shown.events.length;
  } catch (error) {
    // The server proves by what the sides have not cosigned yet: it is neither taken nor held against it.
    if (error instanceof LogRefused && error.code === 'quorum-missing') return false;
    // What could not be asked says nothing of what was shown.
    if (error instanceof Refused || error instanceof LogRefused)
      told.found['kept'] = [await own.keepRefused('case', bytes)];
    throw error;
  }
}

/** Every stream is named for the case, but the one in which its party's docket numbers are given. */
function isOfCase({ heads }: HistoryExport, id: string): void {
  const other = heads.find(({ stream }) => !stream.includes(id) && !stream.startsWith('intake.docket-'));
  if (other) throw new Refused('not-of-the-case', `${id}: ${other.stream}`);
}

/**
 * Compares an export with the log that the mirror keeps: the root of its checkpoint, and each entry at its place. The
 * log may have gone on since it was pulled.
 * @throws Refused `not-in-the-log`, LogRefused
 */
async function standsIn({ checkpoints: [note], entries }: HistoryExport, { own, policy, url }: Taking): Promise<void> {
  if (note === undefined) return;
  const { checkpoint } = await judgeCheckpoint(nodeChecks, policy, note);
  const files = new PublicFiles(url);
  const read = asPolicyAsks(policy, (file) => files.read(`/v1/log/${file}`));
  for (let look = 1; (await sizeOf(own, policy)) < checkpoint.size; look += 1) {
    if (look > LOOKS) throw new Refused('not-in-the-log', String(checkpoint.size));
    if (look > 1) await delay(LOOK_MS);
    await followLog(nodeChecks, policy, read, own);
  }
  const root = await new TiledTree(own.read, checkpoint.size, nodeChecks.digest).root();
  if (!Buffer.from(root).equals(checkpoint.root)) throw new Refused('not-in-the-log', String(checkpoint.size));
  const size = await sizeOf(own, policy);
  for (const { commitment, salt, index } of entries) {
    const bundle = await readEntries(own.read, Math.floor(index / TILE_WIDTH), size);
    if (!Buffer.from(bundle[index % TILE_WIDTH] ?? []).equals(logEntryOf(salt, commitment)))
      throw new Refused('not-in-the-log', commitment);
  }
}

async function sizeOf(own: MirrorFolder, policy: Policy): Promise<number> {
  const note = await own.read(CHECKPOINT_PATH);
  return note ? (await judgeCheckpoint(nodeChecks, policy, textOf(note, CHECKPOINT_PATH))).checkpoint.size : 0;
}

async function tagOf(own: MirrorFolder, id: string): Promise<string | undefined> {
  const tag = await own.readOwn(tagFile(id));
  return tag && Buffer.from(tag).toString();
}
