import { untilSilence } from '../dossier/dossier-story.fixture';
import { ReferralApp } from '../referral-app.fixture';
import { text } from '../settlement/settlement-story.fixture';

interface ActNow {
  readonly act: string;
  readonly path: string;
  readonly may: boolean;
  readonly asOf: string;
  readonly problem?: { readonly code: string };
}
interface Acts {
  readonly stage: string;
  readonly items: readonly ActNow[];
}

const NOW = '2025-03-20T09:00:00.000Z';
const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

describe('what a caller may do in the referral and the settlement of a case', () => {
  let app: ReferralApp;
  let cn: string;
  let us: string;
  let caseId: string;

  beforeAll(async () => {
    app = await ReferralApp.start(NOW);
    cn = await app.bearer('cn-desk', 'CN', 'desk');
    us = await app.bearer('us-desk', 'US', 'desk');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.time.now = NOW as never;
    caseId = await app.caseOf(untilSilence);
  });

  const at = (path = ''): string => `/v1/cases/${caseId}${path}`;
  const told = async (who: string): Promise<Acts> => (await app.get(at('/referral/acts'), who)).json();
  const found = async (who: string, act: string): Promise<readonly ActNow[]> =>
    (await told(who)).items.filter((each) => each.act === act);

  it('is what the acts themselves answer', async () => {
    expect(await found(us, 'proposeConciliation')).toMatchObject([{ may: true, asOf: 'now' }]);
    await app.post(at('/settlement/conciliations'), us);
    expect(await found(us, 'proposeConciliation')).toMatchObject([
      { may: false, problem: { code: 'conciliation-open' } },
    ]);
    expect(code(await app.post(at('/settlement/conciliations'), us))).toBe('conciliation-open');
    const refused = (await app.post(at('/settlement/conciliations'), us)).json<object>();
    expect(refused).toMatchObject({ stands: { stage: (await told(us)).stage } });
  });

  it('stands once for each attempt and each text, which are numbered apart', async () => {
    await app.post(at('/settlement/conciliations'), us);
    expect(await found(cn, 'acceptConciliation')).toMatchObject([
      { may: true, path: at('/settlement/conciliations/1/acceptances') },
    ]);
    expect(await found(us, 'acceptConciliation')).toMatchObject([{ may: false, problem: { code: 'own-proposal' } }]);
    expect(await found(us, 'signSettlementText')).toMatchObject([{ may: false, problem: { code: 'no-such-text' } }]);
    await app.post(at('/settlement/conciliations/1/acceptances'), cn);
    await app.post(at('/settlement/texts'), us, text());
    await app.post(at('/settlement/texts'), cn, text());
    expect(await found(us, 'signSettlementText')).toMatchObject([
      { may: true, path: at('/settlement/texts/2/signatures') },
    ]);
  });

  it('tells a member of the panel nothing of the settlement', async () => {
    const member = await app.bearer('us-member', 'US', 'panel');
    const { items = [] } = (await app.get(at('/referral/acts'), member)).json<Partial<Acts>>();
    expect(items.filter(({ path }) => path.includes('/settlement'))).toEqual([]);
  });

  it('is met as it was said', async () => {
    await app.post(at('/settlement/conciliations'), us);
    const bodies: Readonly<Record<string, object>> = {
      [at('/settlement/conciliators')]: { person: 'conciliator' },
      [at('/settlement/texts')]: text(),
      [at('/settlement/conciliations')]: {},
      [at('/settlement/conciliations/1/acceptances')]: {},
      [at('/settlement/conciliations/2/endings')]: {},
      [at('/settlement/texts/1/signatures')]: { digest: 'a'.repeat(64) },
      [at('/referral/dossiers/1/signatures')]: { digest: 'a'.repeat(64) },
    };
    let met = 0;
    for (const who of [us, cn])
      for (const [url, body] of Object.entries(bodies)) {
        const options = await app.app.inject({ method: 'OPTIONS', url, headers: { authorization: who } });
        const [said] = options.json<{ acts: readonly ActNow[] }>().acts;
        if (said?.may !== false) continue;
        expect([url, code(await app.post(url, who, body))]).toEqual([url, said.problem?.code]);
        met++;
      }
    expect(met).toBeGreaterThan(8);
  });
});
