import { InMemoryEventStore, type RecordedEvent } from '@parley/event-store';
import type { ChannelAnswer, CommandId, Instant, PartyCode } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { clocksOf, complainant, respondent } from '../../case/case-story.fixture';
import { HotlineRequests, WatchLists } from '../../repositories';
import { hotlineStream, WATCH_LIST_CATEGORY } from '../../streams';
import { watchListDecider, type WatchDuty } from '../watch-lists/watch-list.rules';
import { IntakeApp } from '../../intake-app.fixture';
import { callsForSending, sendingProcess } from './hotline-sending.reaction';

const NOW = '2025-03-01T23:00:00.000Z' as Instant;
const [US, CN] = ['US', 'CN'] as [PartyCode, PartyCode];
const hotlineId = '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11';
const took: ChannelAnswer = { accepted: true, answer: '250', again: false };
const later: ChannelAnswer = { accepted: false, answer: '451', again: true };
const never: ChannelAnswer = { accepted: false, answer: '550', again: false };

describe('what is sent of a request on the hotline', () => {
  let store: InMemoryEventStore;
  let hotlines: HotlineRequests;
  let watchLists: WatchLists;
  let sent: string[];
  const context = (id: string) => ({
    ...{ commandId: id as CommandId, cause: { kind: 'event', id } as const, process: 'spec' },
  });

  beforeEach(async () => {
    store = new InMemoryEventStore({ clock: { now: () => NOW } });
    const ports = { store, clocksOf, ruleSetVersion: currentRuleSet.version };
    hotlines = new HotlineRequests(ports);
    watchLists = new WatchLists(ports, WATCH_LIST_CATEGORY, watchListDecider);
    sent = [];
    const officer = (personId: string, duty: WatchDuty, ...ids: readonly string[]) => ({
      ...{ personId: personId as never, duty },
      channels: ids.map((id) => ({ id, kind: 'log', works: true, answer: '' }) as const),
    });
    const list = [officer('a', 'official', 'c1', 'c2'), officer('b', 'official', 'c3'), officer('d', 'deputy', 'c4')];
    const filing = { type: 'FileWatchList', ...respondent(NOW), register: US, officers: list } as const;
    await watchLists.proceed(US, filing, context('list'));
    const about = { hotlineId, caseId: null, parties: [US, CN], subject: [], before: [] } as const;
    const request = { type: 'RequestHotline', grade: 'crisis', ...about, ...complainant(NOW) } as const;
    await hotlines.proceed(hotlineId, request, context('request'));
  });

  const answering = (answerOf: (channel: string) => ChannelAnswer) =>
    sendingProcess({
      ...{ hotlines, watchLists, clock: { now: () => NOW } },
      courier: {
        send: async ({ id }) => {
          sent.push(id);
          return answerOf(id);
        },
        pause: () => Promise.resolve(),
      },
    });
  const events = async (): Promise<readonly RecordedEvent[]> =>
    (await store.read(hotlineStream(hotlineId))).filter(callsForSending);
  const deliveries = async () => {
    const { state } = await hotlines.read(hotlineId);
    return state.status === 'silent'
      ? []
      : state.deliveries.map(({ channel, status, answer }) => [channel, status, answer]);
  };

  it('goes out by every channel of every official, and what each answered is on record (I-74)', async () => {
    const [request] = await events();
    await answering((id) => (id === 'c2' ? never : took))(request!, 'r' as CommandId);
    expect(sent).toEqual(['c1', 'c2', 'c3']);
    expect(await deliveries()).toEqual([
      ['c1', 'accepted', '250'],
      ['c2', 'failed', '550'],
      ['c3', 'accepted', '250'],
    ]);
  });

  it('goes out by the channels of the deputies in their turn', async () => {
    for (const deadlineId of ['official', 'coheads'])
      await hotlines.proceed(hotlineId, { type: 'ExpireRung', deadlineId }, context(deadlineId));
    const [request, deputies, ...more] = await events();
    expect(more).toEqual([]);
    await answering(() => took)(request!, 'r' as CommandId);
    await answering(() => took)(deputies!, 'd' as CommandId);
    expect(sent).toEqual(['c1', 'c2', 'c3', 'c4']);
  });

  it('is tried three times where a channel says that it may take it later, and no more', async () => {
    const [request] = await events();
    await answering((id) => (id === 'c3' ? later : took))(request!, 'r' as CommandId);
    expect(sent.filter((id) => id === 'c3')).toHaveLength(3);
    expect((await deliveries()).at(-1)).toEqual(['c3', 'failed', '451']);
  });

  it('goes on after a crash with the channels that had not answered, and with no other', async () => {
    const [request] = await events();
    const dies = answering((id) => {
      if (id === 'c3') throw new Error('killed');
      return took;
    });
    await expect(dies(request!, 'r' as CommandId)).rejects.toThrow('killed');
    await new Promise((resolve) => setTimeout(resolve, 20));
    sent = [];
    const goesOn = answering(() => took);
    await goesOn(request!, 'r' as CommandId);
    await goesOn(request!, 'r' as CommandId);
    expect(sent).toEqual(['c3']);
    expect((await deliveries()).map(([, status]) => status)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  it('is by the list as it stood when the request came, whatever was filed since', async () => {
    const none = { type: 'FileWatchList', ...respondent(NOW), register: US, officers: [] } as const;
    const [request] = await events();
    const before = { ...request!, recordedAt: '2025-03-01T22:59:59.999Z' as Instant };
    await watchLists.proceed(US, none, context('emptied'));
    await answering(() => took)(before, 'r' as CommandId);
    expect(sent).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });
});

describe('a request on the hotline over the API', () => {
  it('reaches the other side’s officials by its place alone, and both sides see what each channel did', async () => {
    const intake = await IntakeApp.start();
    await intake.fileWatchLists();
    const subject = [{ lang: 'en', text: 'A ship is missing.', kind: 'original' }];
    const { id } = (await intake.post('/v1/hotline', 'cn-desk', { grade: 'crisis', subject })).json<{ id: string }>();
    await intake.service.idle();
    expect(intake.sent).toMatchObject([{ to: 'us-desk', alert: { link: `/v1/hotline/${id}` } }]);
    expect(JSON.stringify(intake.sent)).not.toContain('ship');
    for (const who of ['cn-desk', 'us-desk']) {
      const read = await intake.get(`/v1/hotline/${id}`, who);
      expect(read.json()).toMatchObject({ deliveries: [{ kind: 'log', duty: 'official', status: 'accepted' }] });
      expect(JSON.stringify(read.json<{ deliveries: object }>().deliveries)).not.toContain('us-desk');
    }
    await intake.stop();
  });
});
