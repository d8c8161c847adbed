import { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { CONSTRUCTED, constructedGrievance } from '../support/constructed';
import { everyItem } from '../support/every-item';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { deskOf, wtoCases, type WtoCase } from '../support/wto-case';

interface Claim {
  readonly agreement: string;
  readonly provision?: string;
}

interface Case {
  readonly id: string;
  readonly status: string;
  readonly docketNumber: string | null;
  readonly parties: { readonly complainant: string; readonly respondent: string };
  readonly filedAt: string;
  readonly registeredAt: string | null;
  readonly receipt: { readonly number: string; readonly digest: string };
  readonly grievance: { readonly measures: readonly { readonly date: string }[]; readonly claims: readonly Claim[] };
}

interface DocketLine {
  readonly docketNumber: string;
  readonly caseId: string;
  readonly complainant: string;
  readonly subject: readonly { readonly text: string }[];
  readonly publicSummary: readonly { readonly lang: string; readonly text: string }[];
}

const START = '2026-03-02T09:00:00+01:00';
/** Five joint business days from the day of filing have passed. */
const AFTER_COMPLETENESS = '2026-03-10T09:00:00+01:00';

const codeOf = (party: WtoCase['complainant']): string => (party === 'China' ? 'CN' : 'US');
/** The registry checks every other case, and leaves the rest to silence. */
const isFoundByRegistry = (index: number): boolean => index % 2 === 0;

describe('the 27 real disputes between the parties', () => {
  let parley: ParleyProcess;
  let registered: ReadonlyMap<number, Case>;
  let docket: readonly DocketLine[];

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: START, env: { PARLEY_HOSTILE_SEED: '27' } });
    const clients = await clientsOf(parley.url, 'us-desk', 'cn-desk', 'us-registry', 'cn-registry', 'operator');
    const filed = await Promise.all(
      wtoCases.map((wto) =>
        fileGrievance(clients[deskOf(wto.complainant)], constructedGrievance(wto), `ds${String(wto.ds)}`),
      ),
    );
    const ids = filed.map(({ body }) => (body as Case).id);
    await Promise.all(
      ids
        .filter((_, index) => isFoundByRegistry(index))
        .map((id, index) =>
          clients[index % 2 === 0 ? 'us-registry' : 'cn-registry'].act(`/v1/cases/${id}/completeness`, {
            finding: 'complete',
          }),
        ),
    );
    await clients.operator.act('/v1/demonstration-clock', { to: AFTER_COMPLETENESS });
    const cases = await Promise.all(ids.map((id) => clients['us-registry'].read<Case>(`/v1/cases/${id}`)));
    registered = new Map(wtoCases.map(({ ds }, index) => [ds, cases[index]!]));
    docket = await everyItem<DocketLine>(Client.public(parley.url), '/v1/docket');
  });
  afterAll(() => parley.stop());

  const caseOf = ({ ds }: Pick<WtoCase, 'ds'>): Case => registered.get(ds)!;

  it('are 27 cases, each with a receipt of its own', () => {
    expect(wtoCases).toHaveLength(27);
    expect(new Set([...registered.values()].map(({ id }) => id)).size).toBe(27);
    expect(new Set([...registered.values()].map(({ receipt }) => receipt.number)).size).toBe(27);
  });

  it.each(wtoCases)('DS$ds is registered for $complainant, its legal basis as it was', (wto) => {
    const one = caseOf(wto);
    expect(one).toMatchObject({
      status: 'registered',
      parties: { complainant: codeOf(wto.complainant), respondent: codeOf(wto.respondent) },
    });
    expect(one.docketNumber).toMatch(new RegExp(`^${codeOf(wto.complainant)}-2026-\\d{4}$`));
    const invoked = wto.agreements.flatMap(({ code, articles }) =>
      articles.length === 0 ? [code] : articles.map((article) => `${code} ${article}`),
    );
    expect(
      one.grievance.claims.map(({ agreement, provision }) =>
        provision === undefined ? agreement : `${agreement} ${provision}`,
      ),
    ).toEqual(invoked);
  });

  it('keep their historic dates as content, and stand on record under the day of the clock', () => {
    const daysBefore = (wto: WtoCase) =>
      caseOf(wto).grievance.measures.map(
        ({ date }) => (Date.parse(wto.consultationsRequested) - Date.parse(date)) / 86_400_000,
      );
    expect(wtoCases.map(daysBefore)).toEqual(wtoCases.map(() => [30]));
    expect(wtoCases.map((wto) => caseOf(wto).filedAt.slice(0, 10))).toEqual(wtoCases.map(() => '2026-03-02'));
  });

  it('are found complete by the registry, or by default at the end of its time', () => {
    const days = wtoCases.map((wto) => caseOf(wto).registeredAt?.slice(0, 10));
    expect(days).toEqual(wtoCases.map((_, index) => (isFoundByRegistry(index) ? '2026-03-02' : '2026-03-09')));
  });

  it.each(['United States', 'China'] as const)('number the grievances of %s from 1 without a gap', (party) => {
    const own = wtoCases.filter(({ complainant }) => complainant === party);
    const serials = own.map((wto) => caseOf(wto).docketNumber?.slice(-4)).sort();
    expect(serials).toEqual(own.map((_, index) => String(index + 1).padStart(4, '0')));
  });

  it(
    'include DS449 and DS450, filed by each against the other on one day, as two cases of ' +
      'which neither comes first',
    () => {
      const [china, unitedStates] = [caseOf({ ds: 449 }), caseOf({ ds: 450 })];
      expect(china.grievance.measures[0]?.date).toBe(unitedStates.grievance.measures[0]?.date);
      expect(china.parties).toEqual({ complainant: 'CN', respondent: 'US' });
      expect(unitedStates.parties).toEqual({ complainant: 'US', respondent: 'CN' });
      expect(china.id).not.toBe(unitedStates.id);
      expect([china.docketNumber, unitedStates.docketNumber]).toEqual([
        expect.stringMatching(/^CN-2026-/),
        expect.stringMatching(/^US-2026-/),
      ]);
    },
  );

  it('are all on the public docket, under their real titles and with a summary in both languages', () => {
    const lines = new Map(docket.map((line) => [line.docketNumber, line]));
    expect(lines.size).toBe(27);
    expect(wtoCases.map((wto) => lines.get(caseOf(wto).docketNumber ?? '')?.subject[0]?.text)).toEqual(
      wtoCases.map(({ title }) => title),
    );
    expect(docket.map(({ publicSummary }) => publicSummary.map(({ lang }) => lang))).toEqual(
      docket.map(() => ['en', 'zh-Hans']),
    );
  });

  it('say of every text that is not a government’s that it is constructed', () => {
    const ours = docket.flatMap(({ publicSummary }) => publicSummary.map(({ text }) => text));
    expect(ours.filter((text) => !text.startsWith(CONSTRUCTED) && !text.startsWith('［虚构］'))).toEqual([]);
  });

  it('stand in the public log in serials without a gap', async () => {
    const { items } = await Client.public(parley.url).read<{
      items: readonly { serial: number; kind: string; docketNumber: string }[];
    }>('/v1/docket/log');
    expect(items.map(({ serial }) => serial)).toEqual(items.map((_, index) => index + 1));
    expect(
      items
        .filter(({ kind }) => kind === 'case-registered')
        .map(({ docketNumber }) => docketNumber)
        .sort(),
    ).toEqual(docket.map(({ docketNumber }) => docketNumber).sort());
  });
});
