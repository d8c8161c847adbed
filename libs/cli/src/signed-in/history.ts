import { Parley } from '@parley/client';
import type { Bilingual } from '@parley/kernel';
import type { Told } from '../report/told';
import { called } from './called';
import { tokensOf, type Identity } from './identity';
import { keep } from './keep';

/** An entry of a history, as far as it is shown here. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly tier: string;
  readonly sentence: Bilingual;
}

interface OfCase {
  readonly parameters: { readonly path: { readonly caseId: string } };
}
type Shows<Media extends string, Content> = {
  readonly responses: { readonly 200: { readonly content: Record<Media, Content> } };
};
type HistoryPaths = {
  readonly '/v1/cases/{caseId}/history': {
    readonly get: OfCase & Shows<'application/json', { items: HistoryEntry[]; next: string | null }>;
  };
  readonly '/v1/cases/{caseId}/history/export': { readonly get: OfCase & Shows<'application/x-ndjson', string> };
};

export interface HistoryAsked {
  /** Id or docket number of the case. */
  readonly case: string;
  /** File for the export of the history, which `parley verify export` checks. */
  readonly export?: string | undefined;
}

/** Reads the history of a case, as far as it is the caller's to read. Each reading is on record there. */
export async function readHistory(
  asked: HistoryAsked,
  identity: Identity,
  told: Told,
): Promise<readonly HistoryEntry[]> {
  const { url, purpose } = identity;
  const parley = new Parley<HistoryPaths>(url, { token: tokensOf(identity), ...(purpose ? { purpose } : {}) });
  const params = { path: { caseId: asked.case } };
  const entries = await called(async () => {
    const read: HistoryEntry[] = [];
    for await (const entry of parley.each('/v1/cases/{caseId}/history', { params })) read.push(entry);
    return read;
  });
  const { export: file } = asked;
  if (file !== undefined) {
    const { data } = await called(() => parley.download('/v1/cases/{caseId}/history/export', { params }));
    await keep(file, new Uint8Array(await data.arrayBuffer()));
  }
  told.found['entries'] = entries.map(({ eventId, type, occurredAt, recordedAt, tier, sentence }) => {
    return { eventId, type, occurredAt, recordedAt, tier, sentence: { ...sentence } };
  });
  told.leaves(
    'Whether it is as it was recorded: that is asked of its export (--export, parley verify export).',
    '其内容是否与所记录的一致：须就其导出文件查验（--export、parley verify export）。',
  );
  return entries;
}
