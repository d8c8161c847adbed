import { MEMBERS, words } from '../../support/cases-under-review';
import type { ExampleStory, Made } from './example-story';

const NOTHING = { statement: words('Nothing to disclose.') };
const deskOf = (member: string): string => (member.startsWith('cn-') ? 'cn-desk' : 'us-desk');

interface Panel {
  readonly challenges: readonly (Made & { readonly digests: Readonly<Record<string, string>> })[];
  readonly deadlines: readonly { readonly id: string; readonly dueAt: string }[];
  readonly extensions: readonly Made[];
}

/** Both sides name their members, who disclose; the first of each side as the document shows it. */
export async function composed(story: ExampleStory, caseId: string): Promise<void> {
  const path = `/v1/cases/${caseId}/panel`;
  await story.shows('us-desk', 'nominateMember', { caseId });
  for (const member of MEMBERS.filter((each) => each !== 'us-panel-1'))
    await story.act(deskOf(member), `${path}/nominations`, { member, coChair: member.endsWith('-1') });
  await story.shows('us-panel-1', 'discloseAsMember', { caseId });
  for (const member of MEMBERS.filter((each) => each !== 'us-panel-1'))
    await story.act(member, `${path}/disclosures`, NOTHING);
}

/** A member is challenged, and kept by one co-head alone. */
export async function challenged(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-desk', 'challengeMember', { caseId });
  const { challenges } = await story.read<Panel>('us-cohead', `/v1/cases/${caseId}/panel`);
  const [challenge] = challenges ?? [];
  const digest = challenge?.digests['not-upheld'];
  await story.shows('us-cohead', 'decideChallenge', { caseId, challengeId: challenge?.id ?? '' }, { digest });
}

/** The co-heads did not decide together: the member stays, and is replaced without a reason; another one leaves. */
export async function replaced(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-desk', 'replaceMember', { caseId });
  await story.shows('us-panel-2', 'leavePanel', { caseId });
}

/** Each side adds a nonce to the draw of a seat for which nobody is named. */
export async function drawnByLot(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-desk', 'commitNonce', { caseId });
}

/** What is done while the panel sits and reviews. */
export async function reviewed(story: ExampleStory, caseId: string): Promise<void> {
  const path = `/v1/cases/${caseId}/panel`;
  await story.shows('us-panel-1', 'signTerms', { caseId });
  await story.shows('us-cohead', 'signJointProposal', { caseId });
  await story.shows('us-panel-1', 'givePanelDelayNotice', { caseId });
  await story.shows('us-desk', 'proposePanelExtension', { caseId });
  const { extensions } = await story.read<Panel>('cn-desk', path);
  const { id: extensionId = '', digest } = extensions?.at(-1) ?? {};
  await story.shows('cn-desk', 'signPanelExtension', { caseId, extensionId }, { digest });
  await asked(story, caseId);
  await heard(story, caseId);
}

async function asked(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-panel-1', 'askForInformation', { caseId });
  await story.settle();
  await story.shows('us-desk', 'answerInformationRequest', { caseId, requestId: 'request:1' });
  await story.shows('cn-desk', 'commentOnMaterial', { caseId, materialId: 'answer:1' });
}

async function heard(story: ExampleStory, caseId: string): Promise<void> {
  const path = `/v1/cases/${caseId}/panel`;
  const experts = [{ name: words('Institute'), expertise: ['statistics'], personId: 'expert' }];
  await story.act('us-desk', `${path}/expert-lists`, { experts });
  await story.shows('cn-desk', 'proposeExperts', { caseId });
  for (const expertId of ['expert:US:1', 'expert:CN:1']) {
    await story.shows('us-panel-1', 'chooseExpert', { caseId, expertId });
    await story.shows('cn-panel-1', 'chooseExpert', { caseId, expertId });
  }
  await story.act('us-panel-1', `${path}/third-parties`, { name: words('Importers'), personId: 'third-party' });
  await story.shows('us-panel-1', 'admitThirdParty', { caseId });
  await story.settle();
  await story.shows('expert', 'discloseAsExpert', { caseId, assignmentId: 'expert:US:1' });
  await lent(story, caseId);
  await story.shows('expert', 'giveExpertReport', { caseId, assignmentId: 'expert:US:1' });
  await story.shows('third-party', 'fileThirdPartyNote', { caseId, assignmentId: 'third-party:1' });
  const { digest: original } = await story.upload('us-registry', 'A letter of a third party');
  const own = { received: { original } };
  await story.shows('us-registry', 'enterThirdPartyNote', { caseId, thirdPartyId: 'third-party:2' }, own);
  const entries = `/v1/cases/${caseId}/panel/late-entries`;
  await answersPaper(story, { entries, operationId: 'answerLateEntryOfPanel', at: { caseId } });
  await story.shows('us-registry', 'enterExpertReport', { caseId, expertId: 'expert:CN:1' }, own);
}

