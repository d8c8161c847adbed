import { Client } from './client';

const SIDES = ['US', 'CN'] as const;

/** Both sides list their six demonstration panelists, who accept, long before there is a case. */
export async function listRosters(url: string): Promise<void> {
  for (const party of SIDES) await listPanelists(url, party, [1, 2, 3, 4, 5, 6]);
}

/**
 * A side lists some of its demonstration panelists, by their numbers, and each of them accepts. Then every service has
 * heard of it.
 */
export async function listPanelists(
  url: string,
  party: (typeof SIDES)[number],
  numbers: readonly number[],
): Promise<void> {
  const side = party.toLowerCase();
  const desk = await Client.as(url, `${side}-desk`);
  for (const number of numbers) {
    const personId = `${side}-panel-${String(number)}`;
    const member = { personId, expertise: ['tariffs'], languages: ['en', 'zh-Hans'] };
    await desk.act(`/v1/rosters/${party}/members`, member, { key: `roster-${personId}` });
    const panelist = await Client.as(url, personId);
    await panelist.act(`/v1/rosters/${party}/acceptances`, undefined, { key: `accepts-${personId}` });
  }
  const { status } = await desk.get('/v1/rosters', { prefer: 'wait=5' });
  if (status !== 200) throw new Error(`no rosters: ${String(status)}`);
}
