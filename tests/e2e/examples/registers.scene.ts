import { listPanelists } from '../../support/rosters';
import { codeIn } from '../../support/mailbox';
import { wordsInBoth } from '../../support/cases-under-review';
import type { ExampleStory, Made } from './example-story';

const AUTHORITY = 'Letter of 2 March 2026';
const OFFICER = 'officer@ministry.example';

/** What stands outside any case: rosters, delegations, watch lists, addresses, calendars, rules, outages. */
export async function registered(story: ExampleStory): Promise<void> {
  await story.shows('operator', 'moveDemonstrationClock');
  await rosters(story);
  await delegations(story);
  await addresses(story);
  await signedByCoHeads(story);
  await story.shows('operator', 'rebuildReadModel');
}

async function rosters(story: ExampleStory): Promise<void> {
  await story.shows('us-desk', 'addRosterMember', { party: 'US' });
  await story.act('us-panel-1', '/v1/rosters/US/acceptances');
  await listPanelists(story.url, 'US', [2, 3, 4, 5, 6]);
  await listPanelists(story.url, 'CN', [1, 2, 3, 4, 5, 6]);
  await story.shows('us-desk', 'fileDutyRoster', { party: 'US' });
  const members = ['cn-panel-4', 'cn-panel-5'];
  await story.act('cn-desk', '/v1/rosters/CN/duty-rosters', { month: '2026-03', members });
  await story.shows('us-panel-1', 'stateAvailability', { party: 'US' });
}

async function delegations(story: ExampleStory): Promise<void> {
  for (const user of ['us-cohead', 'us-registry']) await story.shows(user, 'nameDelegationHead', { party: 'US' });
  for (const user of ['cn-cohead', 'cn-registry'])
    await story.act(user, '/v1/parties/CN/delegations/head', { personId: 'cn-desk', authority: AUTHORITY });
  await story.settle();
  await story.shows('us-desk', 'recordDelegation', { party: 'US' });
  await story.shows('us-desk', 'recordPartyKey', { party: 'US' });
  await story.shows('us-desk', 'endPartyKey', { party: 'US' });
  await recordSecond(story);
  await story.shows('us-desk', 'fileWatchList', { party: 'US' });
  const channels = [{ kind: 'log', address: 'duty-officer' }];
  const officers = [{ personId: 'cn-desk', duty: 'official', channels }];
  await story.act('cn-desk', '/v1/parties/CN/watch-list', { officers });
  await story.settle();
}

/** China records its second officer. A repudiation of what the officer did ends that. */
export async function recordSecond(story: ExampleStory): Promise<void> {
  const second = { personId: 'cn-desk-2', scope: 'desk', authority: AUTHORITY };
  await story.act('cn-desk', '/v1/parties/CN/delegations', second);
  await story.settle();
}

async function addresses(story: ExampleStory): Promise<void> {
  await story.shows('us-desk', 'chooseAlerts');
  const [letter] = await story.mailbox.until(OFFICER, 1);
  await story.shows('us-desk', 'confirmAlerts', {}, { code: codeIn(letter) });
  const { id: webhookId = '' } = await story.shows('us-desk', 'addWebhook');
  await story.shows('us-desk', 'replayWebhook', { webhookId });
}

/** What both co-heads sign over one digest. */
async function signedByCoHeads(story: ExampleStory): Promise<void> {
  const outage = await story.shows<Made & { readonly annulmentDigest: string }>('us-cohead', 'proposeOutage');
  const at = { outageId: outage.id ?? '' };
  await story.shows('cn-cohead', 'signOutage', at, { digest: outage.digest });
  await story.shows('us-cohead', 'annulOutage', at, { digest: outage.annulmentDigest });
  const year = await story.shows('us-cohead', 'proposeCalendarYear');
  await story.shows('cn-cohead', 'signCalendarYear', { noticeId: year.id ?? '' }, { digest: year.digest });
  const { digest } = await story.read<Made>('us-cohead', '/v1/rules/2026-2');
  for (const user of ['us-cohead', 'cn-cohead'])
    await story.shows(user, 'signRules', { version: '2026-2' }, { digest });
}

/** A request of routine that is answered, and a crisis for which a team is drawn. */
export async function called(story: ExampleStory): Promise<void> {
  const routine = await story.shows('us-desk', 'askOnHotline');
  const crisis = await story.act('us-desk', '/v1/hotline', {
    ...{ grade: 'crisis', subject: wordsInBoth('An incident.', '一起事件。') },
  });
  const at = { hotlineId: crisis.id ?? '' };
  const path = `/v1/hotline/${at.hotlineId}`;
  await story.settle();
  await story.shows('cn-desk', 'acknowledgeHotlineRequest', { hotlineId: routine.id ?? '' });
  await story.shows('us-desk', 'commitCrisisNonce', at);
  await story.act('us-desk', `${path}/crisis-team`);
  await later(story, 11);
  await story.shows('us-desk', 'layOpenCrisisNonce', at);
  await later(story, 15);
  await story.shows('us-panel-1', 'draftOptionsPaper', at);
  const { optionsPaper } = await story.read<{ optionsPaper: Made | null }>('us-panel-1', path);
  await story.shows('us-panel-1', 'signOptionsPaper', at, { digest: optionsPaper?.digest });
}

/** Lets so many minutes pass. */
export async function later(story: ExampleStory, minutes: number): Promise<void> {
  await story.moveTo(new Date(Date.parse(await story.now()) + minutes * 60_000).toISOString());
}
