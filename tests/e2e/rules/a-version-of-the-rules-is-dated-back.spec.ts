import { writeFileSync } from 'node:fs';
import { adoptRules, type RulesShown } from '../../support/adopt-rules';
import { codeOf, InstallationOfItsOwn } from './installation-of-its-own';

const LONG_AGO = {
  version: '2026-2',
  amends: '2026-1',
  from: '2020-01-01',
  tracks: { standard: { clocks: { reply: { length: 12 } } } },
};
const LATER = {
  version: '2026-3',
  amends: '2026-1',
  from: '2090-01-02',
  tracks: { standard: { clocks: { reply: { length: 13 } } } },
};
const BEFORE_LATER = { ...LONG_AGO, version: '2026-4', from: '2089-01-03' };

describe('a version of the rules is dated back (I-71)', () => {
  let parley: InstallationOfItsOwn;
  beforeAll(async () => {
    parley = await InstallationOfItsOwn.start();
    writeFileSync(`${parley.folder}/rules.json`, JSON.stringify([LONG_AGO, LATER, BEFORE_LATER]));
    await adoptRules(parley.coHeads, '2026-1');
    await parley.restart({ PARLEY_RULE_SETS: `${parley.folder}/rules.json` });
  }, 120_000);
  afterAll(() => parley.stop());

  const filed = async () => (await parley.file()).body as { readonly id: string; readonly ruleSet: string };
  const underNow = async (id: string) =>
    ((await parley.as('US', 'desk').get(`/v1/cases/${id}`)).body as { readonly ruleSet: string }).ruleSet;
  const versions = async () => (await parley.anybody.read<RulesShown>('/v1/rules')).versions;

  it('takes effect with the second signature and no sooner: what was filed before stays under its own', async () => {
    const early = await filed();
    await adoptRules(parley.coHeads, '2026-2');
    const late = await filed();
    const adopted = (await versions()).find(({ version }) => version === '2026-2');
    expect(adopted?.inForceFrom).toBe(adopted?.signedBy[1]?.at);
    expect([early.ruleSet, late.ruleSet]).toEqual(['2026-1', '2026-2']);
    await parley.as('US', 'registry').act(`/v1/cases/${early.id}/completeness`, { finding: 'complete' });
    expect(await underNow(early.id)).toBe('2026-1');
  });

  it('does not slip in before one that was adopted for a later day', async () => {
    await adoptRules(parley.coHeads, '2026-3');
    expect((await filed()).ruleSet).toBe('2026-2');
    await expect(adoptRules(parley.coHeads, '2026-4')).rejects.toThrow(/rule-set-overtaken/);
    expect((await versions()).find(({ version }) => version === '2026-4')?.inForceFrom).toBeNull();
    const { digest } = await parley.anybody.read<{ digest: string }>('/v1/rules/2026-3');
    expect(codeOf(await parley.as('CN', 'cohead').post('/v1/rules/2026-3/signatures', { digest }))).toBe(
      'rule-set-adopted-already',
    );
  });
});
