import { randomBytes } from 'node:crypto';
import { evidence as told, told as toldAs } from '@parley/contracts';
import type { CaseId, Instant } from '@parley/kernel';
import { exhibitsStream } from '../casefile/casefiles';
import { code, EvidenceApp, START } from '../evidence-app.fixture';
import { publishes } from '../casefile/evidence.tells';

/** The last minute in which the translation of an exhibit of the first day is due. */
const CAME = '2025-02-27T15:59:00.000Z';

describe('what came by another channel, over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let registry: string;
  let cnRegistry: string;
  let cnCoHead: string;
  let caseId: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, registry } = await evidence.people());
    cnRegistry = await evidence.bearer('cn-registry', 'CN', 'registry');
    cnCoHead = await evidence.bearer('cn-cohead', 'CN', 'cohead');
  });
  afterAll(() => evidence.stop());
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    await evidence.fileExhibit(caseId, us, randomBytes(50), { tier: 'PANEL' });
  });

  const recorded = async () => evidence.store.read(exhibitsStream(caseId as CaseId));

  async function passedTo(instant: string): Promise<void> {
    evidence.time.now = instant as Instant;
    for (let late = 0; late < 2; late++) await evidence.fireDue();
    await evidence.service.idle();
  }

  it('gives a translation that was missing once the registry of the other side confirms it (I-19)', async () => {
    await passedTo('2025-02-28T10:00:00.000Z');
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(60)]);
    const original = await evidence.uploaded(randomBytes(40), registry);
    const sent = {
      ...(await evidence.uploaded(bytes, us)),
      ...{ fileName: 'notice-zh.pdf', mediaType: 'application/pdf', language: 'zh-Hans', divergences: [] },
    };
    const received = { channel: 'Note handed over at the seat', cameAt: CAME, original: original.digest };
    const url = `/v1/cases/${caseId}/exhibits/USA-1/translations`;
    expect(
      (await evidence.post(url, us, { ...sent, received: { ...received, original: 'ab'.repeat(32) } })).json(),
    ).toMatchObject({
      code: 'late-entry-original-missing',
    });
    expect((await evidence.post(url, us, { ...sent, received })).json()).toMatchObject({
      translations: [],
      translationsDue: [{ missing: true }],
    });
    const entries = `/v1/cases/${caseId}/evidence/late-entries`;
    const [entry] = (await evidence.get(entries, cnRegistry)).json<{ items: readonly { id: string }[] }>().items;
    const answer = { verdict: 'confirmed', original: original.digest, reason: [] };
    const answering = `${entries}/${entry?.id ?? ''}/answer`;
    expect(code(await evidence.post(answering, registry, answer))).toBe('own-late-entry');
    expect((await evidence.post(answering, us, answer)).statusCode).toBe(403);
    expect((await evidence.post(answering, cnRegistry, answer)).json()).toMatchObject({
      items: [{ act: 'translation', status: 'counted' }],
    });
    expect((await evidence.get(`/v1/cases/${caseId}/exhibits/USA-1`, us)).json()).toMatchObject({
      translations: [{ n: 1, late: false }],
      translationsDue: [{ missing: false }],
    });
    const events = (await recorded()).flatMap(publishes);
    expect(events.flatMap((event) => toldAs(event, told.LateEntryNotedSchema) ?? [])).toMatchObject([
      { act: 'translation', party: 'US', status: 'claimed', setsAside: false },
      { act: 'translation', party: 'US', status: 'counted', setsAside: true, cameAt: CAME },
    ]);
    expect(events.flatMap((event) => toldAs(event, told.ClocksMovedSchema)?.event ?? [])).toContain('DefaultSetAside');
  });

  it('gives a hand-over that one registry enters only once the other has answered, as it stands (I-34)', async () => {
    const original = await evidence.uploaded(randomBytes(40), registry);
    const received = { channel: 'Receipt', cameAt: START, original: original.digest };
    const exhibit = `/v1/cases/${caseId}/exhibits/USA-1`;
    const hand = { from: 'Registry', to: 'Laboratory', at: START, purpose: 'Study' };
    const custody = async () => (await evidence.get(exhibit, us)).json<{ custody: readonly object[] }>().custody;
    expect((await evidence.post(`${exhibit}/custody`, registry, hand)).statusCode).toBe(403);
    expect((await evidence.post(`${exhibit}/custody/papers`, us, { ...hand, received })).statusCode).toBe(403);
    expect((await evidence.post(`${exhibit}/custody/papers`, registry, hand)).statusCode).toBe(422);
    expect((await evidence.post(`${exhibit}/custody/papers`, registry, { ...hand, received })).statusCode).toBe(200);
    expect(await custody()).toMatchObject([{ to: 'Registry', standing: null }]);
    await passedTo('2025-02-20T10:00:00.000Z');
    expect(await custody()).toMatchObject([{ to: 'Registry' }, { to: 'Laboratory', standing: 'unconfirmed' }]);
    const events = (await recorded()).flatMap(publishes);
    expect(events.flatMap((event) => toldAs(event, told.LateEntryNotedSchema) ?? [])).toMatchObject([
      { act: 'custody', party: 'US', paper: true, status: 'claimed' },
      { act: 'custody', paper: true, status: 'counted', standing: 'unconfirmed' },
    ]);
    expect(events.flatMap((event) => toldAs(event, told.CustodyHandedOverSchema)?.entry?.standing ?? [])).toEqual([
      'unconfirmed',
    ]);
  });

  it('is no signature of a change of readers: that is entered by its author alone (I-67)', async () => {
    const url = `/v1/cases/${caseId}/exhibits/USA-1/readers/signatures`;
    const received = { channel: 'A note', cameAt: START, original: 'ab'.repeat(32) };
    const readers = { to: 'PARTIES', reason: 'personal-data', digest: 'ab'.repeat(32), received };
    expect(code(await evidence.post(url, cnCoHead, readers))).toBe('entered-by-its-author-alone');
  });
});
