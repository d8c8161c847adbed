import { REPLY } from '../../support/cases-at-every-stage';
import { MEMBERS, words, wordsInBoth } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { uploadBytes } from '../../support/file-exhibit';
import { wtoCase } from '../../support/wto-case';
import type { PanelBody, ProposalBody } from './bodies';
import type { Dispute } from './dispute';

/** The instant at which a dispute begins that is played by `reviewed`. */
export const BEGUN = '2026-03-02T09:00:00+01:00';
/** Nominations, disclosures, the time for challenges and consultations are over. */
const REVIEWING = '2026-04-01T10:00:00+02:00';
const CO_CHAIRS = ['cn-panel-1', 'us-panel-1'] as const;

/** Words of the reasons that the panel gives for a finding. */
export const REASONS = 'The duty is laid on goods of one origin.';
/** The same in both languages, as the panel lays them down. */
export const REASONS_IN_BOTH = wordsInBoth(REASONS, '该关税仅对单一原产地的货物征收。');

/** Plays DS633 from its filing to a review that is under way. */
export async function reviewed(dispute: Dispute, reply: object = REPLY): Promise<void> {
  await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
  await dispute.settle();
  await dispute.act('us-desk', 'reply', reply);
  await dispute.compose(MEMBERS);
  await dispute.moveTo(REVIEWING);
}

/** When a deadline of the panel ends. @param later milliseconds that are added */
export async function endOf(dispute: Dispute, deadline: string, later = 0): Promise<string> {
  const { deadlines } = await dispute.as('cn-desk').read<PanelBody>(dispute.path('panel'));
  const due = deadlines.find(({ id }) => id === deadline)?.dueAt;
  if (due === undefined) throw new Error(`no deadline ${deadline} runs`);
  return new Date(Date.parse(due) + later).toISOString();
}

/** An exhibit of a desk for both sides and the panel, with the exhibit that it answers. */
export async function exhibitOf(dispute: Dispute, desk: string, more: object = {}): Promise<object> {
  const { uploadId, digest } = await uploadBytes(dispute.as(desk), new TextEncoder().encode('Customs data.'));
  return {
    ...{ uploadId, digest, fileName: 'data.txt', mediaType: 'text/plain', tier: 'PANEL', claims: [] },
    title: words('Customs data'),
    custody: { from: 'Desk', to: 'Registry', at: '2026-03-03T09:00:00+01:00', purpose: 'Filing' },
    ...more,
  };
}

/** Both co-chairs sign an interim text, and it is served. */
export async function interimServed(dispute: Dispute): Promise<void> {
  const text = words('The panel sees it so far as follows.');
  await dispute.as('cn-panel-1').act(dispute.path('panel/interim'), { text, exhibits: [] });
  const { draft } = await dispute.as('cn-panel-1').read<{ draft: { digest: string } }>(dispute.path('panel/votes'));
  for (const coChair of CO_CHAIRS)
    await dispute.as(coChair).act(dispute.path('panel/interim/signatures'), { digest: draft.digest });
  await dispute.settle();
}

/** Both parties comment on the interim text, and say that they are done with it. */
export async function commented(dispute: Dispute): Promise<void> {
  for (const desk of ['cn-desk', 'us-desk']) {
    await dispute.as(desk).act(dispute.path('panel/interim/comments'), { comment: words('As before.') });
    await dispute.as(desk).act(dispute.path('panel/interim/done'));
  }
  await dispute.settle();
}

/** Both parties move the end of a deadline of the panel, by so much of its own unit. */
export async function extended(dispute: Dispute, deadline: string, by: number): Promise<void> {
  const reason = { 'zh-Hans': '［虚构］译员患病。' };
  const { extensions } = (
    await dispute
      .as('cn-desk')
      .act<{ extensions: readonly ProposalBody[] }>(dispute.path('panel/extensions'), { deadline, by, reason })
  ).body;
  const { id, digest } = extensions.at(-1) ?? { id: '', digest: '' };
  await dispute.act('us-desk', `panel/extensions/${id}/signatures`, { digest });
}

/** All members vote, and a majority adopts reasons: the first claim is substantiated and no other one is. */
export async function voted(dispute: Dispute): Promise<void> {
  const { claims } = await dispute.as('cn-desk').read<{ claims: readonly string[] }>(dispute.path('panel'));
  for (const [index, claim] of claims.entries()) {
    const on = index === 0 ? 'substantiated' : 'not-substantiated';
    for (const member of MEMBERS) await dispute.as(member).act(dispute.path('panel/votes'), { claim, on });
    const { reasons } = (
      await dispute
        .as('us-panel-1')
        .act<{ reasons: readonly { readonly claimId: string; readonly digest: string }[] }>(
          dispute.path('findings/reasons'),
          { claim, supports: on, text: REASONS_IN_BOTH, exhibits: [] },
        )
    ).body;
    const digest = reasons.find(({ claimId }) => claimId === claim)?.digest;
    for (const member of ['us-panel-2', 'cn-panel-1'])
      await dispute.as(member).act(dispute.path('findings/reasons/adoptions'), { digest });
  }
}

/** Both co-chairs close the deliberation. */
export async function closed(dispute: Dispute): Promise<void> {
  for (const coChair of CO_CHAIRS) await dispute.as(coChair).act(dispute.path('findings/close'), {});
  await dispute.settle();
}
