import { otherContent } from '../simulation/same-histories/over-http/other-content';
import {
  actRoutesOf,
  bodySchemaOf,
  declaredCodes,
  readDocument,
  type ApiDocument,
  type Route,
} from '../support/api-document';
import type { Answer, Client, Sending } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { exampleOf } from '../support/example-body';
import { ACTS_AFTER_MORE, LAWFUL_ACTS, type LawfulAct, type Made } from '../support/lawful-acts-outside-cases';
import { ParleyProcess } from '../support/parley-process';
import { faultsOfRefusal, type Problem } from '../support/problem';

/** A user of each role, on both sides where there are sides. */
const HOLDERS = {
  desk: ['us-desk', 'cn-desk'],
  registry: ['us-registry', 'cn-registry'],
  panel: ['us-panel-1', 'cn-panel-2'],
  cohead: ['us-cohead', 'cn-cohead'],
  auditor: ['us-auditor', 'cn-auditor'],
  operator: ['operator'],
  expert: ['expert'],
  'third-party': ['third-party'],
  conciliator: ['conciliator'],
} as const;
type Holder = (typeof HOLDERS)[keyof typeof HOLDERS][number];
const holders: readonly Holder[] = Object.values(HOLDERS).flat();

const NOWHERE = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
/** Nothing is at that revision. */
const STALE = '"99999"';

/** A move that comes again, or names a revision, is answered with the present time. */
const CLOCK = 'POST /v1/demonstration-clock';

/** The thing that an act made. The answer shows it, or a register in which it is the newest. */
function madeIn({ body }: Answer): Made[string] {
  const { delegations, agreementId, ...shown } = body as Made[string] & {
    readonly delegations?: readonly Made[string][];
    readonly agreementId?: string;
  };
  return delegations?.at(-1) ?? { ...shown, id: agreementId ?? shown.id };
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/**
 * Every act of the document that is done in no case: calendars, outages, rosters, delegations, agreements, the hotline,
 * drafts, the clock, parked messages.
 */
describe('every act outside cases', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let clients: Readonly<Record<Holder, Client>>;
  let routes: readonly Route[];
  let made: Made = {};

  beforeAll(async () => {
    const env = { PARLEY_HOSTILE_SEED: '112', PARLEY_WEBHOOK_HOSTS: '*.ministry.example' };
    parley = await ParleyProcess.start({ clock: '2026-03-02T09:00:00+01:00', env });
    document = await readDocument(parley.url);
    clients = await clientsOf(parley.url, ...holders);
    routes = actRoutesOf(document).filter(({ path }) => !path.includes('{caseId}'));
  }, 120_000);
  afterAll(() => parley.stop());

  const routeOf = (name: string): Route => {
    const route = routes.find((each) => nameOf(each) === name);
    if (!route) throw new RangeError(`the document has no ${name}`);
    return route;
  };

  function send(
    holder: Holder,
    route: Route,
    at: Readonly<Record<string, string>>,
    body: object | undefined,
    sending: Sending = {},
  ): Promise<Answer> {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => at[name] ?? NOWHERE);
    return clients[holder].send(route.method, path, body && JSON.stringify(body), {
      ...sending,
      headers: body ? { 'content-type': 'application/json' } : {},
    });
  }

  /** The faults of an answer that must be a refusal, and one that the document declares. */
  function faultsOf({ method, path }: Route, answer: Answer): readonly string[] {
    const { code } = answer.body as Partial<Problem>;
    const declared = declaredCodes(document, method, path, answer.status).includes(code ?? '')
      ? []
      : [`${String(answer.status)} ${String(code)} is not declared`];
    return [...faultsOfRefusal(answer), ...declared];
  }

  it('is known here', () => {
    const known = [...LAWFUL_ACTS.map(({ route }) => route), ...ACTS_AFTER_MORE];
    expect(routes.map(nameOf).toSorted()).toEqual([...new Set(known)].toSorted());
  });

  it('is refused to everybody in another role, as the document says', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const schema = bodySchemaOf(route);
      const body = schema && (exampleOf(document, schema) as object);
      const others = Object.entries(HOLDERS).flatMap(([role, each]): readonly Holder[] =>
        route.operation['x-roles']?.includes(role) ? [] : each,
      );
      for (const holder of others) {
        const answer = await send(
          holder,
          route,
          { party: 'US', obligation: 'O1', review: '1', personId: 'us-panel-1' },
          body,
        );
        wrong.push(
          ...[
            ...(answer.status === 403 || answer.status === 404 ? [] : [`answered with ${String(answer.status)}`]),
            ...faultsOf(route, answer),
          ].map((fault) => `${nameOf(route)} by ${holder}: ${fault}`),
        );
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  describe.each(LAWFUL_ACTS.map((act, index) => [`${String(index + 1)} ${act.route} by ${act.by}`, act] as const))(
    '%s',
    (said, act: LawfulAct) => {
      const asked = () => ({ route: routeOf(act.route), at: act.at?.(made) ?? {}, body: act.body?.(made) });
      const refused = async (holder: Holder, more: object | undefined, sending?: Sending): Promise<Answer> => {
        const { route, at, body } = asked();
        const answer = await send(holder, route, at, body && { ...body, ...more }, sending);
        expect(faultsOf(route, answer)).toEqual([]);
        return answer;
      };

      it('is refused to the other side, with a field that there is not, and on another revision', async () => {
        if (act.wrongSide) await refused(act.wrongSide, {});
        if (act.body)
          expect((await refused(act.by, { noSuchField: 'x' })).body).toMatchObject({
            code: 'invalid-fields',
            errors: [{ path: '/noSuchField' }],
          });
        if (act.route !== CLOCK) await refused(act.by, {}, { ifMatch: STALE });
      });

      it('is done once, however often it is sent under its key, and the key serves for nothing else', async () => {
        const { route, at, body } = asked();
        const first = await send(act.by, route, at, body, { key: said });
        if (first.status >= 300) throw new Error(`not done: ${JSON.stringify(first.body)}`);
        const again = await send(act.by, route, at, body, { key: said });
        const stays = ({ status, body: shown }: Answer) => [status, { ...(shown as object), [act.goesOn ?? '']: 0 }];
        expect(stays(again)).toEqual(act.route === CLOCK ? stays({ ...again, status: first.status }) : stays(first));
        const other = otherContent(body);
        if (other && act.route !== CLOCK)
          expect((await send(act.by, route, at, other, { key: said })).body).toMatchObject({
            status: 409,
            code: 'idempotency-key-reused',
            rule: 'I-28',
          });
        if (act.makes) made = { ...made, [act.makes]: madeIn(first) };
      });
    },
  );
});
