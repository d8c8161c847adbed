import { filesBelow, textOf, valueOf } from './deployed-file';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly targets?: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
}

interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: { readonly severity: string };
  readonly annotations?: { readonly summary: string };
}

const DASHBOARDS = filesBelow('deploy/grafana/dashboards');
const panelsOf = (file: string): readonly Panel[] => (valueOf(file) as { panels: readonly Panel[] }).panels;
const rules = (
  valueOf('deploy/prometheus/alerts.yaml') as { groups: readonly { rules: readonly Rule[] }[] }
).groups.flatMap((group) => group.rules);

const sources = ['libs/metrics/src', 'libs/telemetry/src/metrics']
  .flatMap(filesBelow)
  .filter((file) => !file.endsWith('.spec.ts'))
  .map(textOf)
  .join('\n');
const UNITS: Readonly<Record<string, string>> = { s: '_seconds', By: '_bytes' };

/** A name as Prometheus shows it: with its unit, where it does not end with that by itself. */
const shown = (name: string, unit: string | undefined): string => {
  const suffix = UNITS[unit ?? ''] ?? '';
  return name.endsWith(suffix) ? name : name + suffix;
};

/** The metrics of the code, under the names that Prometheus reads. */
const measured = new Set<string>([
  ...[...sources.matchAll(/(counter|gauge|histogram)\(\{\s*name: '(\w+)'(?:[^}]*?unit: '(\w+)')?/g)].flatMap(
    ([, kind, name = '', unit]) => {
      const full = shown(name, unit);
      if (kind === 'histogram') return [`${full}_bucket`, `${full}_sum`, `${full}_count`];
      return [kind === 'counter' ? `${full}_total` : full];
    },
  ),
  ...[...sources.matchAll(/^ {2}(parley_\w+): \{(?:\s*unit: '(\w+)',)?/gm)].map(([, name = '', unit]) =>
    shown(name, unit),
  ),
  ...[...sources.matchAll(/createObservable(Gauge|Counter)\('(process_\w+)', \{\s*unit: '(\w+)'/g)].map(
    ([, kind, name = '', unit]) => shown(name, unit) + (kind === 'Counter' ? '_total' : ''),
  ),
]);

const RECORDED = /parley:\w+/g;
const NAMED = /\b(?:parley|process)_[a-z_]+/g;
const namesIn = (text: string): readonly string[] => [...text.matchAll(NAMED)].map(([name]) => name);
const expressions = DASHBOARDS.flatMap((file) =>
  panelsOf(file).flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
);

describe('what is measured', () => {
  it('is found in the sources', () => {
    expect(measured.size).toBeGreaterThan(15);
    expect([...measured]).toEqual(
      expect.arrayContaining([
        'parley_consumer_lag_events',
        'parley_appends_total',
        'parley_timer_oldest_overdue_seconds',
        'process_cpu_seconds_total',
      ]),
    );
  });

  it.each([...DASHBOARDS, ...filesBelow('deploy/prometheus'), 'deploy/helm/parley/templates/autoscalers.yaml'])(
    'is all that %s asks for',
    (file) => {
      expect(namesIn(textOf(file)).filter((name) => !measured.has(name))).toEqual([]);
    },
  );

  it('is shown on a dashboard, all of it', () => {
    const asked = new Set(expressions.flatMap(namesIn));
    const family = (name: string): string => name.replace(/_(bucket|sum|count)$/, '');
    const families = new Set([...asked].map(family));
    expect([...measured].filter((name) => !families.has(family(name)))).toEqual([]);
  });
});

describe.each(DASHBOARDS)('the dashboard %s', (file) => {
  const panels = panelsOf(file);

  it('says of each panel what it shows, and has each once', () => {
    const shownPanels = panels.filter(({ type }) => type !== 'row');
    expect(shownPanels.length).toBeGreaterThan(5);
    expect(
      shownPanels.filter(({ description, targets }) => !description || !targets?.length).map(({ title }) => title),
    ).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('reads from the data source that is chosen on it', () => {
    expect([...new Set(panels.flatMap(({ targets = [] }) => targets.map(({ datasource }) => datasource.uid)))]).toEqual(
      ['${datasource}'],
    );
  });
});

describe('the alerts', () => {
  const alerts = rules.flatMap((rule) => (rule.alert === undefined ? [] : [{ ...rule, alert: rule.alert }]));

  it('say how urgent each is, and what is the matter', () => {
    expect(alerts.length).toBeGreaterThan(8);
    expect(
      alerts.filter(
        ({ labels, annotations }) => !/^(critical|warning)$/.test(labels?.severity ?? '') || !annotations?.summary,
      ),
    ).toEqual([]);
  });

  it('have a case each that fires them', () => {
    const tests = textOf('deploy/prometheus/alerts.test.yaml');
    expect(alerts.filter(({ alert }) => !tests.includes(alert)).map(({ alert }) => alert)).toEqual([]);
  });

  it('are in the guide, with what is to be done, all of them and no others', () => {
    const named = new Set([...textOf('deploy/README.md').matchAll(/`(Parley[A-Z]\w+)`/g)].map(([, name]) => name));
    expect([...named].sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  it('rest on what is recorded', () => {
    const recorded = new Set(rules.flatMap(({ record }) => record ?? []));
    const used = rules.flatMap(({ expr }) => [...expr.matchAll(RECORDED)].map(([name]) => name));
    expect(used.filter((name) => !recorded.has(name))).toEqual([]);
  });
});
