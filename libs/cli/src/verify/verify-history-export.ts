import { Refused } from '../report/refused';
import type { Told } from '../report/told';
import { readPolicy, type PolicyPlace } from '../sources/policy-source';
import { readText } from '../sources/read-file';
import type { CommittedEvent } from './committed-event';
import { eventsIn, Links } from './export-lines';
import { provedEvent } from './verify-event-proof';

export interface ExportToVerify extends PolicyPlace {
  /** Files of proofs of events that are in the export. */
  readonly proof?: readonly string[];
}

/** Verifies the export of a case's history: each event, and the chain of each of its streams. */
export async function verifyHistoryExport(
  file: string,
  { proof: proofs = [], ...place }: ExportToVerify,
  told: Told,
): Promise<void> {
  const { commitments, missing } = chainsHold(await readText(file), told);
  if (proofs.length > 0) {
    const policy = await readPolicy(place, told);
    for (const each of proofs) {
      const event = await provedEvent(await readText(each), each, policy, told);
      if (!commitments.has(event.commitment)) throw new Refused('proof-of-another', each);
      tellSettled(event, told);
    }
  } else
    told.leaves(
      'Whether this is the record itself: whoever made the file could have made all of it anew. A proof of the log ' +
        'for the last event of each stream settles that (--proof).',
      '这是否确为记录本身：文件的制作者可以重新制作全部内容。各数据流最后一个事件的日志证明可予确定（--proof）。',
    );
  if (missing > 0)
    told.leaves(
      `What ${String(missing)} events say that are not in the export, and the links over them: they are not the ` +
        'reader’s to read.',
      `未载于导出文件的 ${String(missing)} 个事件的内容及其链接：读者无权读取。`,
    );
  told.leaves('Whether further events follow the last one of a stream.', '各数据流最后一个事件之后是否还有其他事件。');
}

/**
 * Computes every commitment and every link of an export again.
 * @returns the commitments, and how many events the export leaves out before others
 * @throws Refused for the first thing that is wrong
 */
export function chainsHold(text: string, told: Told): { readonly commitments: Set<string>; readonly missing: number } {
  const links = new Links();
  const commitments = new Set<string>();
  for (const event of eventsIn(text, 'history')) {
    links.follow(event);
    commitments.add(event.commitment);
  }
  const { followed, missing, streams } = links;
  const count = commitments.size;
  Object.assign(told.found, { events: count, links: followed, missing, streams });
  told.holds(
    `Each of ${String(count)} events has the content that its header names, and the commitment of its header.`,
    `${String(count)} 个事件的内容均与其标头所示相符，承诺值均由标头算得。`,
  );
  told.holds(
    `${String(followed)} links in ${String(streams.length)} streams lead from each event to the one before it.`,
    `${String(streams.length)} 个数据流中的 ${String(followed)} 个链接均由事件指向其前一事件。`,
  );
  return { commitments, missing };
}

const tellSettled = ({ stream, revision }: CommittedEvent, told: Told): void =>
  told.holds(
    `That event is in the export; with it everything up to revision ${String(revision)} of ${stream} is settled.`,
    `该事件载于导出文件；${stream} 直至修订号 ${String(revision)} 的全部内容由此确定。`,
  );
