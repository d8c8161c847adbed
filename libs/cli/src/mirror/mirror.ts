import {
  CHECKPOINT_PATH,
  compareCheckpoints,
  followLog,
  formatSplitView,
  judgeCheckpoint,
  LogRefused,
  nodeChecks,
  parseCheckpoint,
  parseNote,
  verifyLog,
  type Policy,
  type SplitView,
} from '@parley/transparency';
import { NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { asPolicyAsks, MIRROR } from '../sources/log-source';
import { takePolicy } from '../sources/policy-source';
import { PublicFiles } from '../sources/public-files';
import { docketHolds, LOOKS } from '../verify/verify-docket';
import { tellLog } from '../verify/verify-whole-log';
import { textOf } from '../sources/read-file';
import { MirrorFolder } from './mirror-folder';

export interface MirrorFrom {
  readonly url: string;
  /** File of the policy to begin with, or to go on with from now on. */
  readonly policy?: string | undefined;
}

/**
 * Brings a mirror level with a log and its docket. What the mirror has is never given up for another past.
 * @throws LogRefused `consistency-fails` when the log shows another past, Refused `docket-rewritten` when the docket
 * does; what was shown is then kept beside what the mirror has
 */
export async function mirror(folder: string, { url, policy: file }: MirrorFrom, told: Told): Promise<void> {
  const [files, own] = [new PublicFiles(url), new MirrorFolder(folder)];
  const { policy, text } = await takePolicy({ policy: file, folder, url }, told);
  // The docket is read before the log is, so that the log has what the docket has, or has it soon.
  const docket = await files.need('/v1/docket/log/export');
  const before = await sizeOf(own, policy);
  const pull = async () => follow({ own, files, policy }, told);
  const size = await pull();
  await own.put(MIRROR.policy, text);
  const shown = await laterOf(own, docket, told);
  if (shown.length === 0) tellLog(await verifyLog(nodeChecks, policy, own.read), policy, told);
  else await docketHolds(textOf(shown, url), { policy, read: own.read, looks: LOOKS, pull }, told);
  await own.put(MIRROR.docket, shown);
  if (size < before)
    told.holds(
      `The checkpoint that was shown, of ${String(size)} entries, is an earlier one of the same log.`,
      `所显示的检查点（${String(size)} 个条目）是同一日志的较早检查点。`,
    );
  tellGrowth(before, Number(told.found['size']), told);
}

interface Mirrored {
  readonly own: MirrorFolder;
  readonly files: PublicFiles;
  readonly policy: Policy;
}

/**
 * Follows the log. A checkpoint that is signed and yet refused is kept, and the mirror's own beside it.
 * @returns entries of the checkpoint that was shown, which may be fewer than the mirror has
 */
async function follow({ own, files, policy }: Mirrored, told: Told): Promise<number> {
  let offered: Uint8Array | undefined;
  const shown = asPolicyAsks(policy, (file) => files.read(`/v1/log/${file}`));
  const read = async (file: string) => {
    const bytes = await shown(file);
    if (file === CHECKPOINT_PATH) offered = bytes;
    return bytes;
  };
  try {
    await followLog(nodeChecks, policy, read, own);
    return (await judgeCheckpoint(nodeChecks, policy, textOf(offered ?? new Uint8Array(), CHECKPOINT_PATH))).checkpoint
      .size;
  } catch (error) {
    const mine = await own.read(CHECKPOINT_PATH);
    if (error instanceof LogRefused && offered && (await isSigned(offered, policy))) {
      const kept = [await own.keepRefused('checkpoint', offered)];
      if (mine) kept.push(await own.keepRefused('own-checkpoint', mine));
      const split = mine && (await splitView({ own, files, policy }, textIn(offered), textIn(mine)));
      if (split) kept.push(await own.keepRefused('split-view', formatSplitView(split)));
      told.found['kept'] = kept;
      told.holds(
        `The checkpoint that was shown is signed by the log; it is kept as evidence: ${kept.join(', ')}.`,
        `所显示的检查点由该日志签署，已作为证据保存：${kept.join('、')}。`,
      );
    }
    throw error;
  }
}

const textIn = (note: Uint8Array): string => Buffer.from(note).toString();

/**
 * The proof that the log has shown two pasts, for anybody who has its key (`parley verify split`).
 * @returns nothing where the files do not give it
 */
async function splitView(
  { own, files, policy }: Mirrored,
  offered: string,
  mine: string,
): Promise<SplitView | undefined> {
  const [theirs, ours] = [offered, mine].map((note) => parseCheckpoint(parseNote(note).text));
  const key = policy.logs.find((log) => log.key.name === theirs?.origin)?.key;
  if (!key || !theirs || !ours) return undefined;
  const read = theirs.size < ours.size ? own.read : (file: string) => files.read(`/v1/log/${file}`);
  return compareCheckpoints(nodeChecks, key, read, offered, mine).catch((error: unknown) => {
    // What could not be proved, or asked, takes nothing from what was refused.
    if (error instanceof LogRefused || error instanceof NotAsked) return undefined;
    throw error;
  });
}

const isSigned = (note: Uint8Array, policy: Policy): Promise<boolean> =>
  judgeCheckpoint(nodeChecks, policy, textIn(note)).then(
    () => true,
    () => false,
  );

async function sizeOf(own: MirrorFolder, policy: Policy): Promise<number> {
  const note = await own.read(CHECKPOINT_PATH);
  if (!note) return 0;
  return (await judgeCheckpoint(nodeChecks, policy, textOf(note, CHECKPOINT_PATH))).checkpoint.size;
}

/**
 * The longer of the mirror's docket and the one that was shown, each of which must be the beginning of the other.
 * @throws Refused `docket-rewritten`
 */
async function laterOf(own: MirrorFolder, shown: Uint8Array, told: Told): Promise<Uint8Array> {
  const mine = (await own.readOwn(MIRROR.docket)) ?? new Uint8Array();
  const [shorter, longer] = mine.length > shown.length ? [shown, mine] : [mine, shown];
  if (!Buffer.from(longer.subarray(0, shorter.length)).equals(shorter)) {
    const kept = await own.keepRefused(MIRROR.docket, shown);
    told.found['kept'] = [kept];
    throw new Refused('docket-rewritten', kept);
  }
  if (longer === mine && mine.length > shown.length)
    told.holds('The docket that was shown is an earlier one of the mirror’s.', '所显示的登记簿是镜像所存的较早版本。');
  return longer;
}

function tellGrowth(before: number, size: number, told: Told): void {
  told.found['added'] = size - before;
  told.holds(
    before === 0
      ? `The mirror has the log from its beginning, ${String(size)} entries.`
      : `The log extends what the mirror had (${String(before)} entries) by ${String(size - before)}.`,
    before === 0
      ? `镜像已存有自始的全部日志，共 ${String(size)} 个条目。`
      : `日志延伸镜像原有的内容（${String(before)} 个条目），新增 ${String(size - before)} 个。`,
  );
}
