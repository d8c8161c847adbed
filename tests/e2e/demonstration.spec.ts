import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import canonicalize from 'canonicalize';
import { Cast } from '../demo/cast';
import { Narrator } from '../demo/narrator';
import { play } from '../demo/play';
import { Client } from '../support/client';
import { everyItem } from '../support/every-item';
import { ParleyProcess } from '../support/parley-process';
import { rebuildReadModels } from '../support/rebuild-read-models';
import { whatDesksAreTold } from '../support/what-desks-are-told';
import { whatIsListed } from '../support/what-is-listed';

const COMMAND = path.resolve(__dirname, '../../libs/cli/bin/parley.cjs');

const READERS = ['cn-auditor', 'us-auditor'];

/** Parts of the case, each with a route that shows it as it was. */
const PARTS = ['', '/panel', '/exhibits', '/referral'];

/** When it is started with these again, it goes on at the instant where it was. */
const DEMONSTRATION = { clock: '2025-02-03T09:00:00+01:00', env: { PARLEY_HOSTILE_SEED: '7' } };

interface Seen {
  readonly at: string;
  readonly reader: string;
  readonly part: string;
  readonly body: unknown;
}

/** A cast that looks at the whole case before every move of the clock, as an auditor of each side. */
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
    // A move returns once everything has settled, so nothing is recorded between the instant and the look.
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

/** How often each type of event stands in a history. */
const countsOf = (types: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(types)].map((type) => [type, types.filter((other) => other === type).length]));

