import { Parley } from '@parley/client';
import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual } from '@parley/kernel';
import { Declined } from '../report/declined';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { readText } from '../sources/read-file';
import { objectIn } from '../verify/committed-event';
import { called } from './called';
import { tokensOf, type Identity } from './identity';
import { canKeep, keep } from './keep';
import { headersOf, readKey, type ActHeaders } from './side-key';

/** What is wrong with a filing, or what its receipt would warn of. */
interface Remark extends Bilingual {
  readonly code: string;
  readonly path?: string;
  readonly filing?: string;
}
interface Checked {
  readonly digest: string;
  readonly complete: boolean;
  readonly defects: readonly Remark[];
  readonly warnings: readonly Remark[];
}
interface Filed {
  readonly id: string;
  readonly status: string;
  readonly receipt: { readonly number: string; readonly digest: string; readonly jws: string };
}
type Takes<Body, Shown> = {
  readonly parameters: { readonly header: ActHeaders };
  readonly requestBody: { readonly content: { readonly 'application/json': Body } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': Shown } } };
};
interface Filing {
  readonly grievance: object;
  readonly contact: object;
}
type FilingPaths = {
  readonly '/v1/grievances/checks': { readonly post: Takes<Filing, Checked> };
  readonly '/v1/cases': { readonly post: Takes<Filing & { certification: { digest: string } }, Filed> };
};

export interface GrievanceToFile {
  /** File of the person whom the registry may call: name and reach. */
  readonly contact: string;
  /** Digest of the grievance, by which its filer certifies it. Without it nothing is filed. */
  readonly certify?: string | undefined;
  /** Key of an earlier attempt that was not answered. */
  readonly key?: string | undefined;
  /** File of the key by which it is signed; it goes on record as not signed when left out. */
  readonly signWith?: string | undefined;
  /** File for the answer, which `parley verify receipt` checks. */
  readonly answer?: string | undefined;
}

/** Has a grievance checked by the registry's own rules, and files it once it is certified by its digest. */
export async function fileGrievance(
  file: string,
  { contact: contactFile, certify, key, signWith, answer }: GrievanceToFile,
  identity: Identity,
  told: Told,
): Promise<void> {
  const [grievance, contact] = [jsonIn(await readText(file), file), jsonIn(await readText(contactFile), contactFile)];
  const digest = sha256(canonicalJson(grievance));
  told.found['digest'] = digest;
  if (certify !== undefined && certify !== digest) throw new Refused('grievance-differs', certify);
  const parley = new Parley<FilingPaths>(identity.url, { token: tokensOf(identity) });
  if (certify === undefined) return check(parley, { grievance, contact }, told);
  const body = { grievance, contact, certification: { digest } };
  const signer = signWith === undefined ? undefined : await readKey(signWith);
  const header = await headersOf({ act: 'POST /v1/cases', case: null, body }, signer, key);
  // A filing whose receipt finds no room is on record all the same.
  if (answer !== undefined) await canKeep(answer);
  const { data: filed } = await called(() => parley.post('/v1/cases', { body, params: { header } }), againBy);
  Object.assign(told.found, { case: filed.id, status: filed.status, receipt: filed.receipt.number });
  told.holds(
    `Filed: case ${filed.id}, receipt ${filed.receipt.number}.`,
    `已提交：案件 ${filed.id}，收据编号 ${filed.receipt.number}。`,
  );
  if (answer !== undefined) await keep(answer, JSON.stringify(filed));
}

const againBy = (key: string): Bilingual => ({
  en: `send it again with --key ${key}`,
  'zh-Hans': `请以 --key ${key} 再次发送`,
});

async function check(parley: Parley<FilingPaths>, body: Filing, told: Told): Promise<void> {
  const { data } = await called(() => parley.post('/v1/grievances/checks', { body }));
  const remarks = [...data.defects, ...data.warnings];
  told.found['remarks'] = remarks.map(({ code, path = null, filing = null, ...words }) => ({
    ...{ code, path, filing },
    ...{ en: words.en, 'zh-Hans': words['zh-Hans'] },
  }));
  for (const { en, 'zh-Hans': zh, path } of data.warnings) told.leaves(en + at(path), zh + at(path));
  const [first] = data.defects;
  if (first)
    throw new Declined(
      first.code,
      first,
      data.defects.map(({ path = '/', code }) => `${path} ${code}`),
    );
  told.holds(
    `The registry’s own check finds it complete. Nothing was filed. Who certifies it files it by --certify ${data.digest}`,
    `登记处自身的检查认为其完整。尚未提交。确认无误者以 --certify ${data.digest} 提交。`,
  );
}

const at = (path: string | undefined): string => (path === undefined ? '' : ` (${path})`);

function jsonIn(text: string, file: string): object {
  const value = objectIn(text);
  if (!value) throw new Refused('json-malformed', file);
  return value;
}
