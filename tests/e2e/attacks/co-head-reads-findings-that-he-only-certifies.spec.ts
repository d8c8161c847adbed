import { createHash } from 'node:crypto';
import { canonicalJson } from '@parley/kernel';
import { Client } from '../../support/client';
import { BEGUN, closed, commented, interimServed, REASONS, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface Decided {
  readonly digest: string;
  readonly findingsDigest: string;
  readonly salt: string | null;
  readonly steps: readonly { readonly step: string }[];
  readonly findings: readonly { readonly outcome: string }[] | null;
}

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Nobody outside the panel reads findings before they are issued (I-68), least of all by his office. */
describe('a co-head who reads findings that he only certifies', () => {
  let dispute: Dispute;
  const READERS = ['cn-cohead', 'us-cohead', 'cn-desk', 'us-desk', 'us-registry', 'us-auditor'] as const;
  const findings = (user: string): Promise<Decided> => dispute.as(user).read(dispute.path('panel/findings'));

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '68');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    await voted(dispute);
    await closed(dispute);
  });
  afterAll(() => dispute.end());

  it('is shown the digest and the list of steps, and so is everybody else', async () => {
    const shown = await findings('us-cohead');
    expect(shown).toMatchObject({ findings: null, salt: null });
    expect(shown.steps.map(({ step }) => step)).toEqual([
      'panel-opened',
      'panel-convened',
      'interim-issued',
      'interim-commented',
      'interim-commented',
      'deliberation-closed-by-co-chairs',
    ]);
    expect(shown.digest).toBe(sha256({ caseId: dispute.id, findings: shown.findingsDigest, steps: shown.steps }));
    for (const reader of READERS) expect(await findings(reader)).toEqual(shown);
  });

  it('finds them in no history, state or difference, notice, agenda or docket', async () => {
    const now = await dispute.cast.now();
    const parts = [
      '',
      '/panel',
      '/history?limit=200',
      `/history/state?at=${now}`,
      `/history/state?at=${now}&as=panel`,
      `/history/difference?from=2026-03-02T08:00:00Z&to=${now}`,
      '/referral',
      '/completeness',
    ].map((part) => `/v1/cases/${dispute.id}${part}`);
    for (const reader of READERS)
      for (const path of [
        ...parts,
        '/v1/inbox?limit=200',
        '/v1/agenda?limit=200',
        '/v1/agenda.ics',
        '/v1/desk/queue',
      ]) {
        const said = JSON.stringify((await dispute.as(reader).get(path)).body);
        const leaks = said.includes(REASONS) || /"(not-)?substantiated"/.test(said) || said.includes('FindingsWritten');
        expect({ path, reader, leaks }).toEqual({ path, reader, leaks: false });
      }
    expect(JSON.stringify(await dispute.docket())).not.toContain(REASONS);
    expect((await Client.public(dispute.url).get(dispute.path('panel/findings'))).status).toBe(401);
  });

  it('is not handed them in the answer to his certification', async () => {
    const { digest } = await findings('cn-cohead');
    const { body } = await dispute.as('cn-cohead').act<Decided>(dispute.path('findings/certifications'), { digest });
    expect(body).toMatchObject({ findings: null, salt: null });
    expect(JSON.stringify(body)).not.toContain(REASONS);
  });

  it('reads them with all others once they are issued, and they are those that he certified', async () => {
    const { digest } = await findings('us-cohead');
    await dispute.act('us-cohead', 'findings/certifications', { digest });
    const issued = await findings('us-cohead');
    expect(issued.digest).toBe(digest);
    expect(issued.findings?.map(({ outcome }) => outcome)[0]).toBe('substantiated');
    for (const reader of READERS) expect(await findings(reader)).toEqual(issued);
  });
});
