import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Cast } from '../../demo/cast';
import { adoptRules, type RulesShown } from '../../support/adopt-rules';
import { everyItem } from '../../support/every-item';
import { fileExhibit } from '../../support/file-exhibit';
import { fileGrievance } from '../../support/file-grievance';
import { constructedGrievance } from '../../support/constructed';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { ParleyProcess } from '../../support/parley-process';
import { listRosters } from '../../support/rosters';
import { wtoCase } from '../../support/wto-case';

interface CaseShown {
  readonly id: string;
  readonly status: string;
  readonly ruleSet: string;
  readonly deadlines: readonly {
    readonly id: string;
    readonly dueAt: string;
    readonly record: { readonly ruleSet: string; readonly length: number };
  }[];
}
interface AgendaItem {
  readonly case: string;
  readonly clock: string;
  readonly arithmetic: { readonly en: string };
}
interface Proposed {
  readonly items: readonly { readonly id: string; readonly digest: string }[];
}

const AMENDMENT = {
  version: '2026-2',
  amends: '2026-1',
  from: '2025-02-10',
  tracks: {
    standard: {
      clocks: {
        reply: { length: 12 },
        consultations: { length: 20 },
        nomination: { length: 11 },
        'conciliation-answer': { length: 9 },
      },
    },
  },
  clocks: { translation: { length: 15 } },
};
const EXHIBIT = {
  title: 'Lines of the tariff',
  fileName: 'lines.csv',
  mediaType: 'text/csv',
  tier: 'PARTIES',
  claims: ['C1'],
  custody: { from: 'Ministry', to: 'Registry', at: '2025-02-03T09:00:00Z', purpose: 'evidence' },
} as const;
const reason = { en: 'Both sides prefer the newer rules.', 'zh-Hans': '双方愿适用新规则。' };

