import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { usable } from '../report/unusable';
import { PublicFiles } from '../sources/public-files';
import { readText, textOf } from '../sources/read-file';
import { objectIn } from './fields';
import { verifySuccession } from './key-succession';
import { nodePlatform } from './node-platform';
import { keysIn, signedBy, type RegistryKey, type Signed } from './receipt-signature';

export interface ReceiptToVerify {
  /** File of the registry's keys, a JWK set. */
  readonly keys?: string | undefined;
  readonly url?: string | undefined;
  /** File of the grievance that was filed. */
  readonly grievance?: string | undefined;
}

/** Verifies a receipt: the signature of the registry, and what it signed. @param file of a JWS, a receipt, or a case */
export async function verifyReceipt(
  file: string,
  { keys, url, grievance }: ReceiptToVerify,
  told: Told,
): Promise<void> {
  const text = await readText(file);
  const beside = receiptIn(text);
  const jws = beside ? String(beside['jws']) : text.replace(/\r?\n$/, '');
  const known = await registryKeys({ keys, url }, told);
  const signed = await signedBy(jws, known, nodePlatform.checks);
  await verifySuccession(known, told, nodePlatform.checks);
  Object.assign(told.found, { ...signed });
  told.holds(
    `The registry signed that it received the grievance ${signed.digest} in the case ${signed.case} at ` +
      `${signed.receivedAt}, under the receipt ${signed.receipt}.`,
    `登记处签署确认：于 ${signed.receivedAt} 在案件 ${signed.case} 中收到申诉 ${signed.digest}，收据编号 ${signed.receipt}。`,
  );
  if (beside && (beside['number'] !== signed.receipt || beside['digest'] !== signed.digest))
    throw new Refused('receipt-differs', String(beside['number']));
  if (beside) told.holds('Number and digest beside it are those.', '签名旁所载的编号和摘要与此一致。');
  if (grievance !== undefined) grievanceIs(await readText(grievance), signed, told);
  else
    told.leaves(
      'Whether this is the grievance that you filed (--grievance).',
      '这是否为您所提交的申诉（--grievance）。',
    );
  told.leaves(
    'Whether the record says the same (parley verify export, parley verify proof).',
    '记录是否与此一致（parley verify export、parley verify proof）。',
  );
}

/** A receipt by itself, or of a case; nothing where the text is the bare signature. */
function receiptIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const fields = objectIn(text);
  return fields === undefined || 'jws' in fields ? fields : ofCase(fields);
}

function ofCase({ receipt }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (typeof receipt !== 'object' || receipt === null) throw new Refused('receipt-malformed', 'receipt');
  return receipt as Record<string, unknown>;
}

async function registryKeys({ keys, url }: ReceiptToVerify, told: Told): Promise<readonly RegistryKey[]> {
  if (keys === undefined && url === undefined)
    throw new NotAsked('usage', {
      en: 'give the keys of the registry by --keys, or its address by --url',
      'zh-Hans': '请以 --keys 给出登记处的公钥，或以 --url 给出其地址',
    });
  if (keys === undefined)
    told.leaves(
      'Whether the keys are those of the registry: they came from the server, which is trusted for this once ' +
        '(trust on first use). Give the keys that you kept by --keys.',
      '公钥是否确属登记处：公钥来自服务器，此次即予信任（首次使用即信任）。请以 --keys 给出您保存的公钥。',
    );
  if (keys !== undefined) return usable(async () => keysIn(await readText(keys), keys));
  return keysIn(textOf(await new PublicFiles(url ?? '').need('/v1/keys'), url ?? ''), String(url));
}

function grievanceIs(text: string, { digest }: Signed, told: Told): void {
  const grievance = objectIn(text);
  if (!grievance || sha256(canonicalJson(grievance)) !== digest) throw new Refused('grievance-differs', digest);
  told.holds('It is for this very grievance.', '该收据所对应的正是这份申诉。');
}
