import { CONTACT } from '../../support/constructed';
import { words } from '../../support/cases-under-review';
import type { ExampleStory, Made } from './example-story';

/** A case that is filed as urgent on a Friday evening, whose members are drawn by lot. */
export async function urgent(story: ExampleStory): Promise<string> {
  const { grievance } = story.bodies.bodyOf('fileCase') as { grievance: { measures: readonly object[] } };
  const measures = grievance.measures.map((each) => ({ ...each, number: 'Order of perishable goods' }));
  const sent = { grievance: { ...grievance, measures }, contact: CONTACT };
  const { digest } = await story.act('cn-desk', '/v1/grievances/checks', sent);
  const urgency = { ground: 'perishable', reasons: words('It spoils within a week.') };
  const { id: caseId = '' } = await story.act('cn-desk', '/v1/cases', { ...sent, urgency, certification: { digest } });
  const refusal = await story.read<Made>('us-cohead', `/v1/cases/${caseId}/urgency`);
  await story.shows('us-cohead', 'refuseUrgency', { caseId }, { digest: refusal.digest });
  return caseId;
}

interface Seats {
  readonly seats: readonly { readonly member: { readonly personId: string } | null }[];
}

export async function urgencyConfirmed(story: ExampleStory, caseId: string): Promise<void> {
  const { seats } = await story.read<Seats>('us-desk', `/v1/cases/${caseId}/panel`);
  const members = (seats ?? []).flatMap(({ member }) => member?.personId ?? []);
  for (const member of members)
    await story.act(member, `/v1/cases/${caseId}/panel/disclosures`, { statement: words('Nothing to disclose.') });
  await story.moveTo('2026-03-12T10:00:00+01:00');
  await story.shows(members[0] ?? '', 'confirmOrRefuseUrgency', { caseId });
}
