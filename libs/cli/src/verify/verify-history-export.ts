import type { Policy } from '@parley/transparency';
import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { readPolicy, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';
import type { CommittedEvent } from './committed-event';
import { eventsIn, Links } from './export-lines';
import type { KeysPlace } from './party-keys';
import { signaturesHold } from './signed-acts';
import { provedEvent } from './verify-event-proof';

export interface ExportToVerify extends PolicyPlace, KeysPlace {
  /** Files of proofs of events that are in the export. */
  readonly proof?: readonly string[];
}

/** Verifies the export of a case's history: each event, and the chain of each of its streams. */
export async function verifyHistoryExport(
  file: string,
  { proof: proofs = [], ...place }: ExportToVerify,
  told: Told,
): Promise<void> {
  const { events, missing } = chainsHold(await readText(file), told);
  await signaturesHold(events.values(), place, told);
  const settled = new Set<string>();
  if (proofs.length > 0) {
    const policy = await readPolicy(place, told);
    for (const each of proofs) await settle(each, { events, settled, policy }, told);
  }
  const left = events.size - settled.size;
  Object.assign(told.found, { settled: settled.size });
  if (left > 0)
    told.leaves(
      `Whether ${String(left)} of the events are the record itself: whoever made the file could have made them anew. A ` +
        'proof of the log settles its event, and those to which links lead back from it (--proof).',
      `其中 ${String(left)} 个事件是否确为记录本身：文件的制作者可以重新制作。日志证明可确定所证事件及由其链接可回溯的事件（--proof）。`,
    );
  if (missing > 0)
    told.leaves(
      `What ${String(missing)} events say that the export leaves out, the links over them, and whether it leaves them ` +
        'out because they are not the reader’s to read.',
      `导出文件所略去的 ${String(missing)} 个事件的内容及其链接，以及略去是否因读者无权读取。`,
    );
  told.leaves('Whether further events follow the last one of a stream.', '各数据流最后一个事件之后是否还有其他事件。');
}

/** The events of an export, whose links hold. */
export interface Chains {
  /** By their commitments. */
  readonly events: ReadonlyMap<string, CommittedEvent>;
  readonly missing: number;
}

/**
 * Computes every commitment and every link of an export again.
 * @returns the events by their commitments, and how many the export leaves out before others
 * @throws Refused for the first thing that is wrong
 */
export function chainsHold(text: string, told: Told): Chains {
  const links = new Links();
  const events = new Map<string, CommittedEvent>();
  for (const event of eventsIn(text, 'history')) {
    links.follow(event);
    events.set(event.commitment, event);
  }
  const { followed, missing, streams } = links;
  const count = events.size;
  Object.assign(told.found, { events: count, links: followed, missing, streams });
  told.holds(
    `Each of ${String(count)} events has the content that its header names, and the commitment of its header.`,
    `${String(count)} 个事件的内容均与其标头所示相符，承诺值均由标头算得。`,
  );
  told.holds(
    `${String(followed)} links in ${String(streams.length)} streams lead from each event to the one before it.`,
    `${String(streams.length)} 个数据流中的 ${String(followed)} 个链接均由事件指向其前一事件。`,
  );
  return { events, missing };
}

interface Settling {
  readonly events: Chains['events'];
  /** Commitments of the events that proofs have settled. */
  readonly settled: Set<string>;
  readonly policy: Policy;
}

/** Settles by a proof its event, and every event to which links lead back from it. They end where one is left out. */
async function settle(file: string, { events, settled, policy }: Settling, told: Told): Promise<void> {
  const { commitment, stream, revision } = await provedEvent(await readText(file), file, policy, told);
  if (!events.has(commitment)) throw new Refused('proof-of-another', file);
  let first = revision;
  for (let at = events.get(commitment); at; at = events.get(at.previous ?? '')) {
    settled.add(at.commitment);
    first = at.revision;
  }
  told.holds(
    `That event is in the export; with it revisions ${String(first)} to ${String(revision)} of ${stream} are settled.`,
    `该事件载于导出文件；${stream} 的修订号 ${String(first)} 至 ${String(revision)} 由此确定。`,
  );
}
