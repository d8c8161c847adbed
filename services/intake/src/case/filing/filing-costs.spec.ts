import { AsyncLocalStorage } from 'node:async_hooks';
import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { Client } from 'pg';
import { grievance } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

const certification = { digest: sha256(canonicalJson(grievance)) };
const body = { grievance, certification, contact: { name: 'Li Wei', reach: '+86 10 0000 0000' } };

/** The tables of the statements that requests cause. Work that follows in the meantime is not counted. */
class OfRequest {
  readonly #asked = new AsyncLocalStorage<string[]>();

  constructor() {
    const query = Client.prototype.query as (...words: unknown[]) => unknown;
    const asked = this.#asked;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...words: unknown[]) {
      const [statement] = words as readonly (string | { readonly text: string })[];
      const text = typeof statement === 'object' ? statement.text : (statement ?? '');
      asked.getStore()?.push(/"intake"\."?(\w+)/.exec(text)?.[1] ?? text);
      return query.apply(this, words);
    });
  }

  async statements(request: () => Promise<unknown>): Promise<readonly string[]> {
    const asked: string[] = [];
    await this.#asked.run(asked, request);
    return asked;
  }
}

describe('a filing', () => {
  let intake: IntakeApp;
  beforeAll(async () => void (intake = await IntakeApp.start()));
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => intake.stop());

  const file = (key: string) => intake.post('/v1/cases', 'cn-desk', body, { 'idempotency-key': key });

  it('is recorded in two events, itself and its notice, however often it is sent', async () => {
    expect((await file('one')).statusCode).toBe(201);
    await intake.service.idle();
    expect((await file('one')).statusCode).toBe(201);
    await intake.service.idle();
    const { events } = await intake.store.readAll({ limit: 100 });
    expect(events.map(({ type }) => type)).toEqual(['GrievanceFiled', 'NoticesServed']);
  });

  it('asks the tables thrice beside its append: who may speak, what came before a panel, whom to call', async () => {
    const ofRequest = new OfRequest();
    const answers: { readonly statusCode: number }[] = [];
    const asked = await ofRequest.statements(async () => void answers.push(await file('two')));
    expect([answers[0]?.statusCode, asked]).toEqual([201, ['delegations', 'cases', 'persons']]);
  });

  it('asks no oftener for many at once than their number, and for most of them together', async () => {
    const ofRequest = new OfRequest();
    const keys = Array.from({ length: 16 }, (_, n) => `at once ${String(n)}`);
    const asked = await ofRequest.statements(() => Promise.all(keys.map(file)));
    expect(asked.length).toBeLessThanOrEqual(keys.length);
    expect(new Set(asked)).toEqual(new Set(['delegations', 'cases', 'persons']));
  });
});
