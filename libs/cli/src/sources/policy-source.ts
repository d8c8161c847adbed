import path from 'node:path';
import { nodeChecks, parsePolicy, type Policy } from '@parley/transparency';
import { NotAsked } from '../report/not-asked';
import { tellOpen } from '../report/tell-policy';
import type { Told } from '../report/told';
import { usable } from '../report/unusable';
import { MIRROR } from './log-source';
import { PublicFiles } from './public-files';
import { readIfThere, readText, textOf } from './read-file';

export { tellCheckpoint } from '../report/tell-policy';

/** Where the keys of a log come from: the reader's own file, a mirror that kept them, or the server. */
export interface PolicyPlace {
  readonly policy?: string | undefined;
  readonly folder?: string | undefined;
  readonly url?: string | undefined;
}

/** A policy with its text, to be kept. */
export interface TakenPolicy {
  readonly policy: Policy;
  readonly text: string;
}

/** Reads the policy by which checkpoints are judged. @throws as `takePolicy` does */
export const readPolicy = async (place: PolicyPlace, told: Told): Promise<Policy> =>
  (await takePolicy(place, told)).policy;

/**
 * Reads the policy by which checkpoints are judged, and tells what it leaves open. The reader's own file comes before
 * the one that a mirror kept, and that one before the server.
 * @throws NotAsked `usage` where none is given, Unusable when the reader's own is none, LogRefused when another is
 */
export async function takePolicy({ policy, folder, url }: PolicyPlace, told: Told): Promise<TakenPolicy> {
  const kept =
    policy === undefined && folder !== undefined ? await readIfThere(path.join(folder, MIRROR.policy)) : null;
  const taken = async (): Promise<TakenPolicy> => {
    const text = await textFrom({ policy, url }, kept ?? undefined);
    return { policy: await parsePolicy(nodeChecks.digest, text), text };
  };
  const { policy: parsed, text } = policy === undefined ? await taken() : await usable(taken);
  if (policy === undefined)
    told.leaves(
      kept
        ? 'Whether the keys are those of the log: the mirror took them from the server when it began, and trusted it ' +
            'that once (trust on first use).'
        : 'Whether the keys are those of the log: they came from the same server, which is trusted for this once ' +
            '(trust on first use). Give the policy that you kept, or had from somebody else, by --policy.',
      kept
        ? '公钥是否确属该日志：镜像初建时从服务器取得，当时即予信任（首次使用即信任）。'
        : '公钥是否确属该日志：公钥来自同一服务器，此次即予信任（首次使用即信任）。请以 --policy 给出您保存的或从他人处取得的策略文件。',
    );
  tellOpen(parsed, told);
  return { policy: parsed, text };
}

async function textFrom({ policy, url }: PolicyPlace, kept: Uint8Array | undefined): Promise<string> {
  if (policy !== undefined) return readText(policy);
  if (kept) return textOf(kept, MIRROR.policy);
  if (url !== undefined) return textOf(await new PublicFiles(url).need('/v1/log/policy'), url);
  throw new NotAsked('usage', {
    en: 'give the keys of the log by --policy, or its address by --url',
    'zh-Hans': '请以 --policy 给出日志的公钥，或以 --url 给出其地址',
  });
}
