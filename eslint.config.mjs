import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may depend on whom by kind. A test may use what the code beside it may, and the testing library. */
const TYPES = {
  kernel: ['kernel'],
  port: ['kernel', 'port'],
  adapter: ['kernel', 'port', 'platform'],
  platform: ['kernel', 'port', 'platform'],
  contracts: ['kernel', 'port', 'contracts'],
  testing: ['kernel', 'port', 'adapter', 'platform', 'contracts', 'testing'],
  // It serves to everybody the verifier that the build of the command makes.
  hosting: ['kernel', 'port', 'adapter', 'platform', 'contracts', 'command'],
  service: ['kernel', 'port', 'platform', 'contracts', 'hosting'],
  standalone: ['kernel', 'port', 'adapter', 'platform', 'contracts', 'hosting', 'service', 'witness'],
  // Services only in specs: `servicesOnlyInSpecs` keeps them out of the rest.
  gateway: ['kernel', 'port', 'adapter', 'platform', 'contracts', 'hosting', 'service'],
  job: ['kernel', 'port', 'adapter', 'platform', 'hosting', 'service'],
  trial: ['kernel', 'port', 'adapter', 'platform', 'contracts', 'hosting', 'witness'],
  // Strangers are to read it whole. Its main.ts alone uses hosting, for the guard against an old Node.
  witness: ['kernel', 'hosting'],
  // It is packed without the workspace, so it takes nothing from it.
  client: [],
  command: ['kernel', 'port', 'client'],
  tests: ['kernel', 'testing', 'tests'],
};
const CONTEXTS = ['intake', 'evidence', 'panel-review', 'referral', 'audit'];

const mayUse = (axis, who, whom) => ({
  sourceTag: `${axis}:${who}`,
  onlyDependOnLibsWithTags: whom.map((tag) => `${axis}:${tag}`),
});

const boundaries = (alsoTypes = [], allow = []) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow,
    // The testing library starts real adapters, and their specs use it: a circle of specs, not of code.
    ignoredCircularDependencies: [['@parley/testing', '*']],
    depConstraints: [
      mayUse('context', 'shared', ['shared']),
      ...CONTEXTS.map((context) => mayUse('context', context, [context, 'shared'])),
      ...['gateway', 'migrations', 'backup'].map((context) =>
        mayUse('context', context, [context, 'shared', ...CONTEXTS]),
      ),
      ...['standalone', 'trial'].map((context) =>
        mayUse('context', context, [context, 'shared', 'witness', ...CONTEXTS]),
      ),
      mayUse('context', 'witness', ['witness', 'shared']),
      mayUse('context', 'tests', ['tests', 'shared']),
      ...Object.entries(TYPES).map(([type, others]) => mayUse('type', type, [...others, ...alsoTypes])),
    ],
  },
];

const TEST_FILES = [
  '**/*.spec.ts',
  '**/*.fixture.ts',
  '**/contract/**/*.ts',
  '**/testing/**/*.ts',
  'libs/testing/**/*.ts',
  'tests/**/*.ts',
];

const testsOnly = [
  {
    regex: '^(fast-check|@nestjs/testing|@parley/testing)(/|$)',
    message: 'Only specs, contract suites and tests use the means of testing.',
  },
  { regex: '(^|/)(testing|contract)(/|$)|\\.(spec|fixture)$', message: 'What is there for tests stays with tests.' },
];
const hostedInMain = {
  regex: '^@parley/hosting(/|$)',
  message: 'A service does not know what runs it: its main.ts alone hands it over.',
};
const servicesOnlyInSpecs = {
  regex: `^@parley/(${CONTEXTS.join('|')})(/|$)`,
  message: 'The gateway knows services by their addresses.',
};
const ENTITY_WORDS = [
  'Entity',
  'EntitySchema',
  'ViewEntity',
  'Column',
  'PrimaryColumn',
  'PrimaryGeneratedColumn',
  'OneToMany',
  'ManyToOne',
];
const entitiesInReadModels = {
  regex: '^typeorm$',
  importNames: ENTITY_WORDS,
  message: 'Entities belong to read models: *.table.ts and *.row.ts.',
};

