import { words } from '../../support/cases-under-review';
import { uploadBytes } from '../../support/file-exhibit';
import type { Answer } from '../../support/client';
import type { EntryBody } from './late-dispute';
import type { Dispute } from './dispute';

/** What is before a panel, as its members and both desks read it. */
export interface ReviewBody {
  readonly materials: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: readonly { readonly text: string }[];
    readonly standing: string | null;
    readonly replacedBy: string | null;
    readonly original: string | null;
  }[];
}

/** Paper as an officer of a registry received it by post, uploaded. */
export async function cameByPost(dispute: Dispute, officer: string, text: string) {
  const { digest } = await uploadBytes(dispute.as(officer), new TextEncoder().encode(text));
  return { channel: 'Post', cameAt: await dispute.cast.now(), original: digest };
}

/** The expert of the United States is taken by both co-chairs, and may act in person; a third party is let in. */
export async function heardFromOutside(dispute: Dispute): Promise<void> {
  const experts = [{ name: words('Institute'), expertise: ['statistics'], personId: 'expert' }];
  await dispute.act('us-desk', 'panel/expert-lists', { experts });
  for (const coChair of ['us-panel-1', 'cn-panel-1'])
    await dispute.act(coChair, 'panel/experts/expert:US:1/choices', { questions: words('What share?') });
  await dispute.act('us-panel-1', 'panel/third-parties', { name: words('Importers'), personId: 'third-party' });
}

export const review = async (dispute: Dispute, user = 'cn-panel-2'): Promise<ReviewBody['materials']> =>
  (await dispute.as(user).read<ReviewBody>(dispute.path('panel/review'))).materials;

export const entriesOf = async (dispute: Dispute): Promise<readonly EntryBody[]> =>
  (await dispute.as('cn-registry').read<{ items: readonly EntryBody[] }>(dispute.path('panel/late-entries'))).items;

/** The last entry is confirmed or refused. */
export async function answerEntry(dispute: Dispute, officer: string, verdict: string): Promise<Answer> {
  const entry = (await entriesOf(dispute)).at(-1);
  const said = { verdict, original: entry?.original, reason: [] };
  const answer = await dispute.as(officer).post(dispute.path(`panel/late-entries/${entry?.id ?? ''}/answer`), said);
  await dispute.settle();
  return answer;
}
