import { fileGrievance } from '../support/file-grievance';
import type { CaseBody } from './bodies';
import type { Cast } from './cast';
import { ds633, ds633Reply } from './ds633';
import type { Narrator } from './narrator';

/**
 * S0 to S4: China files, the registry checks form, the United States replies on the last day. @returns the case's id
 */
export async function filingScene(cast: Cast, tell: Narrator): Promise<string> {
  const china = cast.as('cn-desk');
  await cast.moveTo('2025-02-04T10:00:00+01:00');
  const { id, arrivesOn, receipt, deadlines } = (await fileGrievance(china, ds633, 'ds633')).body as CaseBody;
  tell.happens(
    await cast.now(),
    'China files its grievance, on the day on which it went to the WTO, and gets a receipt at once.',
  );
  tell.says(`receipt ${receipt.number}, SHA-256 ${receipt.digest}`);
  tell.says(
    `The Chinese New Year lasts until 4 February, so the filing arrives on ${arrivesOn}, the next joint business day.`,
  );
  tell.deadlines(deadlines);

  await cast.moveTo('2025-02-06T11:00:00+01:00');
  await cast.as('us-registry').act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
  const completeAt = await cast.now();
  await cast.moveTo('2025-02-06T11:05:00+01:00');
  const registered = await china.read<CaseBody>(`/v1/cases/${id}`);
  tell.happens(
    completeAt,
    `The registry finds it complete in form. Docket number ${registered.docketNumber ?? 'none'}; both ` +
      'sides know at the same instant.',
  );
  tell.deadlines(registered.deadlines);

  const due = registered.deadlines.find((deadline) => deadline.id === 'reply')?.dueAt ?? '';
  await cast.moveTo(new Date(Date.parse(due) - 30 * 60_000).toISOString());
  const replied = await cast.as('us-desk').act<CaseBody>(`/v1/cases/${id}/reply`, ds633Reply);
  tell.happens(
    await cast.now(),
    'The United States replies, half an hour before its time ends: it consults, with a reservation.',
  );
  tell.says(
    'The real reply came on the last day of the ten that DSU 4.3 gives; this one on the last day ' +
      'that this procedure gives.',
  );
  tell.deadlines(replied.body.deadlines.filter((deadline) => deadline.id === 'consultations'));
  tell.fiction(
    'From here on the United States is silent. Nothing suggests that it would be; the procedure ' +
      'has to hold if it were.',
  );
  return id;
}
