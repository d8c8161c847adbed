import { Client } from './client';

/** Both sides list their five demonstration panelists, who accept, long before there is a case. */
export async function listRosters(url: string): Promise<void> {
  for (const party of ['US', 'CN']) {
    const side = party.toLowerCase();
    const desk = await Client.as(url, `${side}-desk`);
    for (let number = 1; number <= 5; number++) {
      const member = {
        personId: `${side}-panel-${String(number)}`,
        expertise: ['tariffs'],
        languages: ['en', 'zh-Hans'],
      };
      await desk.act(`/v1/rosters/${party}/members`, member, { key: `roster-${member.personId}` });
      const panelist = await Client.as(url, member.personId);
      await panelist.act(`/v1/rosters/${party}/acceptances`, undefined, { key: `accepts-${member.personId}` });
    }
  }
}
