import { randomBytes } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { uploadsOf } from '@parley/blobs';
import { intake, panelReview, told } from '@parley/contracts';
import { domainEventOf, streamName } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import { code, EvidenceApp, numbers, publicVersionBody, sha256Of, START } from '../evidence-app.fixture';
import { publishes } from '../casefile/evidence.tells';

describe('exhibits over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let member: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, member } = await evidence.people());
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const exhibitsOf = (caseId: string): string => `/v1/cases/${caseId}/exhibits`;
  const fileOf = (bytes: Buffer): string =>
    path.join(evidence.folder, uploadsOf('US' as PartyCode), sha256Of(bytes).slice(0, 2), sha256Of(bytes));
  const recorded = (caseId: string) => evidence.store.read(streamName('evidence.exhibits', caseId));
  const file = (caseId: string, bytes = randomBytes(100), more: object = {}, bearer = us) =>
    evidence.fileExhibit(caseId, bearer, bytes, more);

  describe('damaged where they are stored (I-33)', () => {
    const damages: readonly (readonly [string, number, (bytes: Buffer) => Promise<void>])[] = [
      ['changed', 500, async (bytes) => writeFile(fileOf(bytes), randomBytes(500))],
      ['cut short', 100_000, async (bytes) => truncate(fileOf(bytes), 99_999)],
      ['missing', 500, async (bytes) => rm(fileOf(bytes))],
    ];
    it.each(damages)('are not handed out when they are %s, which goes on record once', async (_what, size, damage) => {
      const caseId = await evidence.registeredCase();
      const bytes = randomBytes(size);
      await file(caseId, bytes);
      await damage(bytes);
      for (let read = 0; read < 2; read++) {
        const response = await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us);
        expect([response.statusCode, code(response)]).toEqual([409, 'exhibit-corrupted']);
      }
      const found = (await recorded(caseId)).filter(({ type }) => type === 'ExhibitFoundCorrupt');
      expect(found).toHaveLength(1);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1`, us)).json<{ damage: unknown }>().damage).toMatchObject([
        { copy: 'original' },
      ]);
    });

    it('are cut off before their end when they are large, and then refused', async () => {
      const caseId = await evidence.registeredCase();
      const bytes = randomBytes(1_000_000);
      await file(caseId, bytes);
      const stored = await readFile(fileOf(bytes));
      stored.writeUInt8(stored.readUInt8(500_000) ^ 1, 500_000);
      await writeFile(fileOf(bytes), stored);
      await expect(evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us)).rejects.toThrow();
      while (!(await recorded(caseId)).some(({ type }) => type === 'ExhibitFoundCorrupt'))
        await new Promise((resolve) => setImmediate(resolve));
      expect(code(await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`, us))).toBe('exhibit-corrupted');
    });
  });

  describe('after they were filed', () => {
    it('have a public version beside them, which is all that anybody else sees', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { title: [{ lang: 'en', text: 'A secret title', kind: 'original' }] });
      const redacted = randomBytes(8);
      const version = publicVersionBody(await evidence.uploaded(redacted, us));
      expect(code(await evidence.post(`${exhibitsOf(caseId)}/USA-1/public-version`, cn, version))).toBe(
        'not-your-exhibit',
      );
      expect((await evidence.post(`${exhibitsOf(caseId)}/USA-1/public-version`, us, version)).statusCode).toBe(200);
      const seen = await evidence.get(`${exhibitsOf(caseId)}/USA-1`);
      expect(seen.json()).toMatchObject({
        number: 'USA-1',
        extent: 'public-version',
        title: null,
        file: null,
        publicVersion: { reason: 'business-confidential' },
      });
      expect(seen.body).not.toContain('secret');
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/public-version/content`)).rawPayload).toEqual(redacted);
      expect((await evidence.get(`${exhibitsOf(caseId)}/USA-1/content`)).statusCode).toBe(404);
    });

    it('pass from hand to hand in an unbroken chain', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId);
      const hand = { from: 'Registry', to: 'Laboratory', at: START, purpose: 'Study' };
      const custody = `${exhibitsOf(caseId)}/USA-1/custody`;
      expect((await evidence.post(custody, us, hand)).json()).toMatchObject({
        custody: [{ to: 'Registry' }, { to: 'Laboratory' }],
      });
      const broken = await evidence.post(custody, us, hand);
      expect([broken.statusCode, code(broken), broken.json<{ rule: string }>().rule]).toEqual([
        422,
        'custody-chain-broken',
        'I-34',
      ]);
      expect(code(await evidence.post(custody, cn, { ...hand, from: 'Laboratory' }))).toBe('not-your-exhibit');
    });

    it('are told to the other contexts at their own tier', async () => {
      const caseId = await evidence.registeredCase();
      await file(caseId, randomBytes(9), { tier: 'PANEL', claims: ['C1'] });
      const events = (await recorded(caseId)).flatMap(publishes);
      expect(events).toMatchObject([
        { type: 'parley.evidence.v1.ExhibitAccepted', subject: caseId, tier: 'PANEL' },
        { type: 'parley.evidence.v1.ClocksMoved', subject: caseId, tier: 'PARTIES' },
      ]);
    });
  });

  it('follow the panel as it changes', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId, randomBytes(9), { tier: 'PANEL' });
    const sees = async () => numbers(await evidence.get(exhibitsOf(caseId), member));
    expect(await sees()).toEqual([]);
    await evidence.hear(caseId, panelReview.PanelFactSchema, {
      caseId,
      kind: 'member-nominated',
      personId: 'us-member',
    });
    expect(await sees()).toEqual(['USA-1']);
    await evidence.hear(caseId, panelReview.PanelFactSchema, { caseId, kind: 'member-recused', personId: 'us-member' });
    expect(await sees()).toEqual([]);
  });

  it('are recorded alone, with the rule set and the facts of the case that they were filed in', async () => {
    const caseId = await evidence.registeredCase();
    await file(caseId);
    const events = await recorded(caseId);
    expect(events.map(({ type }) => type)).toEqual(['ExhibitAccepted']);
    expect(events.map((event) => domainEventOf(event).occurredAt)).toEqual([START]);
    // The decision rests on the registration, which names the parties anew after the filing, and on the claims.
    expect(events[0]!.facts).toHaveLength(2);
    expect(told(publishes(events[0]!)[0]!, intake.GrievanceFiledSchema)).toBeUndefined();
  });
});
