import type { Kafka } from 'kafkajs';
import { Client } from '../../support/client';
import { clientsOf } from '../../support/clients-of';
import { everyItem } from '../../support/every-item';
import { inTurns } from '../../support/in-turns';
import type { CaseRecord, HistoryEntry } from './case-record';
import type { ListedCase, PublicEntry } from './numbers.check';
import type { Operations } from './operations.check';
import { readTopics } from './read-topics';
import type { ToldMessage } from './told-message';

/** Everything that the checker compares, as it is shown to those who may see it, while nothing is under way. */
export interface Observation {
  /** Records of the cases that were asked for. */
  readonly records: readonly CaseRecord[];
  readonly cases: readonly ListedCase[];
  readonly publicLog: readonly PublicEntry[];
  readonly operations: Operations;
  /** The messages in all topics. */
  readonly messages: readonly ToldMessage[];
  readonly now: string;
}

export interface Observed {
  readonly url: string;
  readonly kafka: Kafka;
  readonly namespace: string;
  readonly caseIds: readonly string[];
}

export async function observe({ url, kafka, namespace, caseIds }: Observed): Promise<Observation> {
  const clients = await clientsOf(url, 'us-auditor', 'cn-auditor', 'us-registry', 'operator');
  const records = await inTurns(caseIds, async (caseId) => {
    const [us, cn] = await Promise.all([
      historyOf(clients['us-auditor'], caseId),
      historyOf(clients['cn-auditor'], caseId),
    ]);
    return { caseId, us, cn };
  });
  return {
    records,
    cases: await everyItem<ListedCase>(clients['us-registry'], '/v1/cases'),
    publicLog: await wholeLog(Client.public(url)),
    operations: await clients.operator.read<Operations>('/v1/operations'),
    messages: await readTopics(kafka, namespace),
    now: (await clients.operator.read<{ now: string }>('/v1/demonstration-clock')).now,
  };
}

/** The history of a case; empty when nobody has heard of it, so that its acts are then found to be lost. */
async function historyOf(auditor: Client, caseId: string): Promise<readonly HistoryEntry[]> {
  const path = `/v1/cases/${caseId}/history?kind=all`;
  return (await auditor.get(`${path}&limit=1`)).status === 404 ? [] : everyItem<HistoryEntry>(auditor, path);
}

async function wholeLog(anybody: Client): Promise<readonly PublicEntry[]> {
  const entries: PublicEntry[] = [];
  for (;;) {
    const { items } = await anybody.read<{ items: readonly PublicEntry[] }>(
      `/v1/docket/log?limit=200&cursor=${String(entries.at(-1)?.serial ?? 0)}`,
    );
    if (items.length === 0) return entries;
    entries.push(...items);
  }
}
