import {
  actRoutesOf,
  bodySchemaOf,
  declaredCodes,
  readDocument,
  type ApiDocument,
  type Route,
} from '../support/api-document';
import { ActsTold } from '../support/acts-told';
import { stageCases } from '../support/cases-at-every-stage';
import { REVIEWED_FROM, stageReviews, words } from '../support/cases-under-review';
import type { Answer, Client, Sending } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { exampleOf } from '../support/example-body';
import { formOfRun } from '../support/form';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal, type Problem } from '../support/problem';
import { wtoCase } from '../support/wto-case';

/**
 * Users of every role that acts, on both sides. For the panel they are a co-chair and a member who sit in the cases
 * under review, and one who does not.
 */
const HOLDERS = {
  desk: ['us-desk', 'cn-desk'],
  registry: ['us-registry', 'cn-registry'],
  panel: ['us-panel-1', 'cn-panel-2', 'us-panel-3'],
  cohead: ['us-cohead', 'cn-cohead'],
  expert: ['expert', 'expert-2'],
  'third-party': ['third-party'],
  conciliator: ['conciliator'],
} as const;
type Role = keyof typeof HOLDERS;
type Holder = (typeof HOLDERS)[Role][number];
const holders: readonly Holder[] = Object.values(HOLDERS).flat();
const mayTry = ({ operation }: Route): readonly Holder[] =>
  (operation['x-roles'] ?? []).flatMap((role): readonly Holder[] => HOLDERS[role as Role]);

const NOWHERE = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
/** Nothing is at that revision. */
const STALE = '"99999"';

interface Attempt {
  readonly stage: string;
  readonly caseId: string;
  readonly route: Route;
}

/**
 * Every act of the document that is done in a case: by everybody who may ever do it, on either side, in cases at most
 * stages, once more, and on another revision.
 */
describe('every act in a case', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let clients: Readonly<Record<Holder, Client>>;
  let cases: Readonly<Record<string, string>>;
  let bodies: ReadonlyMap<string, object>;
  // The same deciders answer in either form: in separate processes nobody asks beforehand, and fewer stages are tried.
  const isOne = formOfRun() === 'standalone';
  const told = isOne ? new ActsTold() : undefined;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: REVIEWED_FROM, env: { PARLEY_HOSTILE_SEED: '111' } });
    document = await readDocument(parley.url);
    clients = await clientsOf(parley.url, ...holders);
    const { filed, awaitingReply, consultations } = await stageCases(parley.url);
    const { challenged, reviewing, interim, deciding, closed, issued } = await stageReviews(parley.url);
    const some = { awaitingReply, reviewing };
    cases = isOne ? { filed, consultations, ...some, challenged, interim, deciding, closed, issued } : some;
    bodies = await fitting();
  }, 300_000);
  afterAll(() => parley.stop());

  /** In the order of their paths. Withdrawal leaves nothing to do, and in this order it comes late. */
  const acts = (): readonly Route[] =>
    actRoutesOf(document)
      .filter(({ path }) => path.includes('{caseId}'))
      .sort((one, other) => (one.path < other.path ? -1 : 1));

  it(
    'is done or refused as the document and `acts` say, again with the same key as it was, and never on another ' +
      'revision than it names',
    async () => {
      const done = new Set<string>();
      const lanes = Object.entries(cases).map(async ([stage, caseId]) => {
        const wrong: string[] = [];
        for (const route of acts()) wrong.push(...(await faultsOf({ stage, caseId, route }, done)));
        return wrong;
      });
      expect([...new Set((await Promise.all(lanes)).flat())]).toEqual([]);
      expect(acts().length).toBeGreaterThan(80);
      expect(done.size).toBeGreaterThan(15);
      if (told) expect(told.foretold).toBeGreaterThan(600);
    },
    900_000,
  );

  /** The faults of the answers to one act. */
  async function faultsOf(attempt: Attempt, done: Set<string>): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const holder of mayTry(attempt.route)) {
      const said = `${attempt.route.path} by ${holder} at ${attempt.stage}`;
      const { operationId } = attempt.route.operation;
      await told?.before(clients[holder], { caseId: attempt.caseId, operationId });
      const stale = await send(attempt, holder, { ifMatch: STALE });
      if (stale.status < 300) wrong.push(`${said}: done on another revision`);
      const first = await send(attempt, holder, { key: said });
      const again = await send(attempt, holder, { key: said });
      if (first.status < 300) done.add(attempt.route.path);
      if (first.status < 300 && again.status !== first.status)
        wrong.push(`${said}: ${String(first.status)}, and with the same key ${String(again.status)}`);
      const tried = { caseId: attempt.caseId, operationId, path: pathOf(attempt), answer: first };
      wrong.push(...((await told?.faultsOf(clients[holder], tried)) ?? []).map((fault) => `${said}: ${fault}`));
      for (const answer of [stale, first, again])
        wrong.push(...undeclared(attempt.route, answer).map((fault) => `${attempt.route.path}: ${fault}`));
    }
    return wrong;
  }

  /** The parts of a refusal that the document does not declare. */
  function undeclared({ method, path }: Route, answer: Answer): readonly string[] {
    if (answer.status < 300) return [];
    const { code } = answer.body as Partial<Problem>;
    const declared = declaredCodes(document, method, path, answer.status).includes(code ?? '')
      ? []
      : [`${String(answer.status)} ${String(code)} is not declared`];
    return [...faultsOfRefusal(answer), ...declared];
  }

  const pathOf = ({ caseId, route }: Attempt): string =>
    route.path
      .replace('{caseId}', caseId)
      .replace(/\{(\w+)\}/g, (_, name: string) =>
        String(route.operation.parameters?.find((each) => each.name === name)?.example ?? NOWHERE),
      );

  function send(attempt: Attempt, holder: Holder, sending: Sending): Promise<Answer> {
    const { route } = attempt;
    const path = pathOf(attempt);
    const schema = bodySchemaOf(route);
    const body = schema
      ? JSON.stringify(bodies.get(route.path.replace('/v1/cases/{caseId}/', '')) ?? exampleOf(document, schema))
      : undefined;
    return clients[holder].send(route.method, path, body, {
      ...sending,
      headers: schema ? { 'content-type': 'application/json' } : {},
    });
  }

  /** Bodies that fit the cases better than the examples of the document do, by route. */
  async function fitting(): Promise<ReadonlyMap<string, object>> {
    const whole = constructedGrievance(wtoCase(633));
    const [claim] = whole.claims;
    const grievance = { ...whole, claims: [...whole.claims, { ...claim, id: 'C7', provision: 'XI:1' }] };
    const { digest } = (await clients['cn-desk'].act<{ digest: string }>('/v1/grievances/checks', { grievance })).body;
    return new Map<string, object>([
      ['amendments', { kind: 'supplement', grievance, certification: { digest } }],
      ['supplements', { grievance, certification: { digest } }],
      ['replacements', { grievance, certification: { digest } }],
      [
        'corrections',
        {
          ...{ measure: 'M1', field: 'citation', was: whole.measures[0]?.citation, becomes: '90 FR 9121' },
          reason: { en: 'A slip of the pen.', 'zh-Hans': '笔误。' },
        },
      ],
      [
        'consolidations',
        { cases: [{ case: cases['awaitingReply'] }], reason: { en: 'The same duties.', 'zh-Hans': '同一关税。' } },
      ],
      ['calls', { proposedFor: '2026-04-02T09:00:00+02:00' }],
      ['panel/interim', { text: words('Another draft.'), exhibits: [] }],
    ]);
  }
});
