import { type LintMessage, lintPlanted } from './lint-planted';

interface Planted {
  readonly what: string;
  readonly file: string;
  readonly source: string;
  readonly rule: string;
  readonly says: RegExp;
}

const imports = (from: string, name = 'x'): string =>
  `import { ${name} } from '${from}';\nexport const kept = ${name};\n`;

const NX = '@nx/enforce-module-boundaries';
const IMPORTS = 'no-restricted-imports';

/** Files in a service whose topics have a folder each, where the suffix decides. */
const plantedByTopic: readonly Planted[] = [
  ...(
    [
      ['Nest', '@nestjs/common', 'Injectable'],
      ['TypeORM', 'typeorm', 'DataSource'],
      ['pg', 'pg', 'Pool'],
      ['Node', 'node:fs', 'readFileSync'],
      ['another library', '@parley/event-store', 'sha256'],
      ['a file without a layer', './x', 'x'],
      ['a controller', '../x/x.controller', 'x'],
      ['a read model', './x.table', 'x'],
      ['what others told', './x.hears', 'x'],
    ] as const
  ).map(([what, from, name], index) => ({
    what: `rules that use ${what}`,
    file: `services/intake/src/planted/planted-r${String(index)}.rules.ts`,
    source: imports(from, name),
    rule: IMPORTS,
    says: /Rules import only rules/,
  })),
  {
    what: 'data of rules that use Node',
    file: 'services/intake/src/planted/planted-r.data.ts',
    source: imports('node:fs', 'readFileSync'),
    rule: IMPORTS,
    says: /Rules import only rules/,
  },
  {
    what: 'rules that make a date',
    file: 'services/intake/src/planted/planted-da.rules.ts',
    source: 'export const day = new Date(0);\n',
    rule: 'no-restricted-globals',
    says: /'Date'/,
  },
  {
    what: 'rules that read the time',
    file: 'services/intake/src/planted/planted-db.rules.ts',
    source: 'export const now = Date.now();\n',
    rule: 'no-restricted-properties',
    says: /'Date\.now'/,
  },
  {
    what: 'rules that throw dice',
    file: 'services/intake/src/planted/planted-dc.rules.ts',
    source: 'export const dice = Math.random();\n',
    rule: 'no-restricted-properties',
    says: /'Math\.random'/,
  },
  ...['rules', 'hears', 'response'].map((layer) => ({
    what: `an id taken apart in *.${layer}.ts`,
    file: `services/intake/src/planted/planted-i.${layer}.ts`,
    source: "export const kind = (id: string): string | undefined => id.split(':')[0];\n",
    rule: 'no-restricted-syntax',
    says: /no parts/,
  })),
  {
    what: 'rules that make ids',
    file: 'services/intake/src/planted/planted-dd.rules.ts',
    source: 'export const id = crypto.randomUUID();\n',
    rule: 'no-restricted-globals',
    says: /'crypto'/,
  },
  ...['controller', 'request', 'response', 'http', 'table', 'row', 'migration', 'module'].map((layer) => ({
    what: `what a service does that knows its .${layer}.ts`,
    file: `services/intake/src/planted/planted-knows-${layer}.ts`,
    source: imports(`./x.${layer}`),
    rule: IMPORTS,
    says: /neither how it is called/,
  })),
  {
    what: 'a reaction that knows a controller',
    file: 'services/intake/src/planted/planted-k.reaction.ts',
    source: imports('../x/x.controller'),
    rule: IMPORTS,
    says: /neither how it is called/,
  },
  ...['planted-e', 'planted-e.reaction', 'planted-e.controller', 'planted-e.tells'].map((name) => ({
    what: `an entity in ${name}.ts`,
    file: `services/intake/src/planted/${name}.ts`,
    source: imports('typeorm', 'Entity'),
    rule: IMPORTS,
    says: /read models/,
  })),
  ...['planted-w', 'planted-w.reaction', 'planted-w.tells', 'planted-w.hears'].map((name) => ({
    what: `the web framework in ${name}.ts`,
    file: `services/intake/src/planted/${name}.ts`,
    source: imports('@parley/http', 'Act'),
    rule: '@typescript-eslint/no-restricted-imports',
    says: /no web framework/,
  })),
  ...['planted-t', 'planted-t.reaction'].map((name) => ({
    what: `the machine's clock in ${name}.ts`,
    file: `services/intake/src/planted/${name}.ts`,
    source: 'export const now = new Date();\n',
    rule: 'no-restricted-syntax',
    says: /Time/,
  })),
  {
    what: 'a read model of a topic that knows what runs it',
    file: 'services/intake/src/planted/planted-h.table.ts',
    source: imports('@parley/hosting/installation'),
    rule: IMPORTS,
    says: /main\.ts alone/,
  },
];

