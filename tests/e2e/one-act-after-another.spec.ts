import { STAGED_FROM } from '../support/cases-at-every-stage';
import { Client, type Answer } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileExhibit } from '../support/file-exhibit';
import { fileGrievance } from '../support/file-grievance';
import { formOfRun } from '../support/form';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

/** Of each life, the steps that need what another service, or later work of the same one, made of the step before. */
const STEPS = ['exhibit', 'reply', 'answer to it', 'case', 'docket', 'history', 'panel'] as const;
/** `PARLEY_FOLLOW_UPS` asks for more steps than a gate has time for: 1,000 take a minute in one process. */
const FOLLOW_UPS = Number(process.env['PARLEY_FOLLOW_UPS'] ?? (formOfRun() === 'standalone' ? 210 : 70));
/** Lives at a time, so that the record never rests. */
const AT_ONCE = 3;

const WAITING = { prefer: 'wait=5' };

interface Filed {
  readonly id: string;
  readonly filedAt: string;
}

describe('acts by one after the other, at once', () => {
  let parley: ParleyProcess;
  let [complainant, respondent, registry]: readonly Client[] = [];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM });
    [complainant, respondent, registry] = await Promise.all(
      ['cn-desk', 'us-desk', 'us-registry'].map((user) => Client.as(parley.url, user)),
    );
  });
  afterAll(() => parley.stop());

  const one = (client: Client | undefined): Client => client ?? Client.public(parley.url);

  const shown = async (client: Client, path: string, shows: (body: never) => boolean): Promise<void> => {
    const answer: Answer = await client.get(path, WAITING);
    if (answer.status !== 200 || !shows(answer.body as never))
      throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };

  /** Each step is asked for once, the moment the one before is answered. @throws at the first that is not done */
  const live = async (life: number): Promise<void> => {
    const grievance = constructedGrievance(wtoCase(633));
    const measures = grievance.measures.map((measure) => ({ ...measure, number: `Order ${life}` }));
    const { id, filedAt } = (await fileGrievance(one(complainant), { ...grievance, measures })).body as Filed;
    const path = `/v1/cases/${id}`;
    const exhibit = (desk: Client, name: string) =>
      fileExhibit(desk, id, new TextEncoder().encode(`${name} of ${life}`), {
        ...{ title: name, fileName: `${name}.txt`, mediaType: 'text/plain', tier: 'PANEL', claims: ['C1'] },
        custody: { from: 'Desk', to: 'Registry', at: filedAt, purpose: 'Filing' },
      });
    await one(registry).act(`${path}/completeness`, { finding: 'complete' });
    expect(await exhibit(one(complainant), 'Rates')).toBe('CHN-1');
    await one(respondent).act(`${path}/reply`, {
      ...{ position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    });
    expect(await exhibit(one(respondent), 'Answer')).toBe('USA-1');
    let docketNumber = '';
    await shown(
      one(complainant),
      path,
      (body: { docketNumber: string | null }) => !!(docketNumber = body.docketNumber ?? ''),
    );
    await shown(Client.public(parley.url), `/v1/docket/${docketNumber}`, (body: object) =>
      JSON.stringify(body).includes('accepts'),
    );
    await shown(
      one(respondent),
      `${path}/history?limit=200`,
      ({ items }: { items: readonly { type: string }[] }) =>
        ['CaseRegistered', 'ReplyFiled', 'PanelOpened'].every((type) => items.some((item) => item.type === type)) &&
        items.filter(({ type }) => type === 'ExhibitAccepted').length === 2,
    );
    await shown(one(complainant), `${path}/panel`, (body: { id: string }) => body.id !== '');
  };

  it(`all succeed, ${FOLLOW_UPS} of ${FOLLOW_UPS}`, async () => {
    const lives = Array.from({ length: Math.ceil(FOLLOW_UPS / STEPS.length) }, (_, life) => life);
    const lived: number[] = [];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let life = lives.shift(); life !== undefined; life = lives.shift()) {
          await live(life);
          lived.push(life);
        }
      }),
    );
    expect(lived.length * STEPS.length).toBeGreaterThanOrEqual(FOLLOW_UPS);
  }, 1_800_000);
});
