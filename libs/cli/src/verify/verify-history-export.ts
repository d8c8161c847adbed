import { leafHash, judgeCheckpoint, nodeChecks, verifyInclusions, type Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { readPartyKeys, type KeysPlace } from '../sources/party-keys-source';
import { readPolicy, tellCheckpoint, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';
import { logEntryOf } from './committed-event';
import { chainsHold, type Chains } from './history-chains';
import { historyIn, type HistoryExport } from './history-lines';
import { nodePlatform } from './node-platform';
import { signaturesHold } from './signed-acts';
import { provedEvent } from './verify-event-proof';

export interface ExportToVerify extends PolicyPlace, KeysPlace {
  /** Files of proofs of events that are in the export. */
  readonly proof?: readonly string[];
}

/** Verifies the export of a case's history: each event, the chain of each of its streams, and the proofs in it. */
export async function verifyHistoryExport(
  file: string,
  { proof: proofs = [], ...place }: ExportToVerify,
  told: Told,
): Promise<void> {
  const history = historyIn(await readText(file));
  const chains = chainsHold(history, told);
  await signaturesHold(history.events, () => readPartyKeys(place), told, nodePlatform);
  const settled = new Set<string>();
  const isAsked = proofs.length > 0 || place.policy !== undefined || place.url !== undefined;
  if (isAsked) {
    const policy = await readPolicy(place, told);
    await proofsHold(history, { chains, settled, policy }, told);
    for (const each of proofs) await settle(each, { chains, settled, policy }, told);
  } else if (history.checkpoints.length > 0)
    told.leaves(
      'The proofs of the log that are in it: give the keys of the log (--policy).',
      '其中所载的日志证明：请给出日志的公钥（--policy）。',
    );
  tellSettled(chains, settled, told);
}

interface Settling {
  readonly chains: Chains;
  /** Commitments of what proofs have settled. */
  readonly settled: Set<string>;
  readonly policy: Policy;
}

/**
 * Verifies the proofs that an export brings along: its checkpoint, and that the events stand in its tree.
 * @throws Refused `proof-of-another`, and LogRefused
 */
export async function proofsHold(
  { entries, hashes, checkpoints: [note] }: HistoryExport,
  { chains, settled, policy }: Settling,
  told: Told,
): Promise<void> {
  if (note === undefined) return;
  const judged = await judgeCheckpoint(nodeChecks, policy, note);
  const leaves = new Map<string, { readonly leaf: Uint8Array; readonly index: number }>();
  for (const { commitment, salt, index } of entries) {
    if (!chains.events.has(commitment) || leaves.has(commitment)) throw new Refused('proof-of-another', commitment);
    leaves.set(commitment, { leaf: await leafHash(nodeChecks.digest, logEntryOf(salt, commitment)), index });
  }
  await verifyInclusions(nodeChecks.digest, { entries: [...leaves.values()], hashes }, judged.checkpoint);
  tellCheckpoint(judged, policy, told);
  for (const commitment of leaves.keys()) settleBack(commitment, chains, settled);
  told.holds(
    `${String(leaves.size)} of the events have an entry in that log.`,
    `其中 ${String(leaves.size)} 个事件在该日志中有其条目。`,
  );
}

/** Settles by a proof of its own an event, and what links lead back to from it. */
async function settle(file: string, { chains, settled, policy }: Settling, told: Told): Promise<void> {
  const { commitment, stream, revision } = await provedEvent(await readText(file), file, policy, told);
  if (!chains.events.has(commitment)) throw new Refused('proof-of-another', file);
  const first = settleBack(commitment, chains, settled);
  told.holds(
    `That event is in the export; with it revisions ${String(first)} to ${String(revision)} of ${stream} are settled.`,
    `该事件载于导出文件；${stream} 的修订号 ${String(first)} 至 ${String(revision)} 由此确定。`,
  );
}

/**
 * An event settles the one before it, which its header names, and so on back to a stub: the header of that is not here.
 * @returns the first revision that is settled by it
 */
function settleBack(commitment: string, { events, stubs }: Chains, settled: Set<string>): number {
  let event = events.get(commitment);
  let first = event?.revision ?? 0;
  while (event) {
    settled.add(event.commitment);
    first = event.revision;
    const before = event.previous ?? '';
    const stub = stubs.get(before);
    if (stub) settled.add(before);
    first = stub?.revision ?? first;
    event = events.get(before);
  }
  return first;
}

function tellSettled({ events, stubs }: Chains, settled: ReadonlySet<string>, told: Told): void {
  const left = [...events.keys()].filter((commitment) => !settled.has(commitment)).length;
  const open = [...stubs.keys()].filter((commitment) => !settled.has(commitment)).length;
  Object.assign(told.found, { settled: events.size - left, settledStubs: stubs.size - open });
  if (left > 0)
    told.leaves(
      `Whether ${String(left)} of the events are the record itself: whoever made the file could have made them anew. A ` +
        'proof of the log settles its event, and those to which links lead back from it (--policy, --proof).',
      `其中 ${String(left)} 个事件是否确为记录本身：文件的制作者可以重新制作。日志证明可确定所证事件及由其链接可回溯的事件（--policy、--proof）。`,
    );
  if (open > 0)
    told.leaves(
      `Whether ${String(open)} of the stubs are the record itself: a stub is settled by the event behind it, and by ` +
        'nobody but who reads that one where it is not shown either.',
      `其中 ${String(open)} 个存根是否确为记录本身：存根由其后一事件确定；该事件亦未显示时，只有其读者能够确定。`,
    );
  if (stubs.size > 0)
    told.leaves(
      `What ${String(stubs.size)} stubs stand for, and whether it is not the reader’s to read. Who reads such an event has it ` +
        'under the same commitment.',
      `${String(stubs.size)} 个存根所代表的内容，以及该内容是否确非读者有权读取。有权读取者所见的同一事件具有相同的承诺值。`,
    );
  told.leaves(
    'Whether further events follow the head of a stream, or a stream is left out with its head: compare it with a ' +
      'later export, or with that of the other side.',
    '各数据流末端之后是否还有其他事件，以及是否有数据流连同其末端一并略去：请与较晚的导出文件或对方的导出文件比较。',
  );
}
