import { fileGrievance } from '../../support/file-grievance';
import { REPLY } from '../../support/cases-at-every-stage';
import type { ExampleStory, Made } from './example-story';

interface Grievance {
  readonly measures: readonly { readonly number: string }[];
  readonly claims: readonly object[];
}
interface Proposals {
  readonly items: readonly Made[];
}

/** The cases of the story, by what they are for. */
export interface Cases {
  /** Filed as the document shows it, and replied to as it shows. */
  readonly main: string;
  /** The rest are about parts of the same measure, each for what its name says. */
  readonly late: string;
  readonly challenged: string;
  readonly drawn: string;
  readonly settled: string;
  readonly undone: string;
  readonly unanswered: string;
  readonly left: string;
  readonly paused: string;
  readonly repudiated: string;
}

/** Filing, completeness, reply, letters, and the proposals that need two signatures. */
export async function filed(story: ExampleStory): Promise<Cases> {
  const desk = await story.as('cn-desk');
  await story.shows('cn-desk', 'checkGrievance');
  const main = (await story.shows('cn-desk', 'fileCase')).id ?? '';
  const { id: draftId = '' } = await story.shows('cn-desk', 'keepDraft');
  await story.shows('cn-desk', 'replaceDraft', { draftId });
  await story.shows('cn-desk', 'fileDraft', { draftId });
  const { grievance } = story.bodies.bodyOf('fileCase') as { grievance: Grievance };
  /** The same about another measure, with one claim where it is to be supplemented. */
  const file = async (n: number, claims = 2, more: object = {}): Promise<string> => {
    const measures = grievance.measures.map((each) => ({ ...each, number: `${each.number}, part ${String(n)}` }));
    const content = { ...grievance, measures, claims: grievance.claims.slice(0, claims), ...more };
    return ((await fileGrievance(desk, content)).body as Made).id;
  };
  const deficient = await file(0, 2, { measures: grievance.measures, remedy: [] });
  await story.act('us-registry', `/v1/cases/${deficient}/completeness`, { finding: 'deficient' });
  await story.shows('cn-desk', 'cureDefects', { caseId: deficient });
  const slow = { caseId: await file(1) };
  await story.settle();
  await story.shows('us-registry', 'assignStep', slow);
  await story.shows('us-registry', 'giveRegistryDelayNotice', slow);
  await story.shows('us-registry', 'findCompleteness', { caseId: main });
  const registered = async (n: number, claims?: number, more?: object): Promise<string> => {
    const id = await file(n, claims, more);
    await story.act('us-registry', `/v1/cases/${id}/completeness`, { finding: 'complete' });
    return id;
  };
  const cases = {
    ...{ main, late: await registered(2), challenged: await registered(3), drawn: await registered(4) },
    ...{ settled: await registered(5), undone: await registered(6), unanswered: await registered(7) },
    ...{ left: await registered(8), paused: await registered(9) },
  };
  const narrow = await registered(11, 1, { measures: grievance.measures });
  await story.settle();
  await amended(story, narrow);
  await replied(story, main);
  return { ...cases, repudiated: await registered(10) };
}

/** An officer replies, and the head of the delegation says that this was not its side’s act. */
export async function repudiated(story: ExampleStory, caseId: string): Promise<void> {
  await story.act('us-desk-2', `/v1/cases/${caseId}/reply`, REPLY);
  await story.settle();
  await story.shows('us-desk', 'repudiateAct', { caseId });
}

async function replied(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('us-desk', 'proposeExtension', { caseId });
  await signs(story, 'cn-desk', caseId, true);
  await story.shows('us-desk', 'replyToCase', { caseId });
  await story.settle();
  await story.shows('cn-desk', 'offerCall', { caseId });
  await story.shows('us-desk', 'proposeCallTime', { caseId, callId: 'call:1' });
  await story.shows('cn-desk', 'answerCall', { caseId, callId: 'call:1' });
  await story.shows('cn-desk', 'fileMinutes', { caseId });
  const { minutes } = await story.read<{ minutes: readonly Made[] }>('us-desk', `/v1/cases/${caseId}/consultations`);
  const [filed] = minutes ?? [];
  await story.shows('us-desk', 'signMinutes', { caseId, minutesId: filed?.id ?? '' }, { digest: filed?.digest });
  await story.shows('us-desk', 'stateWithoutPrejudice', { caseId });
  const { items } = await story.read<{ items: readonly Made[] }>('cn-desk', `/v1/cases/${caseId}/without-prejudice`);
  const [statement] = items ?? [];
  const digest = statement?.digest;
  await story.shows('cn-desk', 'consentToLayOpen', { caseId, statementId: statement?.id ?? '' }, { digest });
  await story.shows('cn-desk', 'askForSummary', { caseId });
  await story.shows('us-desk', 'answerSummaryRequest', { caseId, summaryId: 'summary:US:1' });
  await story.shows('us-desk', 'writeLetter', { caseId });
  await story.shows('us-desk', 'proposeJoinder', { caseId });
  await story.settle();
  await notices(story, caseId);
}

async function notices(story: ExampleStory, caseId: string): Promise<void> {
  const { items } = await story.read<{ items: readonly (Made & { readonly case: string })[] }>('us-desk', '/v1/inbox');
  const notice = items?.find((each) => each.case === caseId);
  await story.shows('us-registry', 'serveNoticeAgain', { caseId, noticeId: notice?.id ?? '' });
  await story.shows('us-desk', 'retrieveNotices', { caseId }, { notices: [notice?.id] });
}

/** Amendments, alone and by consent. */
async function amended(story: ExampleStory, caseId: string): Promise<void> {
  for (const operation of ['proposeSupplement', 'proposeReplacement', 'proposeCorrection'])
    await story.shows('cn-desk', operation, { caseId });
  await story.act('us-desk', `/v1/cases/${caseId}/reply`, REPLY);
  await story.shows('cn-desk', 'amendCase', { caseId });
  await story.settle();
  await story.shows('us-desk', 'replyToAmendment', { caseId, amendmentId: 'S1' });
}

/** What both parties agree on, in the order in which each can be. */
export async function agreed(story: ExampleStory, { main, paused, challenged: other }: Cases): Promise<void> {
  await story.shows('us-desk', 'proposeLaterRules', { caseId: paused });
  await story.shows('us-desk', 'proposeComplexTrack', { caseId: paused });
  await story.shows('us-desk', 'proposeSuspension', { caseId: paused });
  await signs(story, 'cn-desk', paused);
  await story.shows('cn-desk', 'proposeResumption', { caseId: paused });
  await story.shows('us-desk', 'proposeConsolidation', { caseId: main }, { cases: [{ case: other }] });
  await signs(story, 'cn-desk', main);
  await story.settle();
  await story.shows('us-desk', 'proposeSeparation', { caseId: main });
  await story.shows('cn-desk', 'withdrawCase', { caseId: paused });
  await story.settle();
  await story.shows('us-desk', 'proposeReopening', { caseId: paused });
}

/** The other side signs the last proposal. */
async function signs(story: ExampleStory, user: string, caseId: string, asShown = false): Promise<void> {
  const { items } = await story.read<Proposals>(user, `/v1/cases/${caseId}/proposals`);
  const { id: proposalId = '', digest } = items?.at(-1) ?? {};
  if (asShown) await story.shows(user, 'signProposal', { caseId, proposalId }, { digest });
  else await story.act(user, `/v1/cases/${caseId}/proposals/${proposalId}/signatures`, { digest });
  await story.settle();
}
