import { intake as messages, told } from '@parley/contracts';
import { publishes } from '../../case/case.tells';
import { IntakeApp } from '../../intake-app.fixture';
import { watchListStream } from '../../streams';

interface List {
  readonly officers: readonly {
    readonly personId: string;
    readonly channels: readonly { readonly id: string; readonly address: string; readonly works: boolean }[];
  }[];
}

const official = (personId: string, ...addresses: readonly string[]) => ({
  ...{ personId, duty: 'official' },
  channels: addresses.map((address) => ({ kind: 'log', address })),
});

describe('the watch list of a side', () => {
  let intake: IntakeApp;
  beforeEach(async () => {
    intake = await IntakeApp.start();
  });
  afterEach(() => intake.stop());

  const file = (officers: readonly object[], who = 'us-desk', party = 'US') =>
    intake.post(`/v1/parties/${party}/watch-list`, who, { officers });
  const facts = async () =>
    (await intake.get('/v1/hotline/watch-lists')).json<{ items: readonly { party: string; empty: boolean }[] }>().items;

  it('is empty at first, which everybody may know, and so is that there is one, and none any more', async () => {
    expect(await facts()).toEqual([
      { party: 'US', empty: true },
      { party: 'CN', empty: true },
    ]);
    expect((await file([official('us-desk', 'one')])).statusCode).toBe(200);
    expect((await file([official('us-desk', 'two')])).statusCode).toBe(200);
    expect(await facts()).toEqual([
      { party: 'US', empty: false },
      { party: 'CN', empty: true },
    ]);
    expect((await file([])).statusCode).toBe(200);
    const recorded = await intake.recorded(watchListStream('US' as never));
    const said = recorded.flatMap(publishes).map((event) => told(event, messages.WatchListRecordedSchema)?.status);
    expect(said).toEqual(['kept', 'empty']);
  });

  it('is read by its own side alone, and no event holds an address (I-76)', async () => {
    await file([official('us-desk', 'a-secret-number')]);
    expect((await intake.get('/v1/parties/US/watch-list', 'us-auditor')).json()).toMatchObject({
      officers: [{ personId: 'us-desk', channels: [{ address: 'a-secret-number', works: true, answer: '250' }] }],
    });
    for (const who of ['cn-desk', 'cn-auditor'])
      expect((await intake.get('/v1/parties/US/watch-list', who)).statusCode).toBe(404);
    for (const who of ['cn-cohead', 'us-cohead', 'us-registry', 'us-1'])
      expect((await intake.get('/v1/parties/US/watch-list', who)).statusCode).toBe(403);
    expect((await intake.get('/v1/parties/US/watch-list')).statusCode).toBe(401);
    const recorded = await intake.recorded(watchListStream('US' as never));
    expect(recorded.map(({ tier }) => tier)).toEqual(['FILER']);
    expect(recorded.map(({ payload }) => Buffer.from(payload).toString()).join()).not.toContain('a-secret-number');
  });

  it('is refused without a channel that works for everybody on it, and stays as it was', async () => {
    await file([official('us-desk', 'one')]);
    expect((await file([official('us-desk', 'one'), official('us-desk-2', 'away-1', 'away-2')])).json()).toMatchObject({
      ...{ status: 422, code: 'no-channel-works', rule: 'I-74' },
      errors: [{ path: '/officers/1/channels' }],
    });
    expect((await file([official('us-desk', 'elsewhere')])).json()).toMatchObject({
      ...{ status: 422, code: 'channel-refused' },
      errors: [{ path: '/officers/0/channels/0/address' }],
    });
    const mail = { ...official('us-desk'), channels: [{ kind: 'mail', address: 'a@b.example' }] };
    expect((await file([mail])).json()).toMatchObject({ code: 'channel-refused' });
    const kept = (await intake.get('/v1/parties/US/watch-list', 'us-desk')).json<List>();
    expect(kept.officers.map(({ channels }) => channels.map(({ address }) => address))).toEqual([['one']]);
    expect((await file([official('us-desk', 'one', 'away-1')])).json()).toMatchObject({
      officers: [{ channels: [{ works: true }, { works: false, answer: '550' }] }],
    });
  });

  it('is refused with a person twice, with deputies alone, and to the other side before any trial', async () => {
    expect((await file([official('us-desk', 'one'), official('us-desk', 'two')])).json()).toMatchObject({
      ...{ code: 'on-watch-list-twice', errors: [{ path: '/officers/1/personId' }] },
    });
    expect((await file([{ ...official('us-desk', 'one'), duty: 'deputy' }])).json()).toMatchObject({
      ...{ code: 'watch-list-without-officials', errors: [{ path: '/officers' }] },
    });
    intake.sent.length = 0;
    expect((await file([official('cn-desk', 'one')], 'cn-desk')).json()).toMatchObject({
      ...{ status: 403, code: 'not-own-watch-list' },
    });
    expect((await file([official('us-desk', 'one')], 'us-cohead')).statusCode).toBe(403);
    expect((await file([official('us-desk', 'one')], 'us-desk', 'XX')).statusCode).toBe(404);
    expect(intake.sent).toEqual([]);
  });

  it('sends one trial alert to each channel, and deletes the address of one that is off the list', async () => {
    const first = (await file([official('us-desk', 'one', 'two')])).json<List>();
    const second = (await file([official('us-desk', 'two', 'three')])).json<List>();
    expect(intake.sent.map(({ to }) => to).toSorted()).toEqual(['one', 'three', 'two']);
    expect(second.officers[0]?.channels[0]?.id).toBe(first.officers[0]?.channels[1]?.id);
    await file([official('us-desk', 'one')]);
    expect(intake.sent.at(-1)?.to).toBe('one');
    expect(intake.sent).toHaveLength(4);
  });
});
