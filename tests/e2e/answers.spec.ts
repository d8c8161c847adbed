import { answerFaults } from '../support/answer-faults';
import { readDocument, routesOf, type ApiDocument, type Route } from '../support/api-document';
import { REVIEWED_FROM, stageReviews, type ReviewedCases } from '../support/cases-under-review';
import { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { everyItem } from '../support/every-item';
import { EventTypes, type HistoryEvent } from '../support/event-faults';
import { ParleyProcess } from '../support/parley-process';

/** The user of each role who may read most. */
const READERS = {
  desk: 'cn-desk',
  registry: 'us-registry',
  panel: 'us-panel-1',
  cohead: 'cn-cohead',
  auditor: 'us-auditor',
  operator: 'operator',
  expert: 'expert',
  'third-party': 'third-party',
  conciliator: 'conciliator',
} as const;

describe('an answer', () => {
  let parley: ParleyProcess;
  let document: ApiDocument;
  let cases: ReviewedCases;
  let clients: Readonly<Record<(typeof READERS)[keyof typeof READERS], Client>>;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: REVIEWED_FROM, env: { PARLEY_HOSTILE_SEED: '11' } });
    document = await readDocument(parley.url);
    clients = await clientsOf(parley.url, ...Object.values(READERS));
    cases = await stageReviews(parley.url);
  }, 300_000);
  afterAll(() => parley.stop());

  const pathOf = ({ path }: Route, id: string): string =>
    Object.entries({
      ...{ caseId: id, number: 'CHN-1', docketNumber: 'CN-2026-0001', party: 'US', n: '1' },
      version: '2026-1',
    }).reduce((whole, [name, value]) => whole.replace(`{${name}}`, value), path);

  it('is as the document says, for every route that reads, in a case at each stage and to each role', async () => {
    const reading = routesOf(document).filter(
      ({ method, operation }) => method === 'GET' && operation.responses['200']?.content?.['application/json']?.schema,
    );
    const wrong: string[] = [];
    let shown = 0;
    for (const route of reading) {
      const roles = (route.operation['x-roles'] ?? Object.keys(READERS)) as readonly (keyof typeof READERS)[];
      for (const id of route.path.includes('{caseId}') ? (Object.values(cases) as readonly string[]) : ['']) {
        const answers = await Promise.all(
          roles.map(async (role) => ({ role, ...(await clients[READERS[role]].get(pathOf(route, id))) })),
        );
        for (const { role, status, body } of answers) {
          if (status !== 200 || typeof body !== 'object') continue;
          shown += 1;
          const schema = route.operation.responses['200']?.content?.['application/json']?.schema ?? {};
          wrong.push(
            ...answerFaults(document, schema, body).map(
              (fault) => `${route.path} to ${role}: ${fault.replace(/\/\d+/g, '/*')}`,
            ),
          );
        }
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(shown).toBeGreaterThan(200);
  }, 300_000);

  it('has a whole example at the address of its schema, which is as the document says', async () => {
    const wrong: string[] = [];
    let shown = 0;
    for (const { operation } of routesOf(document))
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const { schema } = content?.['application/json'] ?? {};
        if (!status.startsWith('2') || schema?.$ref === undefined) continue;
        shown += 1;
        const address = `/docs/answers/${schema.$ref.split('/').at(-1) ?? ''}`;
        const example = await Client.public(parley.url).read(address);
        wrong.push(...answerFaults(document, schema, example).map((fault) => `${operation.operationId}: ${fault}`));
      }
    expect([...new Set(wrong)]).toEqual([]);
    expect(shown).toBeGreaterThan(200);
  }, 300_000);

  it('says of every event of a history what its type says of it at /event-types.json', async () => {
    const types = await EventTypes.of(parley.url);
    const events = (
      await Promise.all(
        (Object.values(cases) as readonly string[]).flatMap((id) =>
          (['desk', 'auditor'] as const).map((role) =>
            everyItem<HistoryEvent>(clients[READERS[role]], `/v1/cases/${id}/history?kind=all`),
          ),
        ),
      )
    ).flat();
    expect([...new Set(events.flatMap((event) => types.faultsOf(event)))]).toEqual([]);
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(40);
  }, 120_000);

  it('tells everybody what the services tell each other', async () => {
    const answer = await fetch(`${parley.url}/asyncapi.json`);
    const { asyncapi, channels } = (await answer.json()) as { asyncapi: string; channels: object };
    expect([answer.status, asyncapi]).toEqual([200, '3.0.0']);
    expect(Object.keys(channels)).toEqual(['intake', 'evidence', 'panelreview', 'referral', 'audit']);
  });
});
