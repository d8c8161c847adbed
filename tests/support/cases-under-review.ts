import { REPLY } from './cases-at-every-stage';
import type { Client } from './client';
import { clientsOf } from './clients-of';
import { aboutAnother, CONSTRUCTED, CONSTRUCTED_ZH, constructedGrievance } from './constructed';
import { fileExhibit } from './file-exhibit';
import { fileGrievance } from './file-grievance';
import { listRosters } from './rosters';
import { wtoCase } from './wto-case';

/**
 * One case at each stage of the panel and after it, all of China against the United States; the values are case ids.
 */
export interface ReviewedCases {
  /** China has named both of its members, the United States one; `cn-panel-1` has disclosed. */
  readonly nominating: string;
  /**
   * All have disclosed, and the United States challenges `cn-panel-1`; its co-head has signed that the member stays.
   */
  readonly challenged: string;
  /** The co-heads were silent on the challenge, and the United States has used its one replacement. */
  readonly replaced: string;
  /** About DS633 itself, with the exhibit `CHN-1`, and a draft that the Chinese co-chair has signed. */
  readonly reviewing: string;
  /** Composed, and `us-panel-2` has left since. */
  readonly broken: string;
  /** With an interim text, on which China has commented; it has given notice that it goes to the WTO, too. */
  readonly interim: string;
  /** Both have commented; `cn-panel-1` has voted on C1. */
  readonly deciding: string;
  /** The deliberation is closed, and the Chinese co-head has certified. */
  readonly closed: string;
  /** With findings, the exhibit `CHN-1` and a dossier that the Chinese co-head has signed. */
  readonly issued: string;
}

/** The demonstration time at which the first cases are staged. */
export const REVIEWED_FROM = '2026-03-02T09:00:00+01:00';
/** Co-heads who are silent on a challenge of that day have let its time pass by the review, and no replacement's. */
const CHALLENGED = '2026-03-20T10:00:00+01:00';
/** Nominations, disclosures, the time for challenges and consultations are over. */
const REVIEWING = '2026-04-01T10:00:00+02:00';
export const MEMBERS = ['cn-panel-1', 'cn-panel-2', 'us-panel-1', 'us-panel-2'] as const;
const CO_CHAIRS = ['cn-panel-1', 'us-panel-1'] as const;

export const words = (text: string) => [{ lang: 'en', text: `${CONSTRUCTED}${text}`, kind: 'original' }];
export const wordsInBoth = (en: string, zh: string) => [
  ...words(en),
  { lang: 'zh-Hans', text: `${CONSTRUCTED_ZH}${zh}`, kind: 'translation', of: 'en' },
];
export const CUSTODY = {
  from: 'Ministry of Commerce',
  to: 'Registry',
  at: '2026-03-02T09:00:00+01:00',
  purpose: 'Filing',
};
export const EXHIBIT = {
  title: `${CONSTRUCTED}Tariff lines`,
  fileName: 'tariff-lines.csv',
  mediaType: 'text/csv',
  tier: 'PANEL',
  claims: ['C1'],
  custody: CUSTODY,
} as const;
export const DOSSIER = {
  forum: 'WTO',
  consultationProvisions: [{ agreement: 'DSU', provision: '4' }],
  measures: ['M1'],
  claims: ['C1', 'C2'],
  furtherClaimsReserved: true,
  statement: [],
  availableEvidence: [],
};

const cast = (url: string) =>
  clientsOf(url, 'cn-desk', 'us-desk', 'us-registry', 'cn-cohead', 'us-cohead', 'operator', ...MEMBERS);
type Cast = Awaited<ReturnType<typeof cast>>;

/** Brings a Parley with a demonstration clock at `REVIEWED_FROM` to a case at each stage of the panel. */
export async function stageReviews(url: string): Promise<ReviewedCases> {
  const clients = await cast(url);
  await listRosters(url);
  const [reviewing, broken, interim, deciding, closed, issued] = await Promise.all([
    registered(clients, GRIEVANCE),
    registered(clients, aboutAnother(GRIEVANCE, 2)),
    registered(clients, aboutAnother(GRIEVANCE, 3)),
    registered(clients, aboutAnother(GRIEVANCE, 4)),
    registered(clients, aboutAnother(GRIEVANCE, 5)),
    registered(clients, aboutAnother(GRIEVANCE, 6)),
  ]);
  await settle(clients);
  const panels = [reviewing, broken, interim, deciding, closed, issued];
  for (const id of panels) {
    await clients['us-desk'].act(`/v1/cases/${id}/reply`, REPLY);
    await composed(clients, id);
  }
  for (const id of [reviewing, issued])
    await fileExhibit(clients['cn-desk'], id, Uint8Array.from(Buffer.from(`line,rate\n${id},10\n`)), EXHIBIT);
  await moveTo(clients, CHALLENGED);
  const replaced = await registered(clients, aboutAnother(GRIEVANCE, 9));
  await settle(clients);
  await composed(clients, replaced);
  await challengedBy(clients, replaced);
  await moveTo(clients, REVIEWING);
  await clients['us-desk'].act(`/v1/cases/${replaced}/panel/replacements`, { member: 'cn-panel-1' });
  await clients['us-panel-2'].act(`/v1/cases/${broken}/panel/recusals`, { reason: words('Illness.') });
  await drafted(clients, reviewing, ['cn-panel-1']);
  for (const id of [interim, deciding, closed, issued]) await drafted(clients, id, CO_CHAIRS);
  await clients['cn-desk'].act(`/v1/cases/${interim}/referral/exit-notices`, {});
  await settle(clients);
  for (const id of [interim, deciding, closed, issued])
    await clients['cn-desk'].act(`/v1/cases/${id}/panel/interim/comments`, { comment: words('As before.') });
  for (const id of [deciding, closed, issued])
    for (const desk of ['us-desk', 'cn-desk'] as const)
      await clients[desk].act(`/v1/cases/${id}/panel/interim/done`, {});
  await clients['cn-panel-1'].act(`/v1/cases/${deciding}/panel/votes`, { claim: 'C1', on: 'substantiated' });
  for (const id of [closed, issued]) await decided(clients, id);
  await settle(clients);
  await certified(clients, closed, ['cn-cohead']);
  await certified(clients, issued, ['cn-cohead', 'us-cohead']);
  await settle(clients);
  await clients['cn-desk'].act(`/v1/cases/${issued}/referral/dossiers`, DOSSIER);

  const [nominating, challenged] = await Promise.all([
    registered(clients, aboutAnother(GRIEVANCE, 7)),
    registered(clients, aboutAnother(GRIEVANCE, 8)),
  ]);
  await settle(clients);
  await nominated(clients, nominating, ['cn-panel-1', 'cn-panel-2', 'us-panel-1']);
  await clients['cn-panel-1'].act(`/v1/cases/${nominating}/panel/disclosures`, NOTHING);
  await composed(clients, challenged);
  await challengedBy(clients, challenged);
  await keptByOne(clients, challenged);
  await settle(clients);
  const { assembly } = await clients['cn-cohead'].read<{ assembly: { digest: string } }>(
    `/v1/cases/${issued}/referral/dossiers/1`,
  );
  await clients['cn-cohead'].act(`/v1/cases/${issued}/referral/dossiers/1/signatures`, { digest: assembly.digest });
  await settle(clients);
  return { nominating, challenged, replaced, reviewing, broken, interim, deciding, closed, issued };
}

