import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { BlobStore } from '@parley/blobs';
import { openDirectoryBlobStore } from '@parley/blobs/directory';
import { evidence } from '@parley/contracts';
import { streamName, type EventStore, type RecordedEvent } from '@parley/event-store';
import { KeptFacts } from '@parley/messaging';
import type { Clock, Instant, Tier } from '@parley/kernel';
import { documentGaps } from '@parley/http';
import { checkCompleteness, NightlyCheck } from './nightly-check';
import { CompletenessTable } from './completeness-table';
import { recordCase, streamsOf } from '../history/case-record-story.fixture';
import { caseIdOf, tells } from '../docket/docket-story.fixture';
import { findingWords } from '../docket/pages/record-walk.page';
import { RecordDamagedError } from './record-walk';
import { RecordWalker } from './record-walker';
import { alarmOf, RecordWalks } from './record-walks';
import { walkRecord } from '../log/log-walk';
import { DocketReader } from '../docket/docket.table';
import { runAudit, type RunningAudit } from '../running-audit.fixture';

interface Answer {
  readonly complete: boolean;
  readonly exhibits: readonly { readonly number: string; readonly stands: string }[];
  readonly gaps: readonly { readonly kind: string; readonly subject: string; readonly detail: string }[];
  readonly nightly: { readonly complete: boolean } | null;
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A store that hides some events from its readers, as a faulty service would. */
const hiding =
  (hidden: (event: RecordedEvent) => boolean) =>
  (store: EventStore): EventStore => ({
    append: (...given) => store.append(...given),
    read: async (...given) => (await store.read(...given)).filter((event) => !hidden(event)),
    readAll: (given) => store.readAll(given),
    follow: (given) => store.follow(given),
    head: () => store.head(),
    start: store.start,
    compare: (a, b) => store.compare(a, b),
  });

describe('the check that a record is complete', () => {
  let folder: string;
  let blobs: BlobStore;
  let audit: RunningAudit;
  let us: string;
  let member: string;
  const caseId = caseIdOf(1);
  const number = 'CN-2025-0001';
  const contents = {
    'CHN-1': Buffer.from('one'),
    'CHN-2': Buffer.from('two'),
    'CHN-3': Buffer.from('three'),
    'USA-1': Buffer.from('four'),
  };
  let hidden: (event: RecordedEvent) => boolean;
  let told: unknown[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parley-completeness-'));
    blobs = await openDirectoryBlobStore(folder);
    for (const bytes of Object.values(contents))
      await blobs.put(Readable.from([bytes]), { limitBytes: 100, keeper: 'evidence' });
    hidden = () => false;
    told = [];
    audit = await runAudit(
      hiding((event) => hidden(event)),
      blobs,
    );
    us = await audit.bearer('us-desk-1', 'US', 'desk');
    member = await audit.bearer('us-panel-1', null, 'panel');
    await recordCase(audit, caseId, number);
    await accept('CHN-2', 'PUBLIC');
    await accept('CHN-3', 'PARTIES');
    await accept('USA-1', 'PANEL');
    await audit.service.idle();
    audit.clock.set('2025-04-03T10:00:00Z');
  });
  afterEach(async () => {
    await audit.stop();
    await rm(folder, { recursive: true });
  });

  async function accept(exhibit: keyof typeof contents, tier: Tier): Promise<void> {
    const bytes = contents[exhibit];
    const tellings =
      tier === 'PUBLIC'
        ? {
            tells: tells(evidence.ExhibitAcceptedSchema, '2025-03-01T09:00:00Z', {
              caseId,
              exhibitNumber: exhibit,
              party: 'CN',
              tier,
            }),
          }
        : {};
    await audit.others.record(streamsOf(caseId).exhibits, {
      type: 'ExhibitAccepted',
      tier,
      data: { number: exhibit, file: { digest: digestOf(bytes), sizeBytes: bytes.length } },
      ...tellings,
    });
  }

  const check = async (bearer: string): Promise<Answer> =>
    (
      await audit.app.inject({
        method: 'GET',
        url: `/v1/cases/${caseId}/history/completeness`,
        headers: { authorization: bearer, 'parley-purpose': 'Verifying' },
      })
    ).json<Answer>();
  const fileOf = (bytes: Buffer): string => path.join(folder, 'evidence', digestOf(bytes).slice(0, 2), digestOf(bytes));
  const nightly = (clock: Clock = audit.clock) => {
    const [table, walks] = [new CompletenessTable(audit.database), new RecordWalks(audit.database)];
    const facts = new KeptFacts(audit.database);
    const record = {
      store: audit.store,
      facts,
      blobs,
      docket: new DocketReader(audit.database.manager),
      clock: audit.clock,
    };
    return {
      ...{ table, walks },
      check: new NightlyCheck({
        ...{ record, table, clock, caughtUp: () => audit.service.idle() },
        walker: new RecordWalker({
          ...{ walks, clock, onFailure: (failure: unknown) => told.push(failure) },
          walk: (watch) => walkRecord({ store: hiding((event) => hidden(event))(audit.store), watch }),
        }),
      }),
    };
  };

  it('finds nothing where nothing is missing, and counts for each reader what is theirs to know (I-43)', async () => {
    expect(await check(us)).toMatchObject({ complete: true, gaps: [], nightly: null });
    expect((await check(us)).exhibits.map(({ number: each }) => each)).toEqual(['CHN-1', 'CHN-2', 'CHN-3', 'USA-1']);
    expect((await check(member)).exhibits.map(({ number: each }) => each)).toEqual(['CHN-1', 'CHN-2', 'USA-1']);
    expect(
      (await audit.app.inject({ method: 'GET', url: `/v1/cases/${caseId}/history/completeness` })).statusCode,
    ).toBe(401);
  });

  it(
    'finds bytes that are missing or of another length at once, and each night those that are ' +
      'not what they were (I-33)',
    async () => {
      await rm(fileOf(contents['CHN-2']));
      await writeFile(fileOf(contents['CHN-3']), 'thre');
      await writeFile(fileOf(contents['USA-1']), 'fOur');
      const [missing, shorter, other] = [
        { kind: 'bytes-missing', subject: 'CHN-2', detail: 'original' },
        { kind: 'bytes-differ', subject: 'CHN-3', detail: 'original' },
        { kind: 'bytes-differ', subject: 'USA-1', detail: 'original' },
      ];
      expect((await check(us)).gaps).toMatchObject([missing, shorter]);
      await nightly().check.run();
      expect((await check(us)).gaps).toMatchObject([missing, shorter, other]);
      await writeFile(fileOf(contents['USA-1']), contents['USA-1']);
      expect((await check(us)).gaps).toMatchObject([missing, shorter]);
    },
  );

  it('reads nothing to its end by day, however large it is (I-62)', async () => {
    let read = 0;
    const counting: BlobStore = {
      ...blobs,
      open: async (digest) => {
        const opened = await blobs.open(digest);
        opened?.bytes.on('resume', () => (read += 1));
        return opened;
      },
    };
    const record = {
      store: audit.store,
      facts: new KeptFacts(audit.database),
      blobs: counting,
      docket: new DocketReader(audit.database.manager),
      clock: audit.clock,
    };
    await checkCompleteness(record, caseId, () => false);
    expect(read).toBe(0);
    await checkCompleteness(record, caseId, () => true);
    expect(read).toBe(3);
  });

  it('misses the translation of what a party wrote, as it does an exhibit', async () => {
    const { exhibits } = streamsOf(caseId);
    const rendering = Buffer.from('a rendering');
    await audit.others.record(exhibits, { type: 'DocumentNoted', tier: 'PANEL', data: { number: 'reply' } });
    await audit.others.record(exhibits, {
      type: 'TranslationFiled',
      tier: 'PANEL',
      data: { number: 'reply', n: 1, file: { digest: digestOf(rendering), sizeBytes: rendering.length } },
    });
    expect((await check(us)).gaps).toMatchObject([
      { kind: 'bytes-missing', subject: 'reply', detail: 'translation-1' },
    ]);
    expect((await check(us)).exhibits.map(({ number: each }) => each)).not.toContain('reply');
  });

  it('tells nobody of a gap in what they may not know of', async () => {
    await rm(fileOf(contents['CHN-3']));
    expect((await check(us)).complete).toBe(false);
    expect(await check(member)).toMatchObject({ complete: true, gaps: [] });
  });

  it('finds an exhibit that vanished from what readers are shown (I-62)', async () => {
    hidden = ({ stream, revision }) => stream === streamsOf(caseId).exhibits && revision === 1;
    expect((await check(us)).gaps).toMatchObject([
      { kind: 'chain-broken' },
      { kind: 'number-missing', subject: 'CHN-2' },
    ]);
  });

  it('finds a case whose own stream is broken or gone, and the night finds the events of it', async () => {
    hidden = ({ stream, revision }) => stream === streamsOf(caseId).intake && revision > 0;
    expect(await check(us)).toMatchObject({ complete: true });
    hidden = ({ stream }) => stream === streamsOf(caseId).intake;
    expect((await check(us)).gaps).toMatchObject([{ kind: 'chain-broken', subject: streamsOf(caseId).intake }]);
    const { walks, check: night } = nightly();
    await night.run();
    const misnamed = (await audit.store.read(streamName('intake.case', caseId))).length;
    expect(await walks.last()).toMatchObject({ found: { misnamed }, events: expect.any(Number) as number });
    expect(told).toMatchObject([new RecordDamagedError((await walks.last())!)]);
    expect(alarmOf(await walks.last())).toEqual([
      expect.stringMatching(/^the record is not as it was written, by the/),
    ]);
    const page = await audit.app.inject({ method: 'GET', url: '/docket/log?lang=en' });
    expect(page.body).toContain(`${findingWords.misnamed.en} (${String(misnamed)})`);
  });

  it('finds an exhibit that vanished from the read model of the docket', async () => {
    await audit.database.query(`DELETE FROM audit.docket_entry WHERE entry->>'kind' = 'exhibit-accepted'`);
    expect((await check(us)).gaps).toMatchObject([{ kind: 'docket-entry-missing', subject: 'CHN-2' }]);
  });

  it('takes a tombstone for its exhibit, and misses its bytes no more', async () => {
    await audit.others.record(streamsOf(caseId).exhibits, {
      type: 'ExhibitWithdrawn',
      tier: 'PANEL',
      data: { number: 'USA-1' },
    });
    await rm(fileOf(contents['USA-1']));
    expect(await check(us)).toMatchObject({ complete: true });
    expect((await check(member)).exhibits).toContainEqual({ number: 'USA-1', stands: 'tombstone' });
  });

  it('runs over every case once a night, whoever comes first, and what it came to is kept with its date', async () => {
    await rm(fileOf(contents['CHN-2']));
    const runs = await Promise.all([nightly().check.run(), nightly().check.run()]);
    expect(runs.filter((run) => run !== undefined)).toEqual([
      { endedAt: '2025-04-03T10:00:00.000Z', cases: 1, incomplete: 1 },
    ]);
    expect(await nightly().check.run()).toBeUndefined();
    expect((await check(us)).nightly).toEqual({ checkedAt: '2025-04-03T10:00:00.000Z', complete: false });
    expect(await audit.service.workers.checks?.['completeness']?.()).toEqual({
      checkedAt: '2025-04-03T10:00:00.000Z',
      checked: 1,
      failed: 1,
    });
    const open = await audit.app.inject({ method: 'GET', url: `/v1/docket/${number}/completeness` });
    expect(open.json()).toMatchObject({
      nightly: { complete: false },
      gaps: [{ kind: 'bytes-missing', subject: 'CHN-2' }],
    });
  });

  it('goes by the nights of its clock, as fast as a demonstration lets them pass', async () => {
    const time = { now: '2025-04-03T10:00:00.000Z' as Instant };
    const { table, check: worker } = nightly({ now: () => time.now });
    worker.start();
    time.now = '2025-06-05T00:00:00.000Z' as Instant;
    const ended = async () => (await table.lastRun())?.endedAt === time.now;
    for (let looks = 0; looks < 100 && !(await ended()); looks++) await pause(100);
    expect(await table.lastRun()).toMatchObject({ endedAt: '2025-06-05T00:00:00.000Z', cases: 1 });
    await worker.stop();
  });

  it('tells anybody of the night only what is public', async () => {
    await rm(fileOf(contents['CHN-3']));
    await nightly().check.run();
    expect((await audit.app.inject({ method: 'GET', url: `/v1/docket/${number}/completeness` })).json()).toMatchObject({
      nightly: { complete: true },
      gaps: [],
    });
    expect((await audit.app.inject({ method: 'GET', url: '/v1/docket/CN-2025-9999/completeness' })).statusCode).toBe(
      404,
    );
  });

  it('is described, with all of the audit, so that a client can be generated from it', async () => {
    const document = (await audit.app.inject({ method: 'GET', url: '/openapi.json' })).json<
      Parameters<typeof documentGaps>[0]
    >();
    expect(documentGaps(document)).toEqual([]);
  });
});
