import { listRosters } from '../support/rosters';
import type { CaseBody, FindingsBody, PanelBody } from './bodies';
import type { Cast } from './cast';
import { filingScene } from './filing.scene';
import type { Narrator } from './narrator';
import { compositionScene, disclosureScene, findingsScene, interimScene } from './panel.scene';
import { historyScene, referralScene } from './referral.scene';
import { callScene, exhibitScene } from './silence.scene';

/** Plays DS633 from filing to referral. @returns the path of the dossier */
export async function play(cast: Cast, tell: Narrator, folder: string): Promise<string> {
  tell.title('DS633: United States — Additional Tariff Measures on Goods from China');
  tell.says(
    'Dates, title and legal basis are real. What a government would have written is marked ' +
      '[constructed], what did not happen (fiction).',
  );
  await listRosters(cast.url);
  const id = await filingScene(cast, tell);
  await compositionScene(cast, tell, id);
  await callScene(cast, tell, id, '2025-02-25');
  const members = await disclosureScene(cast, tell, id);
  await callScene(cast, tell, id, '2025-02-27');
  const exhibit = await exhibitScene(cast, tell, id);
  await callScene(cast, tell, id, '2025-03-04');

  await cast.moveTo('2025-03-20T10:00:00+01:00');
  const { exchange } = await cast.as('cn-desk').read<CaseBody>(`/v1/cases/${id}`);
  const unanswered = exchange?.calls.filter(({ outcome }) => outcome?.kind === 'unanswered') ?? [];
  const { consultationsEndedAt } = await cast.as('cn-desk').read<PanelBody>(`/v1/cases/${id}/panel`);
  tell.happens(
    consultationsEndedAt ?? (await cast.now()),
    `Consultations are ${exchange?.stage ?? ''}; what is left goes to the co-heads. Calls offered ` +
      `${String(exchange?.calls.length ?? 0)}, unanswered ${String(unanswered.length)}.`,
  );
  await interimScene(cast, tell, id, exhibit);

  await cast.moveTo('2025-04-03T18:00:00+02:00');
  await findingsScene(cast, tell, id, members, exhibit);
  const { deadlines } = await cast.as('cn-desk').read<PanelBody>(`/v1/cases/${id}/panel`);
  const certification = deadlines.find(({ clock }) => clock === 'certification');
  if (!certification) throw new Error('no certification is due');
  tell.deadlines([certification]);
  await cast.moveTo(new Date(Date.parse(certification.dueAt) + 60_000).toISOString());
  const findings = await cast.as('cn-desk').read<FindingsBody>(`/v1/cases/${id}/panel/findings`);
  tell.happens(
    findings.issuedAt ?? (await cast.now()),
    `The findings are issued${findings.missing.length === 0 ? '' : `; the certification of ${findings.missing.join(', ')} is missing, and the record says so`}.`,
  );
  findings.findings.forEach(({ claimId, outcome }) => {
    tell.says(`${claimId}: ${outcome}`);
  });

  const dossier = await referralScene(cast, tell, id, folder);
  await historyScene(cast, tell, id);
  return dossier;
}
