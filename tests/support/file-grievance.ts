import type { Answer, Client } from './client';
import { CONTACT } from './constructed';

/** Files a grievance as a desk would: checks it, certifies the digest that the check shows, sends it. */
export async function fileGrievance(desk: Client, grievance: object, key?: string): Promise<Answer> {
  const check = await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT });
  return desk.act(
    '/v1/cases',
    { grievance, contact: CONTACT, certification: { digest: check.body.digest } },
    key === undefined ? {} : { key },
  );
}
