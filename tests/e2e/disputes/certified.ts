import type { Dispute } from './dispute';

/** An amendment as it is sent: the whole grievance as it is to stand, with the desk's certification of its digest. */
export async function certified(
  dispute: Dispute,
  grievance: object,
  kind?: 'supplement' | 'replacement',
): Promise<object> {
  const { digest } = (await dispute.as('cn-desk').act<{ digest: string }>('/v1/grievances/checks', { grievance })).body;
  return { ...(kind === undefined ? {} : { kind }), grievance, certification: { digest } };
}
