import { CONSTRUCTED, CONSTRUCTED_ZH } from '../support/constructed';
import type { FindingsBody, PanelBody } from './bodies';
import type { Cast } from './cast';
import type { Narrator } from './narrator';

const words = (text: string) => [{ lang: 'en', text: `${CONSTRUCTED}${text}`, kind: 'original' }];
const inChinese = (text: string) => [
  { lang: 'zh-Hans', text: `${CONSTRUCTED_ZH}${text}`, kind: 'translation', of: 'en' },
];

/** S6: China nominates, the other side's seats are drawn by lot, everybody discloses, the panel is convened. */
export async function compositionScene(cast: Cast, tell: Narrator, id: string): Promise<void> {
  const panel = () => cast.as('cn-desk').read<PanelBody>(`/v1/cases/${id}/panel`);
  const opened = await panel();
  const published = await cast
    .as('cn-desk')
    .read<{ seats: readonly { commitments: readonly string[] }[] }>(`/v1/cases/${id}/panel/draws`);
  for (const [index, member] of ['cn-panel-1', 'cn-panel-2'].entries()) {
    await cast.as('cn-desk').act(`/v1/cases/${id}/panel/nominations`, { member, coChair: index === 0 });
  }
  tell.happens(
    await cast.now(),
    'China nominates two members of the panel. The hash of the secret of each seat and each draw was published ' +
      'when the panel was opened; of the first:',
  );
  tell.says(published.seats[0]?.commitments[0] ?? '');
  tell.deadlines(opened.deadlines);
}

/** The seats that were left empty have been drawn; the members disclose and nobody challenges. */
export async function disclosureScene(cast: Cast, tell: Narrator, id: string): Promise<readonly string[]> {
  const panel = () => cast.as('cn-desk').read<PanelBody>(`/v1/cases/${id}/panel`);
  const drawn = (await panel()).seats.flatMap(({ member }) => (member?.chosenBy === 'lot' ? [member] : []));
  const names = drawn.map(({ personId }) => personId).join(' and ');
  tell.happens(
    drawn[0]?.chosenAt ?? (await cast.now()),
    `The United States named nobody in time: ${names} are drawn by lot from its own roster.`,
  );
  tell.says('The secret is laid open with the draw, so that anyone can repeat it: GET /v1/cases/{id}/panel/draws.');
  const members = (await panel()).seats.flatMap(({ member }) => member?.personId ?? []);
  for (const { member, stage } of (await panel()).seats) {
    if (member && stage === 'awaiting-disclosure')
      await cast
        .as(member.personId)
        .act(`/v1/cases/${id}/panel/disclosures`, { statement: words('Nothing to disclose.') });
  }
  tell.happens(await cast.now(), 'The members disclose. Each side may challenge the other’s.');
  return members;
}

/** S7 and S8: interim text, comments, silence. */
export async function interimScene(cast: Cast, tell: Narrator, id: string, exhibit: string): Promise<void> {
  const panel = (user: string) => cast.as(user).read<PanelBody>(`/v1/cases/${id}/panel`);
  const { seats, convenedAt } = await panel('cn-desk');
  const coChairs = seats.flatMap(({ member }) => (member?.coChair ? [member.personId] : []));
  const [first = ''] = coChairs;
  tell.happens(
    await cast.now(),
    `The panel stands since ${convenedAt ?? 'never'}: equal numbers from both sides, co-chairs ` +
      `${coChairs.join(' and ')}.`,
  );
  await cast.as(first).act(`/v1/cases/${id}/panel/interim`, {
    text: words('The panel sees the matter so far as follows: the duty applies to products of one origin.'),
    exhibits: [exhibit],
  });
  const { draft } = await cast
    .as(first)
    .read<{ readonly draft: { readonly digest: string } }>(`/v1/cases/${id}/panel/votes`);
  for (const coChair of coChairs)
    await cast.as(coChair).act(`/v1/cases/${id}/panel/interim/signatures`, { digest: draft.digest });
  const signedAt = await cast.now();
  await cast.moveTo(new Date(Date.parse(signedAt) + 60_000).toISOString());
  tell.happens(signedAt, 'Both co-chairs sign the interim text over one digest; it goes to the parties alone.');
  tell.deadlines((await panel('cn-desk')).deadlines);
  await cast
    .as('cn-desk')
    .act(`/v1/cases/${id}/panel/interim/comments`, { comment: words('The rates applied are those of the exhibit.') });
  tell.happens(await cast.now(), 'China comments; the United States does not, and its time will end by itself.');
}

/** S9: votes, the outcome claim by claim, certification by one co-head and the silence of the other. */
export async function findingsScene(
  cast: Cast,
  tell: Narrator,
  id: string,
  members: readonly string[],
  exhibit: string,
): Promise<void> {
  const [first = '', ...others] = members;
  for (const member of members)
    await cast.as(member).act(`/v1/cases/${id}/panel/votes`, { claim: 'C1', on: 'substantiated' });
  const divided = (member: string) => (member.startsWith('cn-') ? 'substantiated' : 'not-substantiated');
  for (const member of members)
    await cast.as(member).act(`/v1/cases/${id}/panel/votes`, { claim: 'C2', on: divided(member) });
  await cast.as(first).act(`/v1/cases/${id}/findings/reasons`, {
    claim: 'C1',
    supports: 'substantiated',
    text: [
      ...words('The material on record shows one origin treated apart.'),
      ...inChinese('在案材料表明仅对单一原产地区别对待。'),
    ],
    exhibits: [exhibit],
  });
  const { reasons } = await cast
    .as(first)
    .read<{ readonly reasons: readonly [{ readonly digest: string }] }>(`/v1/cases/${id}/panel/votes`);
  for (const member of others)
    await cast.as(member).act(`/v1/cases/${id}/findings/reasons/adoptions`, { digest: reasons[0].digest });
  const american = others.find((member) => member.startsWith('us-')) ?? first;
  await cast.as(american).act(`/v1/cases/${id}/findings/statements`, {
    claim: 'C2',
    text: [...words('The schedule does not settle the matter.'), ...inChinese('减让表未能解决该事项。')],
    exhibits: [],
  });
  const { seats } = await cast.as('cn-desk').read<PanelBody>(`/v1/cases/${id}/panel`);
  for (const { member } of seats)
    if (member?.coChair) await cast.as(member.personId).act(`/v1/cases/${id}/findings/close`, {});
  const closedAt = await cast.now();
  await cast.moveTo(new Date(Date.parse(closedAt) + 60_000).toISOString());
  const decided = await cast.as('cn-desk').read<FindingsBody>(`/v1/cases/${id}/panel/findings`);
  tell.happens(
    closedAt,
    'The panel closes its deliberation. A claim needs a majority that includes both sides. Until the findings are ' +
      'issued nobody outside the panel reads them, neither the parties nor the co-heads, who certify the procedure.',
  );
  await cast.as('cn-cohead').act(`/v1/cases/${id}/findings/certifications`, { digest: decided.digest });
  tell.happens(await cast.now(), 'The Chinese co-head certifies the procedure over the digest and the list of steps.');
  tell.fiction('The American co-head stays silent, too.');
}