/**
 * A topic of the procedure is one folder of a service, and the suffix of a file says its layer. A file without one of
 * these suffixes, or with `.reaction`, does what the service does: it is held to know neither how it is called nor what
 * reads it.
 */
const SERVICES_BY_TOPIC = `services/{${CONTEXTS.join(',')}}/src`;
const PURE = ['rules', 'data'];
const CALLED = ['controller', 'request', 'response', 'http', 'page'];
const READ = ['table', 'row', 'migration'];
const TOLD = ['tells', 'hears'];
const WIRED = ['module', 'service', 'part'];
const ofLayers = (...layers) => layers.map((layer) => `${SERVICES_BY_TOPIC}/**/*.${layer}.ts`);
const WITHOUT_LAYER = [`${SERVICES_BY_TOPIC}/**/*.ts`];
const WITH_LAYER = [
  ...ofLayers(...PURE, ...CALLED, ...READ, ...TOLD, ...WIRED),
  `${SERVICES_BY_TOPIC}/{index,main}.ts`,
];
/** A file of a service, of the command or of the library of the log, from a folder of the tests. */
const BY_FILE = '^(\\.\\./)+(services|libs/(cli|transparency))/';

const IMPURE_GLOBALS = [
  'Date',
  'crypto',
  'process',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'require',
  'globalThis',
];
const notPure = 'Time, randomness and the outside come in with the command.';
const ID_IN_PARTS = {
  selector:
    "CallExpression[callee.property.name=/^(split|startsWith|endsWith|indexOf|lastIndexOf)$/][arguments.0.value=':']",
  message: 'An id is a name and has no parts: what it would tell is a field of the event or the message.',
};
const NO_TIME_NOR_CHANCE = {
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: notPure },
    { object: 'Date', property: 'now', message: notPure },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: notPure },
    ID_IN_PARTS,
  ],
};
const NO_IMPURE_GLOBALS = {
  'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: notPure }))],
};
const noWebFramework = {
  regex: '^@parley/(http|auth|telemetry|embedded-postgres)(/|$)',
  allowTypeImports: true,
  message: 'What a service does, tells and hears loads no web framework; of http, auth and telemetry it knows types.',
};

