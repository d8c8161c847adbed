import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cast } from '../demo/cast';
import { Narrator } from '../demo/narrator';
import { play } from '../demo/play';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';

const READERS = ['cn-auditor', 'us-auditor'];

/** Parts of the case, each with a route that shows it as it was. */
const PARTS = ['', '/panel', '/exhibits', '/referral'];

interface Seen {
  readonly at: string;
  readonly reader: string;
  readonly part: string;
  readonly body: unknown;
}

/** A cast whose clock's every move is preceded by a look at the whole case, as an auditor of either side. */
class WatchedCast extends Cast {
  readonly seen: Seen[] = [];
  caseId: string | undefined;

  override async moveTo(to: string): Promise<void> {
    await this.look();
    await super.moveTo(to);
    await this.look();
  }

  private async look(): Promise<void> {
    const { items } = await this.as('us-registry').read<{ items: readonly { id: string }[] }>('/v1/cases');
    this.caseId = items[0]?.id;
    if (this.caseId === undefined) return;
    // A move returns when everything has settled, so that nothing is recorded between the instant and the look.
    await super.moveTo(new Date(Date.parse(await this.now()) + 1_000).toISOString());
    const at = await this.now();
    for (const reader of READERS) {
      for (const part of PARTS) {
        const { status, body } = await this.as(reader).get(`/v1/cases/${this.caseId}${part}`);
        if (status === 200) this.seen.push({ at, reader, part, body });
      }
    }
  }
}

describe('the demonstration', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-demo-'));
  chmodSync(folder, 0o755);
  let parley: ParleyProcess;
  let cast: WatchedCast;
  let told = '';
  let dossier: string;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ dataDir: path.join(folder, 'data'), clock: '2025-02-03T09:00:00+01:00', env: { PARLEY_HOSTILE_SEED: '7' } });
    cast = (await WatchedCast.of(parley.url)) as WatchedCast;
    dossier = await play(cast, new Narrator((text) => (told += text)), folder);
  }, 120_000);
  afterAll(async () => {
    await parley.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('plays DS633 from filing to referral, and tells why each day counts', () => {
    expect(told).toContain('no working day in China, so it arrives on 2025-02-05');
    expect(told).toContain('Calls offered 3, unanswered 3');
    expect(told).toContain('C1: substantiated');
    expect(told).toContain('C2: not-agreed');
    expect(told).toContain('signature missing: US');
    expect(dossier.endsWith('.zip')).toBe(true);
  });

  it('shows each part of the case, at each past instant, as it was shown then (I-36)', async () => {
    expect(new Set(cast.seen.map(({ part }) => part))).toEqual(new Set(PARTS));
    expect(cast.seen.length).toBeGreaterThan(80);
    for (const { at, reader, part, body } of cast.seen) {
      const then = await cast.as(reader).read(`/v1/cases/${cast.caseId ?? ''}${part}?asOf=${at}`);
      expect({ at, reader, part, body: then }).toEqual({ at, reader, part, body });
    }
  });

  it('shows the public docket nothing but what is public, in both languages', async () => {
    const page = await cast.anybody.get<string>('/docket/CN-2025-0001', { 'accept-language': 'zh' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('美国');
    expect(page.body).not.toContain('tariff-lines.csv');
    expect(page.body).not.toContain('Nothing to disclose');
  });

  it('shows a reader who belongs to no case nothing of it', async () => {
    const outsider = await Client.as(parley.url, 'cn-outsider');
    for (const part of PARTS) expect((await outsider.get(`/v1/cases/${cast.caseId ?? ''}${part}`)).status).toBe(part === '/exhibits' ? 200 : 404);
    expect((await outsider.get(`/v1/cases/${cast.caseId ?? ''}/exhibits`)).body).toEqual({ items: [], next: null });
  });
});
