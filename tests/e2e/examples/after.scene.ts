import type { ExampleStory, Made } from './example-story';
import type { Cases } from './exchange.scene';
import { answersPaper, type PaperAnswer } from './panel.scene';

interface Texts {
  readonly texts: readonly Made[];
}

/** A conciliation with conciliators, and a settlement text that both sign. */
export async function conciliated(story: ExampleStory, { settled: caseId, undone, unanswered }: Cases): Promise<void> {
  await story.act('cn-desk', `/v1/cases/${unanswered}/settlement/conciliations`);
  const path = `/v1/cases/${caseId}/settlement`;
  await story.act('cn-desk', `${path}/conciliations`);
  await story.shows('us-desk', 'acceptConciliation', { caseId, n: '1' });
  await story.shows('us-desk', 'pickConciliator', { caseId });
  await story.act('cn-desk', `${path}/conciliators`, { person: 'conciliator-2' });
  await story.shows('conciliator', 'acceptAsConciliator', { caseId });
  await story.act('conciliator-2', `${path}/conciliators/acceptances`, { of: 'CN' });
  await story.settle();
  await story.shows('conciliator', 'signConciliatorsProposal', { caseId });
  await story.shows('us-desk', 'tableSettlementText', { caseId });
  await signText(story, caseId, 'us-desk', true);
  await signText(story, caseId, 'cn-desk');
  await story.settle();

  await story.act('cn-desk', `/v1/cases/${undone}/settlement/conciliations`);
  await story.act('us-desk', `/v1/cases/${undone}/settlement/conciliations/1/acceptances`);
  await story.shows('us-desk', 'tableSettlementText', { caseId: undone });
  await signText(story, undone, 'us-desk-2');
  await story.settle();
  await story.shows('us-desk', 'repudiateSettlementSignature', { caseId: undone });
  await story.settle();
}

async function signText(story: ExampleStory, caseId: string, user: string, asShown = false): Promise<void> {
  const { texts } = await story.read<Texts>(user, `/v1/cases/${caseId}/settlement`);
  const { digest } = texts?.at(-1) ?? {};
  if (asShown) await story.shows(user, 'signSettlementText', { caseId, n: '1' }, { digest });
  else await story.act(user, `/v1/cases/${caseId}/settlement/texts/1/signatures`, { digest });
}

interface Agreement {
  readonly agreementId: string;
  readonly digest: string;
}

/** What the parties owe each other: reports, answers, later dates. @returns agreements: of one nothing was answered */
export async function owed(story: ExampleStory): Promise<readonly [missed: string, unanswered: string]> {
  const sent = story.bodies.bodyOf('proposeAgreement') as { readonly source: object };
  const proposed = async (citation?: string): Promise<string> => {
    const { agreementId = '', digest } =
      citation === undefined
        ? await story.shows<Agreement>('cn-desk', 'proposeAgreement')
        : await story.act<Agreement>('cn-desk', '/v1/agreements', { ...sent, source: { ...sent.source, citation } });
    for (const desk of ['cn-desk', 'us-desk']) await story.shows(desk, 'signAgreement', { agreementId }, { digest });
    return agreementId;
  };
  const [first, missed, unanswered] = [await proposed(), await proposed('2020 OJ 2'), await proposed('2020 OJ 3')];
  const at = { agreementId: first, obligation: 'O1', review: '1' };
  await story.settle();
  await story.shows('us-desk', 'giveStatusReport', at);
  await story.settle();
  await story.act('cn-desk', `/v1/agreements/${first}/obligations/O1/verifications`, {
    ...{ says: 'on-course', verdict: 'refused', note: [] },
  });
  await story.settle();
  interface Papers {
    readonly checks: readonly { readonly digests: Readonly<Record<string, string>> }[];
  }
  const { checks } = await story.read<Papers>('us-cohead', `/v1/agreements/${first}/papers`);
  await story.shows('us-cohead', 'signJointCheck', at, { digest: checks?.[0]?.digests['as-reported'] });
  await story.shows('us-desk', 'proposeLaterDate', at);
  await story.shows('cn-desk', 'acceptLaterDate', at);
  const second = { ...at, agreementId: missed };
  await story.shows('us-desk', 'giveStatusReport', second);
  await story.settle();
  await story.shows('cn-desk-2', 'verifyObligation', second);
  await story.settle();
  await story.shows('cn-desk', 'repudiateAgreementAct', second);
  await story.shows('us-desk', 'giveStatusReport', { ...at, agreementId: unanswered });
  return [missed, unanswered];
}

/** What came in its last minute by another channel is entered an hour after it, and confirmed by the other registry. */
export async function enteredLate(
  story: ExampleStory,
  { officer, address, body, lastMinute, ...answering }: LateEntry,
): Promise<void> {
  const { digest: original } = await story.upload(officer, `What came for ${address}`);
  const received = { channel: 'Note handed over at the seat', cameAt: lastMinute, original };
  await story.act(officer, address, { ...body, received });
  await answersPaper(story, { ...answering, user: officer.startsWith('us') ? 'cn-registry' : 'us-registry' });
}

interface LateEntry extends Omit<PaperAnswer, 'user'> {
  readonly officer: string;
  readonly address: string;
  readonly body: object;
  readonly lastMinute: string;
}

/** A party leaves, takes its notice back, leaves again, and goes on at another forum. */
export async function referred(story: ExampleStory, caseId: string): Promise<void> {
  const notice = `/v1/cases/${caseId}/referral/exit-notices`;
  await story.act('cn-desk-2', notice);
  await story.settle();
  await story.shows('cn-desk', 'repudiateExitNotice', { caseId });
  await story.act('cn-desk', notice);
  await story.settle();
  await story.shows('cn-desk', 'requestDossier', { caseId });
  await story.settle();
  const { assembly } = await story.read<{ assembly: Made | null }>(
    'cn-cohead',
    `/v1/cases/${caseId}/referral/dossiers/1`,
  );
  for (const user of ['cn-cohead', 'us-cohead'])
    await story.shows(user, 'signDossier', { caseId, n: '1' }, { digest: assembly?.digest });
}

/** The dossier is handed over, and the forum has it. */
export async function transmitted(story: ExampleStory, caseId: string): Promise<void> {
  await story.shows('cn-desk', 'recordTransmission', { caseId, n: '1' });
  await story.shows('cn-desk', 'recordForumEvent', { caseId });
}