/** Longer than a file may be, since the formatter gave each thing a line of its own: to be taken apart, none to be added. */
const TO_TAKE_APART = [
  'libs/projections/src/checkpointed-follower.ts',
  'tests/e2e/bad-{acts,acts-under-way,input}.spec.ts',
  'services/evidence/src/loans/loans.controller.ts',
  'services/intake/src/case/publishes.spec.ts',
  'services/referral/src/referral/referral.spec.ts',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.parley/**',
      'libs/contracts/src/gen/**',
      'coverage/**',
      'bench-results/**',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.base.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      'no-restricted-imports': ['error', { patterns: testsOnly }],
      'no-console': 'error',
      'max-lines': ['error', { max: 250 }],
      // The formatter breaks code; what it leaves longer is a text that somebody wrote as one line.
      'max-len': ['error', { code: 120, ignoreUrls: true, ignoreRegExpLiterals: true, ignoreTemplateLiterals: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A Nest module is a class without members; a page of decorated fields is a class without methods.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A key of a record reads as data in brackets, where a property reads as code.
      '@typescript-eslint/dot-notation': 'off',
      // A command without data of its own is an alias, one with data an interface; the reader loses nothing.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Ports and options are plain objects of functions, taken apart where they are used.
      '@typescript-eslint/unbound-method': 'off',
      // Texts are spread to get their code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // It asks for the non-null assertions that another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Ports are asynchronous for those adapters that have to wait.
      '@typescript-eslint/require-await': 'off',
      // Response classes describe plain objects to the API's document; nobody constructs them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // For texts and numbers `||` is the right word where empty and zero count as missing.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, number: true } }],
    },
  },
  {
    files: TEST_FILES,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(['testing']),
      'no-restricted-imports': 'off',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Matchers such as expect.any() are of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // What is measured or shown is printed, and a benchmark takes a library by itself, as what loads the log does, where
    // the other tests stay outside.
    files: ['tests/{bench,demo,chaos/log}/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@nx/enforce-module-boundaries': boundaries(['testing', 'port', 'adapter', 'platform', 'contracts'], [BY_FILE]),
    },
  },
  {
    // Whole histories are played on the services' own rules, and verified by the command's, which no package shows: they
    // are taken by their files.
    files: ['tests/{simulation,invariants}/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(['testing', 'port', 'platform', 'contracts'], [BY_FILE]) },
  },
  {
    // What is mounted is compared with what each process opens.
    files: ['tests/deploy/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(['hosting']) },
  },
  {
    files: ['services/*/src/**/*.ts'],
    ignores: TEST_FILES,
    rules: { 'no-restricted-imports': ['error', { patterns: [entitiesInReadModels, hostedInMain, ...testsOnly] }] },
  },
  {
    files: ['services/{standalone,migrations,backup,trial}/src/**/*.ts', 'services/*/src/main.ts'],
    ignores: TEST_FILES,
    rules: { 'no-restricted-imports': ['error', { patterns: testsOnly }] },
  },
  {
    files: ['services/gateway/src/**/*.ts'],
    ignores: TEST_FILES,
    rules: { 'no-restricted-imports': ['error', { patterns: [servicesOnlyInSpecs, ...testsOnly] }] },
  },
  { files: TO_TAKE_APART, rules: { 'max-lines': 'off' } },
  {
    files: [`${SERVICES_BY_TOPIC}/**/*.ts`, 'libs/contracts/src/**/*.ts'],
    ignores: TEST_FILES,
    rules: { 'no-restricted-syntax': ['error', ID_IN_PARTS] },
  },
  { files: ['libs/{kernel,access}/src/**/*.ts'], ignores: TEST_FILES, rules: NO_TIME_NOR_CHANCE },
  {
    files: ofLayers(...READ),
    ignores: TEST_FILES,
    rules: { 'no-restricted-imports': ['error', { patterns: [hostedInMain, ...testsOnly] }] },
  },
  {
    files: WITHOUT_LAYER,
    ignores: [...TEST_FILES, ...WITH_LAYER],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^\\..*\\.(${[...CALLED, ...READ, ...WIRED].join('|')})$`,
              message: 'What a service does knows neither how it is called nor what reads it.',
            },
            entitiesInReadModels,
            hostedInMain,
            ...testsOnly,
          ],
        },
      ],
    },
  },
  {
    files: ofLayers(...PURE),
    ignores: TEST_FILES,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^\\.(?!.*\\.(${PURE.join('|')})$)|^(?!\\.|@parley/(kernel|procedure)$)`,
              message: 'Rules import only rules, the kernel and the procedure.',
            },
            hostedInMain,
            ...testsOnly,
          ],
        },
      ],
      ...NO_IMPURE_GLOBALS,
    },
  },
  {
    files: WITHOUT_LAYER,
    ignores: [...TEST_FILES, ...ofLayers(...CALLED, ...READ, ...WIRED), `${SERVICES_BY_TOPIC}/main.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noWebFramework] }] },
  },
  {
    files: WITHOUT_LAYER,
    ignores: [...TEST_FILES, ...ofLayers(...CALLED, ...READ, ...TOLD, ...WIRED), `${SERVICES_BY_TOPIC}/main.ts`],
    rules: NO_TIME_NOR_CHANCE,
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['require', 'module', 'process', 'console', '__dirname', 'Buffer'].map((name) => [name, 'readonly']),
      ),
    },
  },
);
