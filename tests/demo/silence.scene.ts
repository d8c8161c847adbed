import { fileExhibit } from '../support/file-exhibit';
import { CONSTRUCTED } from '../support/constructed';
import type { CaseBody } from './bodies';
import type { Cast } from './cast';
import { ds633Exhibit } from './ds633';
import type { Narrator } from './narrator';

/** S5: a call is offered, and its time passes without an answer. */
export async function callScene(cast: Cast, tell: Narrator, id: string, day: string): Promise<void> {
  const china = cast.as('cn-desk');
  const offered = await china.act<CaseBody>(`/v1/cases/${id}/calls`, { proposedFor: `${day}T10:00:00+01:00` });
  tell.happens(await cast.now(), `China offers a call for ${offered.body.exchange?.calls.at(-1)?.proposedFor ?? ''}.`);
  await cast.moveTo(`${day}T10:05:00+01:00`);
  const { exchange } = await china.read<CaseBody>(`/v1/cases/${id}`);
  tell.says(`Five minutes after its time: ${exchange?.calls.at(-1)?.outcome?.kind ?? 'open'}. That is a public fact.`);
}

/** China puts an exhibit on record. @returns its number */
export async function exhibitScene(cast: Cast, tell: Narrator, id: string): Promise<string> {
  const china = cast.as('cn-desk');
  const exhibit = await fileExhibit(china, id, Uint8Array.from(Buffer.from(ds633Exhibit)), {
    title: `${CONSTRUCTED}Tariff lines with bound and applied rates`,
    fileName: 'tariff-lines.csv',
    mediaType: 'text/csv',
    tier: 'PANEL',
    claims: ['C1', 'C2'],
    custody: { from: 'Ministry of Commerce', to: 'Registry', at: '2025-02-27T09:00:00+01:00', purpose: 'Filing' },
  });
  tell.happens(
    await cast.now(),
    `China files exhibit ${exhibit}: its bytes are checked against their digest now and at each read.`,
  );
  return exhibit;
}
