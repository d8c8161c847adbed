import { writeFileSync } from 'node:fs';
import { adoptRules, type RulesShown } from '../../support/adopt-rules';
import { InstallationOfItsOwn } from './installation-of-its-own';

const AMENDMENT = {
  version: '2026-2',
  amends: '2026-1',
  from: '2020-01-01',
  tracks: { standard: { clocks: { completeness: { length: 4, extension: { atMost: 4 } } } } },
};
const IN_THREE_DAYS = {
  ...AMENDMENT,
  tracks: { standard: { clocks: { completeness: { length: 3, extension: { atMost: 3 } } } } },
};

interface Filed {
  readonly id: string;
  readonly ruleSet: string;
  readonly deadlines: readonly { readonly record: { readonly ruleSet: string; readonly length: number } }[];
}

describe('the operator changes the rules by a file (I-71)', () => {
  let parley: InstallationOfItsOwn;
  beforeAll(async () => {
    parley = await InstallationOfItsOwn.start();
    await adoptRules(parley.coHeads, '2026-1');
  }, 120_000);
  afterAll(() => parley.stop());

  const file = () => `${parley.folder}/rules.json`;
  const give = (...amendments: readonly object[]) => {
    writeFileSync(file(), JSON.stringify(amendments));
    return parley.restart({ PARLEY_RULE_SETS: file() });
  };
  const rules = () => parley.anybody.read<RulesShown>('/v1/rules');
  const filed = async (): Promise<readonly [string, string | undefined, number | undefined]> => {
    const { ruleSet, deadlines } = (await parley.file()).body as Filed;
    return [ruleSet, deadlines[0]?.record.ruleSet, deadlines[0]?.record.length];
  };

  it('the file only proposes: cases are filed under what both co-heads adopted, after any restart', async () => {
    await give(AMENDMENT);
    expect(await rules()).toMatchObject({
      inEffect: '2026-1',
      versions: [
        { version: '2026-1' },
        {
          version: '2026-2',
          inForceFrom: null,
          signedBy: [],
          changes: [
            {
              field: 'tracks.standard.clocks.completeness.length',
              clock: { en: expect.any(String) as string, 'zh-Hans': expect.any(String) as string },
              ...{ before: 5, after: 4 },
            },
            { field: 'tracks.standard.clocks.completeness.extension.atMost', before: 5, after: 4 },
          ],
        },
      ],
    });
    expect(await filed()).toEqual(['2026-1', '2026-1', 5]);
    await parley.restart();
    expect(await filed()).toEqual(['2026-1', '2026-1', 5]);
  }, 120_000);

  it('a file that is changed between the two signatures leaves the second one without the first', async () => {
    await give(AMENDMENT);
    const [us, cn] = parley.coHeads;
    const { digest } = await parley.anybody.read<{ digest: string }>('/v1/rules/2026-2');
    await us?.act('/v1/rules/2026-2/signatures', { digest });
    await give(IN_THREE_DAYS);
    const other = parley.as('CN', 'cohead');
    expect(await other.post('/v1/rules/2026-2/signatures', { digest })).toMatchObject({
      status: 422,
      body: { code: 'rule-set-digest-differs' },
    });
    await adoptRules([other], '2026-2');
    expect(cn && (await rules()).versions[1]).toMatchObject({ inForceFrom: null, signedBy: [{ party: 'CN' }] });
    expect(await filed()).toEqual(['2026-1', '2026-1', 5]);
  }, 120_000);

  it('what they adopted no file changes: the start is refused with another text, and none is needed', async () => {
    await give(AMENDMENT);
    const before = (await parley.file()).body as Filed;
    await adoptRules(parley.coHeads, '2026-2');
    expect(await filed()).toEqual(['2026-2', '2026-2', 4]);
    expect(((await parley.as('CN', 'desk').get(`/v1/cases/${before.id}`)).body as Filed).ruleSet).toBe('2026-1');
    await expect(give(IN_THREE_DAYS)).rejects.toThrow(
      'The rules of PARLEY_RULE_SETS cannot be proposed: rule set 2026-2 is in the record otherwise ' +
        '(tracks.standard.clocks.completeness.extension.atMost 4, not 3, ' +
        'tracks.standard.clocks.completeness.length 4, not 3), and a version is never changed: propose another one.',
    );
    await parley.restart();
    expect(await filed()).toEqual(['2026-2', '2026-2', 4]);
  }, 240_000);
});