const refused: readonly Planted[] = [
  {
    what: 'a pure library that uses a port',
    file: 'libs/procedure/src/planted-a.ts',
    source: imports('@parley/messaging'),
    rule: NX,
    says: /type:kernel/,
  },
  {
    what: 'a port that uses an adapter',
    file: 'libs/blobs/src/planted-b.ts',
    source: imports('@parley/event-store-postgres'),
    rule: NX,
    says: /type:port/,
  },
  {
    what: 'a service that picks an adapter',
    file: 'services/intake/src/planted-c.ts',
    source: imports('@parley/event-store-postgres'),
    rule: NX,
    says: /type:service/,
  },
  {
    what: 'a service that imports another service',
    file: 'services/intake/src/planted-d.ts',
    source: imports('@parley/evidence'),
    rule: NX,
    says: /context:intake/,
  },
  {
    what: 'a shared library that knows a service',
    file: 'libs/testing/src/planted-e.ts',
    source: imports('@parley/audit'),
    rule: NX,
    says: /context:shared/,
  },
  {
    what: 'an adapter that knows what hosts services',
    file: 'libs/messaging-tail/src/planted-aa.ts',
    source: imports('@parley/hosting'),
    rule: NX,
    says: /type:adapter/,
  },
  {
    what: 'a service that knows what runs it, outside of its main.ts',
    file: 'services/intake/src/planted-ab.ts',
    source: imports('@parley/hosting'),
    rule: IMPORTS,
    says: /main\.ts alone/,
  },
  {
    what: 'a read model that knows what runs it',
    file: 'services/intake/src/planted/planted-ac.table.ts',
    source: imports('@parley/hosting/installation'),
    rule: IMPORTS,
    says: /main\.ts alone/,
  },
  {
    what: 'what hosts services and knows one',
    file: 'libs/hosting/src/planted-ad.ts',
    source: imports('@parley/intake'),
    rule: NX,
    says: /Circular dependency/,
  },
  {
    what: 'a gateway that imports a service',
    file: 'services/gateway/src/planted-ae.ts',
    source: imports('@parley/intake'),
    rule: IMPORTS,
    says: /addresses/,
  },
  {
    what: 'a path into another project',
    file: 'services/audit/src/planted-f.ts',
    source: imports('../../../libs/kernel/src/instant', 'millisOf'),
    rule: NX,
    says: /relative/i,
  },
  {
    what: 'a library that uses the testing library',
    file: 'libs/http/src/planted-g.ts',
    source: imports('@parley/testing'),
    rule: IMPORTS,
    says: /means of testing/,
  },
  {
    what: 'a library that uses fast-check',
    file: 'libs/procedure/src/planted-h.ts',
    source: imports('fast-check', 'string'),
    rule: IMPORTS,
    says: /means of testing/,
  },
  {
    what: 'an entity outside of a read model',
    file: 'services/intake/src/planted/planted-r.http.ts',
    source: imports('typeorm', 'Entity'),
    rule: IMPORTS,
    says: /read models/,
  },
  ...plantedByTopic,
  {
    what: 'a word to the console',
    file: 'libs/http/src/planted-x.ts',
    source: "console.log('x');\nexport {};\n",
    rule: 'no-console',
    says: /console/,
  },
  {
    what: 'a file of 251 lines',
    file: 'libs/kernel/src/planted-y.ts',
    source: `${'// line\n'.repeat(250)}export {};\n`,
    rule: 'max-lines',
    says: /250/,
  },
  {
    what: 'an `any`',
    file: 'libs/kernel/src/planted-z.ts',
    source: 'export const loose = (value: any): unknown => value;\n',
    rule: '@typescript-eslint/no-explicit-any',
    says: /any/,
  },
];

const allowed: Readonly<Record<string, string>> = {
  'services/intake/src/planted/allowed-f.rules.ts': imports('@parley/kernel', 'accept'),
  'services/intake/src/planted/allowed-g.rules.ts': imports('../x/x.rules', 'kept'),
  'services/intake/src/planted/allowed-h.rules.spec.ts': imports('fast-check', 'string'),
  'services/intake/src/planted/allowed-i.table.ts': imports('typeorm', 'Entity'),
  'services/intake/src/planted/allowed-j.controller.ts': imports('./x.table'),
  'services/standalone/src/allowed-d.ts': imports('@parley/kernel', 'accept'),
  'libs/hosting/src/allowed-e.ts': imports('@parley/messaging-kafka'),
};

describe('lint', () => {
  let messages: Readonly<Record<string, readonly LintMessage[]>>;

  beforeAll(() => {
    messages = lintPlanted({ ...Object.fromEntries(refused.map(({ file, source }) => [file, source])), ...allowed });
  }, 120_000);

  it.each(refused)('refuses $what', ({ file, rule, says }) => {
    const found = messages[file]!.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message);
    expect(found).toContainEqual(expect.stringMatching(says));
  });

  it.each(Object.keys(allowed))('crosses no boundary with %s', (file) => {
    const rules = messages[file]!.map(({ ruleId }) => ruleId).filter(
      (rule) => rule === NX || rule?.startsWith('no-restricted'),
    );
    expect(rules).toEqual([]);
  });
});
