import { canonicalJson } from '@parley/kernel';
import { createHash } from 'node:crypto';
import { adoptRules, type RulesShown } from '../../support/adopt-rules';
import { codeOf, InstallationOfItsOwn } from './installation-of-its-own';

describe('one co-head alone adopts the rules (I-71)', () => {
  let parley: InstallationOfItsOwn;
  beforeAll(async () => (parley = await InstallationOfItsOwn.start()), 120_000);
  afterAll(() => parley.stop());

  const rules = () => parley.anybody.read<RulesShown>('/v1/rules');
  const sign = (by: 'US' | 'CN', digest: string, sub?: string) =>
    parley.as(by, 'cohead', sub).post('/v1/rules/2026-1/signatures', { digest });

  it('nothing can be filed before, and the refusal says in both languages who is to sign what', async () => {
    await expect(parley.file()).rejects.toThrow(
      /409 .*"code":"no-rules-in-effect","rule":"I-71".*Both co-heads, one of each side, are to sign.*双方共同负责人/,
    );
    expect(await rules()).toMatchObject({ inEffect: null, versions: [{ version: '2026-1', inForceFrom: null }] });
    const { status, degraded } = (await parley.anybody.get<{ status: string; degraded: readonly object[] }>('/readyz'))
      .body;
    expect([status, degraded]).toEqual([
      'ready',
      [
        expect.objectContaining({
          reason: expect.stringContaining('no rules of procedure are in effect, so nothing can be filed') as string,
        }),
      ],
    ]);
  });

  it('what they sign is the whole text, of which anybody can make the digest', async () => {
    const { digest, document } = await parley.anybody.read<{ digest: string; document: object }>('/v1/rules/2026-1');
    expect(createHash('sha256').update(canonicalJson(document)).digest('hex')).toBe(digest);
    expect(document).toMatchObject({ version: '2026-1', from: null, tracks: { standard: { seatsPerSide: 2 } } });
    expect(codeOf(await parley.anybody.get('/v1/rules/2030-1'))).toBe('rule-set-not-proposed');
  });

  it('puts nothing into effect: signing twice, with a second person of its side, or in another office', async () => {
    const { digest } = await parley.anybody.read<{ digest: string }>('/v1/rules/2026-1');
    for (const [party, role] of [
      ['US', 'registry'],
      ['CN', 'desk'],
      ['US', 'panel'],
    ] as const)
      expect((await parley.as(party, role).post('/v1/rules/2026-1/signatures', { digest })).status).toBe(403);
    expect(codeOf(await sign('US', 'ab'.repeat(32)))).toBe('rule-set-digest-differs');
    expect((await sign('US', digest)).status).toBe(200);
    expect(codeOf(await sign('US', digest))).toBe('rule-set-signed-by-your-side');
    expect(codeOf(await sign('US', digest, 'cohead-2'))).toBe('rule-set-signed-by-your-side');
    expect(codeOf(await sign('CN', digest, 'us-cohead'))).toBe('token-invalid');
    expect(await rules()).toMatchObject({
      inEffect: null,
      versions: [{ inForceFrom: null, signedBy: [{ party: 'US', by: null }] }],
    });
    await expect(parley.file()).rejects.toThrow(/no-rules-in-effect/);
  });

  it('takes both, from the second signature on, and the public sees which, since when and by whom', async () => {
    await adoptRules([parley.as('CN', 'cohead')], '2026-1');
    const { inEffect, versions } = await rules();
    const [version] = versions;
    expect([inEffect, version?.signedBy.map(({ party }) => party)]).toEqual(['2026-1', ['US', 'CN']]);
    expect(version?.inForceFrom).toBe(version?.signedBy[1]?.at);
    expect(await parley.file()).toMatchObject({ status: 201, body: { ruleSet: '2026-1' } });
    expect((await parley.anybody.get<{ degraded: readonly object[] }>('/readyz')).body.degraded).toEqual([]);
    expect(await parley.anybody.read('/v1/procedure')).toMatchObject({
      versions: [{ version: '2026-1', inForceFrom: version?.inForceFrom }],
    });
    expect(codeOf(await sign('US', version?.digest ?? ''))).toBe('rule-set-adopted-already');
  });
});
