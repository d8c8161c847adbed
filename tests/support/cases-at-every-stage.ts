import type { Client } from './client';
import { clientsOf } from './clients-of';
import { constructedGrievance } from './constructed';
import { fileGrievance } from './file-grievance';
import { wtoCase } from './wto-case';

/** One case at each stage of the exchange, all of China against the United States; the values are case ids. */
export interface StagedCases {
  readonly filed: string;
  readonly deficient: string;
  readonly awaitingReply: string;
  /** With the calls `call:1`, offered by China and answered, and `call:2`, offered by China and open. */
  readonly consultations: string;
  readonly withdrawn: string;
}

/** The demonstration time at which the cases are staged. */
export const STAGED_FROM = '2026-03-02T09:00:00+01:00';
const REGISTERED = '2026-03-02T10:00:00+01:00';
const SETTLED = '2026-03-02T11:00:00+01:00';

export const REPLY = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };

/** Brings a Parley with a demonstration clock at `STAGED_FROM` to a case at each stage. */
export async function stageCases(url: string): Promise<StagedCases> {
  const clients = await clientsOf(url, 'cn-desk', 'us-desk', 'us-registry', 'operator');
  const grievance = constructedGrievance(wtoCase(633));
  const file = (content: object = grievance): Promise<string> => filedBy(clients['cn-desk'], content);
  const [filed, deficient, awaitingReply, consultations, withdrawn] = await Promise.all([
    file(),
    file({ ...grievance, remedy: [] }),
    file(),
    file(),
    file(),
  ]);
  const find = (id: string, finding: string) => clients['us-registry'].act(`/v1/cases/${id}/completeness`, { finding });
  await Promise.all([find(deficient, 'deficient'), find(awaitingReply, 'complete'), find(consultations, 'complete')]);
  await clients['cn-desk'].act(`/v1/cases/${withdrawn}/withdrawal`, {});
  await clients.operator.act('/v1/demonstration-clock', { to: REGISTERED });
  await clients['us-desk'].act(`/v1/cases/${consultations}/reply`, REPLY);
  await clients['cn-desk'].act(`/v1/cases/${consultations}/calls`, { proposedFor: '2026-03-04T09:00:00+01:00' });
  await clients['us-desk'].act(`/v1/cases/${consultations}/calls/call:1/answer`, {});
  await clients['cn-desk'].act(`/v1/cases/${consultations}/calls`, { proposedFor: '2026-03-05T09:00:00+01:00' });
  // A move of the clock answers once everything that follows from the acts has been done.
  await clients.operator.act('/v1/demonstration-clock', { to: SETTLED });
  return { filed, deficient, awaitingReply, consultations, withdrawn };
}

const filedBy = async (desk: Client, grievance: object): Promise<string> =>
  ((await fileGrievance(desk, grievance)).body as { id: string }).id;