async function lent(story: ExampleStory, caseId: string): Promise<void> {
  const at = { caseId, number: 'USA-1', assignment: 'expert:US:1' };
  await story.shows('us-panel-1', 'askForLoan', at);
  const { digest } = await story.read<Made>('us-cohead', `/v1/cases/${caseId}/exhibits/USA-1/loans/expert:US:1/draft`);
  await story.shows('us-cohead', 'signLoan', at, { digest });
}

interface Entries {
  readonly items: readonly (Made & { readonly original: string })[];
}

export interface PaperAnswer {
  /** Address of the entries among which it stands last. */
  readonly entries: string;
  readonly operationId: string;
  readonly at: Readonly<Record<string, string>>;
  /** The officer of the other side’s registry; of China’s when left out. */
  readonly user?: string;
}

/** The registry of the other side confirms the last entry of what came on paper. */
export async function answersPaper(
  story: ExampleStory,
  { entries, operationId, at, user }: PaperAnswer,
): Promise<void> {
  await story.settle();
  const officer = user ?? 'cn-registry';
  const { items } = await story.read<Entries>(officer, entries);
  const { id: entryId = '', original } = items?.at(-1) ?? {};
  await story.shows(officer, operationId, { ...at, entryId }, { original });
}

/** The interim text, the votes and the reasons, up to findings that are issued. */
export async function decided(story: ExampleStory, caseId: string): Promise<void> {
  const room = () =>
    story.read<{ draft: Made | null; reasons: readonly Made[] }>('us-panel-1', `/v1/cases/${caseId}/panel/votes`);
  await story.shows('us-panel-1', 'draftInterimText', { caseId });
  const { draft } = await room();
  for (const coChair of ['us-panel-1', 'cn-panel-1'])
    await story.shows(coChair, 'signInterimText', { caseId }, { digest: draft?.digest });
  await story.settle();
  await story.act('cn-desk', `/v1/cases/${caseId}/panel/interim/meeting-requests`);
  await story.settle();
  await story.shows('us-panel-1', 'nameInterimMeeting', { caseId });
  await story.shows('cn-desk', 'commentOnInterimText', { caseId });
  await story.shows('cn-desk', 'withdrawClaims', { caseId });
  await story.settle();
  await story.shows('us-desk', 'consentToRefiling', { caseId });
  await story.moveTo('2026-05-07T10:00:00+02:00');
  for (const desk of ['us-desk', 'cn-desk']) await story.act(desk, `/v1/cases/${caseId}/panel/interim/done`);
  await story.settle();
  await story.shows('us-panel-1', 'writeDeliberationNote', { caseId });
  await story.shows('us-panel-1', 'voteOnObjection', { caseId, objectionId: 'objection:1' });
  await story.shows('us-panel-1', 'voteOnClaim', { caseId });
  await story.shows('us-panel-2', 'voteOnClaims', { caseId });
  const votes = `/v1/cases/${caseId}/panel`;
  for (const member of ['cn-panel-1', 'cn-panel-2'])
    await story.act(member, `${votes}/votes`, { claim: 'C1', on: 'substantiated' });
  for (const member of MEMBERS.filter((each) => each !== 'us-panel-1'))
    await story.act(member, `${votes}/objections/objection:1/votes`, { on: 'not-sustained' });
  await story.shows('us-panel-1', 'layDownReasons', { caseId });
  const { digest } = (await room()).reasons?.at(-1) ?? {};
  for (const member of ['us-panel-2', 'cn-panel-1']) await story.shows(member, 'adoptReasons', { caseId }, { digest });
  await story.shows('cn-panel-2', 'giveSeparateStatement', { caseId });
  for (const coChair of ['us-panel-1', 'cn-panel-1']) await story.act(coChair, `/v1/cases/${caseId}/findings/close`);
  await story.settle();
  await issued(story, caseId);
}

async function issued(story: ExampleStory, caseId: string): Promise<void> {
  for (const coChair of ['us-panel-1', 'cn-panel-1']) await story.shows(coChair, 'translateFindings', { caseId });
  const { digest } = await story.read<Made>('us-cohead', `/v1/cases/${caseId}/panel/findings`);
  for (const coHead of ['us-cohead', 'cn-cohead']) await story.shows(coHead, 'certifyFindings', { caseId }, { digest });
  await story.settle();
  const { deadlines } = await story.read<Panel>('us-desk', `/v1/cases/${caseId}/panel`);
  const due = deadlines?.find(({ id }) => id === 'certification')?.dueAt;
  if (due !== undefined) await story.moveTo(new Date(Date.parse(due) + 60_000).toISOString());
  await story.shows('us-desk', 'markPassages', { caseId });
  const { marks } = await story.read<{ marks: readonly Made[] }>('cn-desk', `/v1/cases/${caseId}/panel/findings`);
  const { id: markId = '', digest: marked } = marks?.[0] ?? {};
  await story.shows('us-panel-1', 'giveMarkLeave', { caseId, markId }, { digest: marked });
}
