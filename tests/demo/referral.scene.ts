import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Cast } from './cast';
import { CONSTRUCTED } from '../support/constructed';
import type { Narrator } from './narrator';

interface DossierBody {
  readonly n: number;
  readonly status: string;
  readonly basis: string;
  readonly dueAt: string;
  readonly assembly: { readonly digest: string; readonly files: number } | null;
  readonly missing: readonly string[];
  readonly packed: { readonly digest: string; readonly sizeBytes: number; readonly issuedAt: string } | null;
}

const REQUEST = {
  forum: 'WTO',
  consultationProvisions: [
    { agreement: 'DSU', provision: '4' },
    { agreement: 'GATT1994', provision: 'XXII:1' },
  ],
  measures: ['M1'],
  claims: ['C1', 'C2'],
  furtherClaimsReserved: true,
  statement: [
    { lang: 'en', text: `${CONSTRUCTED}China looks forward to a mutually convenient date.`, kind: 'original' },
  ],
  availableEvidence: [],
};

/**
 * S12: the dossier is asked for, one co-head signs, the other does not, and it is issued all the same. @returns its
 * path
 */
export async function referralScene(cast: Cast, tell: Narrator, id: string, folder: string): Promise<string> {
  const china = cast.as('cn-desk');
  const requested = await china.act<DossierBody>(`/v1/cases/${id}/referral/dossiers`, REQUEST);
  const { n, basis, dueAt } = requested.body;
  tell.happens(
    await cast.now(),
    'China asks for a dossier for the WTO, on the basis that ' +
      `${basis === 'findings-final' ? 'the findings are final' : basis}.`,
  );
  tell.says(`It goes out by ${dueAt}, whoever abstains.`);
  const dossier = () => china.read<DossierBody>(`/v1/cases/${id}/referral/dossiers/${String(n)}`);
  await cast.moveTo(new Date(Date.parse(await cast.now()) + 60_000).toISOString());
  const assembled = await dossier();
  await cast
    .as('cn-cohead')
    .act(`/v1/cases/${id}/referral/dossiers/${String(n)}/signatures`, { digest: assembled.assembly?.digest });
  tell.happens(
    await cast.now(),
    `It is assembled, ${String(assembled.assembly?.files ?? 0)} files; the Chinese co-head signs its digest.`,
  );
  await cast.moveTo(new Date(Date.parse(dueAt) + 60_000).toISOString());
  const issued = await dossier();
  tell.happens(
    issued.packed?.issuedAt ?? (await cast.now()),
    `The dossier is ${issued.status}; signature missing: ${issued.missing.join(', ') || 'none'}. Both ` +
      'sides get the same bytes at the same instant.',
  );
  return download(
    cast,
    tell,
    `/v1/cases/${id}/referral/dossiers/${String(n)}/content`,
    issued.packed?.digest ?? '',
    folder,
  );
}

async function download(cast: Cast, tell: Narrator, route: string, digest: string, folder: string): Promise<string> {
  const [forChina, forTheOther] = await Promise.all(['cn-desk', 'us-desk'].map((user) => cast.as(user).bytes(route)));
  if (!forChina || !forTheOther) throw new Error('no dossier');
  const sha256 = createHash('sha256').update(forChina).digest('hex');
  if (sha256 !== digest || !forChina.equals(forTheOther))
    throw new Error(`the dossier that was handed out is not the one that was issued: ${sha256}, ${digest}`);
  const file = path.join(folder, 'dossier-CN-2025-0001.zip');
  writeFileSync(file, forChina);
  tell.says(`${String(forChina.length)} bytes, SHA-256 ${sha256}`);
  return file;
}

interface HistoryPage {
  readonly items: readonly {
    readonly occurredAt: string;
    readonly stream: string;
    readonly rule: string;
    readonly type: string;
    readonly sentence: { readonly en: string };
  }[];
  readonly next: string | null;
}

/** Shows what an auditor sees: every step, and a chain that holds. */
export async function historyScene(cast: Cast, tell: Narrator, id: string): Promise<void> {
  tell.title('The history of the case, as an auditor of the United States reads it');
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: HistoryPage = await cast
      .as('us-auditor')
      .read(`/v1/cases/${id}/history?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    for (const { occurredAt, rule, sentence } of page.items)
      tell.says(`${occurredAt}  ${rule.padEnd(5)} ${sentence.en}`);
    cursor = page.next;
  }
  const check = await cast
    .as('us-auditor')
    .read<{ streams: readonly { stream: string; kind: string; events: number }[] }>(`/v1/cases/${id}/history/check`);
  tell.title('The chain of each stream, checked');
  for (const stream of check.streams) tell.says(`${stream.stream}: ${stream.kind}, ${String(stream.events)} events`);
}