const GRIEVANCE = constructedGrievance(wtoCase(633));
const NOTHING = { statement: words('Nothing to disclose.') };

const moveTo = (clients: Cast, to: string) => clients.operator.act('/v1/demonstration-clock', { to });

/** Lets a minute pass. A move of the clock answers once everything that follows from the acts has been done. */
async function settle(clients: Cast): Promise<void> {
  const { now } = await clients.operator.read<{ now: string }>('/v1/demonstration-clock');
  await moveTo(clients, new Date(Date.parse(now) + 60_000).toISOString());
}

async function registered(clients: Cast, grievance: object): Promise<string> {
  const { id } = (await fileGrievance(clients['cn-desk'], grievance)).body as { id: string };
  await clients['us-registry'].act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
  return id;
}

const deskOf = (clients: Cast, member: string): Client => clients[member.startsWith('cn-') ? 'cn-desk' : 'us-desk'];

async function nominated(clients: Cast, id: string, members: readonly string[]): Promise<void> {
  for (const member of members)
    await deskOf(clients, member).act(`/v1/cases/${id}/panel/nominations`, { member, coChair: member.endsWith('-1') });
}

async function composed(clients: Cast, id: string): Promise<void> {
  await nominated(clients, id, MEMBERS);
  for (const member of MEMBERS) await clients[member].act(`/v1/cases/${id}/panel/disclosures`, NOTHING);
}

const challengedBy = (clients: Cast, id: string) =>
  clients['us-desk'].act(`/v1/cases/${id}/panel/challenges`, {
    member: 'cn-panel-1',
    grounds: words('Counsel in the matter.'),
  });

/** One co-head signs that the member stays. */
async function keptByOne(clients: Cast, id: string): Promise<void> {
  const { challenges } = await clients['us-cohead'].read<{
    challenges: readonly [{ id: string; digests: Readonly<Record<string, string>> }];
  }>(`/v1/cases/${id}/panel`);
  const [challenge] = challenges;
  await clients['us-cohead'].act(`/v1/cases/${id}/panel/challenges/${challenge.id}/decisions`, {
    verdict: 'not-upheld',
    digest: challenge.digests['not-upheld'],
  });
}

async function drafted(clients: Cast, id: string, signers: readonly (typeof CO_CHAIRS)[number][]): Promise<void> {
  await clients['cn-panel-1'].act(`/v1/cases/${id}/panel/interim`, {
    text: words('The panel sees it so far as follows.'),
    exhibits: [],
  });
  const { draft } = await clients['cn-panel-1'].read<{ draft: { digest: string } }>(`/v1/cases/${id}/panel/votes`);
  for (const signer of signers)
    await clients[signer].act(`/v1/cases/${id}/panel/interim/signatures`, { digest: draft.digest });
}

async function decided(clients: Cast, id: string): Promise<void> {
  const { claims } = await clients['cn-desk'].read<{ claims: readonly string[] }>(`/v1/cases/${id}/panel`);
  for (const member of MEMBERS)
    for (const claim of claims)
      await clients[member].act(`/v1/cases/${id}/panel/votes`, { claim, on: 'substantiated' });
  for (const coChair of CO_CHAIRS) await clients[coChair].act(`/v1/cases/${id}/findings/close`, {});
}

async function certified(clients: Cast, id: string, coHeads: readonly ('cn-cohead' | 'us-cohead')[]): Promise<void> {
  const { digest } = await clients['cn-desk'].read<{ digest: string }>(`/v1/cases/${id}/panel/findings`);
  for (const coHead of coHeads) await clients[coHead].act(`/v1/cases/${id}/findings/certifications`, { digest });
}
