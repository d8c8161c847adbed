import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '../support/client';
import { inTurns } from '../support/in-turns';

/** The effects of a filing and its registration, in the case's own stream and in that of a service that follows it. */
const ONCE_EACH = ['intake GrievanceFiled', 'intake CaseRegistered', 'panelreview PanelOpened'];

interface History {
  readonly items: readonly { readonly stream: string; readonly type: string }[];
  readonly next: string | null;
}

/**
 * Waits until every follower has heard of each of these registered cases. \n @returns the cases in which an effect is
 * not there exactly once
 */
export async function unequalEffects(url: string, ids: readonly string[]): Promise<readonly string[]> {
  const auditor = await Client.as(url, 'us-auditor');
  const countsOf = async (id: string): Promise<readonly number[]> => {
    // Nobody can read a case in the audit before the audit has heard of it.
    const { status, body } = await auditor.get<History>(`/v1/cases/${id}/history?limit=200`);
    const items = status === 200 ? body.items : [];
    const found = items.map(({ stream, type }) => `${stream.slice(0, stream.indexOf('.'))} ${type}`);
    return ONCE_EACH.map((effect) => found.filter((each) => each === effect).length);
  };
  const counts = new Map<string, readonly number[]>();
  let waiting = ids;
  for (let tries = 0; waiting.length > 0 && tries < 600; tries++) {
    if (tries > 0) await delay(200);
    for (const [index, found] of (await inTurns(waiting, countsOf)).entries()) counts.set(waiting[index] ?? '', found);
    waiting = waiting.filter((id) => counts.get(id)?.includes(0));
  }
  return [...counts].flatMap(([id, found]) =>
    found.flatMap((count, index) => (count === 1 ? [] : [`${id}: ${String(count)} × ${ONCE_EACH[index] ?? ''}`])),
  );
}