describe('two versions of the rules in one installation', () => {
  const folder = makeFolder();
  const file = path.join(folder, 'rules.json');
  const start = (env: Readonly<Record<string, string>> = { PARLEY_RULE_SETS: file }) =>
    ParleyProcess.start({
      dataDir: path.join(folder, 'data'),
      clock: '2025-02-03T09:00:00+01:00',
      env: { PARLEY_HOSTILE_SEED: '2', ...env },
    });
  let parley: ParleyProcess;
  let cast: Cast;
  let [older, newer] = ['', ''];

  const register = async (ds: number, filedAt: string, completeAt: string): Promise<string> => {
    await cast.moveTo(filedAt);
    const { id } = (await fileGrievance(cast.as('cn-desk'), constructedGrievance(wtoCase(ds)))).body as CaseShown;
    await cast.moveTo(completeAt);
    await cast.as('us-registry').act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    await cast.moveTo(new Date(Date.parse(await cast.now()) + 60_000).toISOString());
    return id;
  };
  const shown = (id: string) => cast.as('cn-desk').read<CaseShown>(`/v1/cases/${id}`);
  const runs = async (id: string, deadline: string) =>
    (await shown(id)).deadlines.find((each) => each.id === deadline)?.record;
  /** By clock on the agendas of both desks, the number with which its arithmetic begins. */
  const counted = async (id: string): Promise<Readonly<Record<string, number>>> => {
    const agendas = await Promise.all(
      ['cn-desk', 'us-desk'].map((desk) => everyItem<AgendaItem>(cast.as(desk), '/v1/agenda')),
    );
    return Object.fromEntries(
      agendas
        .flat()
        .filter((item) => item.case === id)
        .map(({ clock, arithmetic }) => [clock, Number.parseInt(arithmetic.en, 10)]),
    );
  };
  const propose = (version: string) =>
    cast.as('cn-desk').post<Proposed>(`/v1/cases/${older}/rules`, { version, reason });

  beforeAll(async () => {
    writeFileSync(file, JSON.stringify(AMENDMENT));
    parley = await start();
    await listRosters(parley.url);
    cast = await Cast.of(parley.url);
    await adoptRules([cast.as('us-cohead'), cast.as('cn-cohead')], '2026-2');
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('stand at /v1/procedure, each with its numbers and its day, and a deadline is counted by either', async () => {
    const all = await cast.anybody.read<{ current: string; versions: readonly object[]; ruleSets: readonly object[] }>(
      '/v1/procedure',
    );
    expect([all.current, all.versions]).toEqual([
      '2026-1',
      [
        { version: '2026-1', amends: null, inForceFrom: expect.stringMatching(/^2025-02-03T08:00/) as string },
        { version: '2026-2', amends: '2026-1', inForceFrom: '2025-02-09T23:00:00.000Z' },
      ],
    ]);
    const one = await cast.anybody.read<{
      ruleSets: readonly {
        version: string;
        tracks: readonly { track: string; clocks: readonly { clock: string; length: number }[] }[];
      }[];
    }>('/v1/procedure?version=2026-2');
    expect(
      one.ruleSets.map(({ version, tracks }) => [
        version,
        tracks[0]?.clocks.find(({ clock }) => clock === 'reply')?.length,
      ]),
    ).toEqual([['2026-2', 12]]);
    const due = async (version: string) =>
      (
        await cast.anybody.read<{ dueDate: string }>(
          `/v1/procedure/deadline?clock=reply&day=2025-09-25&version=${version}`,
        )
      ).dueDate;
    expect([await due('2026-1'), await due('2026-2')]).toEqual(['2025-10-20', '2025-10-22']);
    expect(await cast.anybody.get('/v1/procedure?version=2030-1')).toMatchObject({
      status: 422,
      body: {
        code: 'rule-set-not-found',
        rule: 'rule-set',
        messages: { 'zh-Hans': '没有该规则版本；各版本见 /v1/procedure。' },
      },
    });
  });

  it('hold for the cases filed under each, whenever they are registered', async () => {
    older = await register(633, '2025-02-07T10:00:00+01:00', '2025-02-10T09:00:00+01:00');
    newer = await register(562, '2025-02-10T09:30:00+01:00', '2025-02-10T10:00:00+01:00');
    expect([(await shown(older)).ruleSet, (await shown(newer)).ruleSet]).toEqual(['2026-1', '2026-2']);
    expect([await runs(older, 'reply'), await runs(newer, 'reply')]).toMatchObject([
      { ruleSet: '2026-1', length: 10 },
      { ruleSet: '2026-2', length: 12 },
    ]);
    const history = await everyItem<{ type: string; ruleSetVersion: string }>(
      cast.as('us-auditor'),
      `/v1/cases/${newer}/history`,
    );
    expect(
      history
        .filter(({ type }) => ['GrievanceFiled', 'CaseRegistered', 'PanelOpened'].includes(type))
        .map(({ type, ruleSetVersion }) => [type, ruleSetVersion]),
    ).toEqual([
      ['GrievanceFiled', '2026-2'],
      ['CaseRegistered', '2026-2'],
      ['PanelOpened', '2026-2'],
    ]);
  });

  it('are kept through every service', async () => {
    for (const id of [older, newer]) {
      await fileExhibit(cast.as('cn-desk'), id, Buffer.from(`of ${id}`), EXHIBIT);
      await cast.as('cn-desk').act(`/v1/cases/${id}/settlement/conciliations`, {});
    }
    await cast.moveTo('2025-02-10T12:00:00+01:00');
    const panels = await Promise.all(
      [older, newer].map((id) => cast.as('us-desk').read<{ ruleSet: string }>(`/v1/cases/${id}/panel`)),
    );
    expect(panels.map(({ ruleSet }) => ruleSet)).toEqual(['2026-1', '2026-2']);
    expect([await counted(older), await counted(newer)]).toMatchObject([
      { reply: 10, nomination: 10, translation: 10, 'conciliation-answer': 10 },
      { reply: 12, nomination: 11, translation: 15, 'conciliation-answer': 9 },
    ]);
  });

  it('are changed by both parties over one digest, by neither alone, and to none that nobody knows', async () => {
    const unknown = await propose('2030-1');
    expect(unknown).toMatchObject({
      status: 422,
      body: {
        code: 'no-such-rules',
        rule: 'I-04',
        messages: { 'zh-Hans': '双方共同负责人未通过该规则版本；各版本见 /v1/rules。' },
      },
    });
    const proposed = await propose('2026-2');
    expect([proposed.status, (await shown(older)).ruleSet]).toEqual([200, '2026-1']);
    const [proposal] = proposed.body.items.slice(-1);
    const sign = (desk: string) =>
      cast.as(desk).post(`/v1/cases/${older}/proposals/${proposal?.id ?? ''}/signatures`, { digest: proposal?.digest });
    expect(await sign('cn-desk')).toMatchObject({ status: 403, body: { code: 'own-proposal', rule: 'I-04' } });
    expect((await sign('us-desk')).status).toBe(200);
    expect((await shown(older)).ruleSet).toBe('2026-2');
    expect(await runs(older, 'reply')).toMatchObject({ ruleSet: '2026-1', length: 10 });
    expect((await propose('2026-1')).body).toMatchObject({ code: 'rules-older' });
  });

  it('count what starts after the change, and leave what runs', async () => {
    const { dueAt = '' } = (await shown(older)).deadlines.find(({ id }) => id === 'reply') ?? {};
    await cast.moveTo(new Date(Date.parse(dueAt) + 60_000).toISOString());
    expect(await runs(older, 'consultations')).toMatchObject({ ruleSet: '2026-2', length: 20 });
    await fileExhibit(cast.as('us-desk'), older, Buffer.from('after the change'), EXHIBIT);
    await cast.moveTo(new Date(Date.parse(await cast.now()) + 60_000).toISOString());
    const history = await everyItem<{ type: string; ruleSetVersion: string }>(
      cast.as('us-auditor'),
      `/v1/cases/${older}/history`,
    );
    expect(
      history.filter(({ type }) => type === 'ExhibitAccepted').map(({ ruleSetVersion }) => ruleSetVersion),
    ).toEqual(['2026-1', '2026-2']);
    expect((await cast.as('us-desk').read<{ ruleSet: string }>(`/v1/cases/${older}/panel`)).ruleSet).toBe('2026-2');
    expect(await cast.anybody.read('/v1/docket/CN-2025-0001')).toMatchObject({ line: { ruleSet: '2026-2' } });
    expect((await cast.anybody.get<string>('/docket/CN-2025-0001')).body).toContain(
      '<a href="/rules/versions/2026-2?lang=en">2026-2</a>',
    );
  });

  it('stand in the record, where no file can change them or take them away', async () => {
    const before = [await shown(older), await shown(newer)];
    await parley.kill();
    parley = await start({});
    cast = await Cast.of(parley.url);
    expect([await shown(older), await shown(newer)]).toEqual(before);
    await parley.kill();
    writeFileSync(file, JSON.stringify({ ...AMENDMENT, clocks: { translation: { length: 14 } } }));
    await expect(start()).rejects.toThrow(
      'The rules of PARLEY_RULE_SETS cannot be proposed: rule set 2026-2 is in the record otherwise ' +
        '(clocks.translation.length 15, not 14), and a version is never changed: propose another one.',
    );
    writeFileSync(
      file,
      JSON.stringify([
        AMENDMENT,
        { version: '2026-3', amends: '2026-2', from: '2025-06-01', supplement: { untilDay: 45 } },
      ]),
    );
    parley = await start();
    cast = await Cast.of(parley.url);
    const { inEffect, versions } = await cast.anybody.read<RulesShown>('/v1/rules');
    expect([inEffect, versions.map(({ version, inForceFrom }) => [version, inForceFrom !== null])]).toEqual([
      '2026-2',
      [
        ['2026-1', true],
        ['2026-2', true],
        ['2026-3', false],
      ],
    ]);
  }, 300_000);
});