describe('the demonstration', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-demo-'));
  chmodSync(folder, 0o755);
  let parley: ParleyProcess;
  let cast: WatchedCast;
  let told = '';
  let dossier: string;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ dataDir: path.join(folder, 'data'), ...DEMONSTRATION });
    cast = (await WatchedCast.of(parley.url)) as WatchedCast;
    dossier = await play(cast, new Narrator((text) => (told += text)), folder);
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('plays DS633 from filing to referral, and tells why each day counts', () => {
    expect(told).toContain('a day off for China, so it arrives on 2025-02-05');
    expect(told).toContain('Calls offered 3, unanswered 3');
    expect(told).toContain('C1: substantiated');
    expect(told).toContain('C2: not-agreed');
    expect(told).toContain('signature missing: US');
    expect(dossier.endsWith('.zip')).toBe(true);
  });

  it('records each notice once, and once for each expiry what was not retrieved by then', async () => {
    const history = await everyItem<{ type: string; stream: string; occurredAt: string }>(
      cast.as('cn-auditor'),
      `/v1/cases/${cast.caseId ?? ''}/history`,
    );
    const { streams } = await cast
      .as('cn-auditor')
      .read<{ streams: readonly { events: number }[] }>(`/v1/cases/${cast.caseId ?? ''}/history/check`);
    const missed = history.filter(({ type }) => type === 'NoticesNotRetrieved').map(({ occurredAt }) => occurredAt);
    expect(new Set(missed).size).toBe(missed.length);
    const ofService = history.filter(({ stream }) => stream.startsWith('intake.service-')).map(({ type }) => type);
    expect(countsOf(ofService)).toEqual({ NoticesServed: 43, NoticesNotRetrieved: 17 });
    expect(streams.reduce((sum, { events }) => sum + events, 0)).toBeLessThanOrEqual(120);
    const filing = history.filter(({ occurredAt }) => occurredAt < '2025-02-05');
    expect(filing.filter(({ stream }) => stream.startsWith('intake.')).map(({ type }) => type)).toEqual([
      'GrievanceFiled',
      'NoticesServed',
    ]);
    expect(filing.filter(({ stream }) => stream.startsWith('referral.'))).toEqual([]);
  });

  it('shows each part of the case, at each past instant, as it was shown then (I-36)', async () => {
    expect(new Set(cast.seen.map(({ part }) => part))).toEqual(new Set(PARTS));
    expect(cast.seen.length).toBeGreaterThan(80);
    for (const { at, reader, part, body } of cast.seen) {
      const then = await cast.as(reader).read(`/v1/cases/${cast.caseId ?? ''}${part}?asOf=${at}`);
      expect({ at, reader, part, body: then }).toEqual({ at, reader, part, body });
    }
  });

  it('builds its dossier a second time, from the record and the exhibits alone, to the same bytes (I-51)', async () => {
    const route = `/v1/cases/${cast.caseId ?? ''}/referral/dossiers/1`;
    const issued = await cast
      .as('cn-auditor')
      .read<{ packed: { digest: string }; assembly: { digest: string } }>(route);
    for (const reader of READERS) {
      expect(await cast.as(reader).read(`${route}/rebuild`)).toEqual({
        same: true,
        manifest: issued.assembly.digest,
        packed: issued.packed.digest,
      });
    }
    expect((await cast.as('cn-desk').get(`${route}/rebuild`)).status).toBe(403);
  });

  it('hands out a dossier that anybody verifies without a network, under the digest that its case shows', async () => {
    const { assembly } = await cast
      .as('cn-auditor')
      .read<{ assembly: { digest: string } }>(`/v1/cases/${cast.caseId ?? ''}/referral/dossiers/1`);
    const verify = (manifest: string) => {
      const words = [COMMAND, 'verify', 'dossier', dossier, '--manifest', manifest, '--json'];
      return JSON.parse(spawnSync(process.execPath, words, { encoding: 'utf8', env: {} }).stdout) as object;
    };
    expect(verify(assembly.digest)).toMatchObject({
      holds: true,
      found: { manifest: assembly.digest, case: cast.caseId, signedBy: ['CN'], notSignedBy: ['US'] },
    });
    expect(verify('0'.repeat(64))).toMatchObject({ holds: false, code: 'manifest-differs' });
  });

  it('hands out the proofs of that dossier, by which it is the very file of a log that both sides cosigned', () => {
    const proofs = path.join(folder, 'proofs');
    const parleyAs = (env: Readonly<Record<string, string>>, ...words: readonly string[]) => {
      const { stdout } = spawnSync(process.execPath, [COMMAND, ...words, '--json'], { encoding: 'utf8', env });
      return JSON.parse(stdout) as { readonly found: Readonly<Record<string, number>> };
    };
    const desk = { PARLEY_URL: parley.url, PARLEY_ISSUER: 'CN', PARLEY_USER: 'cn-desk', PARLEY_SECRET: 'demo' };
    expect(parleyAs({ ...desk, PARLEY_PURPOSE: 'Proofs' }, 'proofs', dossier, proofs)).toMatchObject({ holds: true });
    const verified = parleyAs({}, 'verify', 'dossier', dossier, '--proofs', proofs);
    expect(verified).toMatchObject({ holds: true, found: { jointlyAttested: true, signaturesInTheLog: ['CN'] } });
    // It holds a checkpoint of its own, which covers what it tells of, and the log has extended it since.
    expect(verified).toMatchObject({
      found: { recordedCheckpoint: { attested: true }, extendsRecordedCheckpoint: true },
    });
    expect(verified.found['coveredByRecordedCheckpoint']).toBe(verified.found['recordedEvents']);
    expect(verified.found['provedEvents']).toBeGreaterThan((verified.found['events'] ?? NaN) / 2);
    appendFileSync(path.join(proofs, 'policy'), '# \n');
    expect(parleyAs({}, 'verify', 'dossier', dossier, '--proofs', proofs)).toMatchObject({ code: 'proofs-altered' });
  }, 120_000);

  it('gives findings with what their digests are made of, for anybody to make them anew', async () => {
    const route = `/v1/cases/${cast.caseId ?? ''}/panel/findings`;
    const shown = await cast.as('us-auditor').read<{
      digest: string;
      findingsDigest: string;
      salt: string;
      steps: readonly object[];
      disposals: readonly object[];
      findings: readonly { readonly attributed: unknown }[];
      certifications: readonly { readonly digest: string }[];
    }>(route);
    const sha256 = (value: object) => createHash('sha256').update(canonicalize(value)!).digest('hex');
    const findings = shown.findings.map(({ attributed: _, ...finding }) => finding);
    const { disposals, salt, steps } = shown;
    expect(findings.length).toBeGreaterThan(0);
    expect(sha256({ disposals, findings, salt })).toBe(shown.findingsDigest);
    expect(sha256({ caseId: cast.caseId, findings: shown.findingsDigest, steps })).toBe(shown.digest);
    expect(shown.certifications.map(({ digest }) => digest)).toContain(shown.digest);
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
    for (const part of PARTS)
      expect((await outsider.get(`/v1/cases/${cast.caseId ?? ''}${part}`)).status).toBe(
        part === '/exhibits' ? 200 : 404,
      );
    expect((await outsider.get(`/v1/cases/${cast.caseId ?? ''}/exhibits`)).body).toEqual({
      items: [],
      next: null,
      asOf: null,
    });
  });

  it('has its whole record walked over, and each cause, fact and time limit that an event names is there', async () => {
    const operator = await Client.as(parley.url, 'operator');
    await operator.act('/v1/operations/rebuilds', { service: 'audit', projection: 'record' });
    interface Check {
      readonly name: string;
      readonly checkedAt: string | null;
      readonly checked: number;
      readonly failed: number;
    }
    const walked = async (): Promise<Check | undefined> =>
      (await operator.read<{ checks: readonly Check[] }>('/v1/operations')).checks.find(
        ({ name }) => name === 'record',
      );
    // The nights of the demonstration have the record walked over as well, and a walk that is under way has no date.
    while ((await walked())?.checkedAt == null) await new Promise((resolve) => setTimeout(resolve, 100));
    const { checked = 0, failed } = (await walked()) ?? {};
    expect([checked > 100, failed]).toEqual([true, 0]);
  });

  it('shows all of it again after kill -9, with every read model built anew from the first event', async () => {
    const caseId = cast.caseId ?? '';
    const shown = async (url: string) => ({
      lists: await whatIsListed(url),
      told: await whatDesksAreTold(url),
      log: (await Client.public(url).read<{ items: readonly unknown[] }>('/v1/docket/log')).items,
      parts: await Promise.all(
        READERS.flatMap((reader) =>
          PARTS.map(async (part) => (await Client.as(url, reader)).read(`/v1/cases/${caseId}${part}`)),
        ),
      ),
      histories: await Promise.all(
        READERS.map(async (reader) => everyItem(await Client.as(url, reader), `/v1/cases/${caseId}/history?kind=all`)),
      ),
    });
    const before = await shown(parley.url);
    expect(before.lists['docket']).toHaveLength(1);
    await parley.kill();
    parley = await ParleyProcess.start({ dataDir: path.join(folder, 'data'), ...DEMONSTRATION });
    expect(await rebuildReadModels(parley.url)).toEqual(
      expect.arrayContaining(['audit docket', 'evidence bytes-in-use', 'intake case-list', 'panelreview panel-list']),
    );
    expect(await shown(parley.url)).toEqual(before);
    const again = await (
      await Client.as(parley.url, 'us-desk')
    ).bytes(`/v1/cases/${caseId}/referral/dossiers/1/content`);
    expect(again.equals(readFileSync(dossier))).toBe(true);
  }, 300_000);
});
