import { constructedGrievance } from '../../support/constructed';
import { hashOf } from '../../support/repeat-draw';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';
import { PublicDraws } from './public-draws';

const SEAT = 'respondent-1';
const nonceOf = (desk: string): string => hashOf(`a nonce of ${desk}`);

/**
 * The attack of the respondent: it adds a nonce to the draw of its own seat, waits until the complainant's is open, and
 * lays its own open only if the draw would come out well (I-72). It cannot know how: the secret comes last.
 */
describe('a nonce withheld after seeing the rest', () => {
  let dispute: Dispute;
  const commit = (desk: string) => ({ seat: SEAT, draw: 1, commitment: hashOf(nonceOf(desk)) });
  const open = (desk: string) => ({ seat: SEAT, draw: 1, nonce: nonceOf(desk) });
  const draws = async () => PublicDraws.of(dispute.cast, (await dispute.shown()).docketNumber ?? '');
  const clocks = async () =>
    (await dispute.as('us-desk').read<{ deadlines: { id: string; dueAt: string }[] }>(dispute.path('panel'))).deadlines;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '721');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    for (const desk of ['cn-desk', 'us-desk']) await dispute.act(desk, 'panel/draws/commitments', commit(desk));
    const due = (await clocks()).find(({ id }) => id === 'nomination:US:1')?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  it('sees nothing of the secret: the draw is called, and waits until the nonces could be open', async () => {
    await dispute.act('cn-desk', 'panel/draws/nonces', open('cn-desk'));
    const shown = await dispute.as('us-desk').read<{
      seats: { seat: string; called: boolean; nonces: { nonce: string | null }[] }[];
      draws: { seat: string }[];
    }>(dispute.path('panel/draws'));
    expect(shown.draws.filter(({ seat }) => seat === SEAT)).toEqual([]);
    expect(shown.seats.find(({ seat }) => seat === SEAT)).toMatchObject({
      called: true,
      nonces: [{ nonce: nonceOf('cn-desk') }, { nonce: null }],
    });
  });

  it('is awaited of that side alone, and owed in its agenda', async () => {
    const due = async (desk: string): Promise<readonly string[]> => {
      const { items } = await dispute.as(desk).read<{ items: { deadline: { id: string } }[] }>('/v1/agenda?limit=200');
      return items.map((item) => JSON.stringify(item)).filter((item) => item.includes('nonces:US:1'));
    };
    expect([(await due('us-desk')).length, (await due('cn-desk')).length]).toEqual([1, 0]);
  });

  it('is left out, in public and by its name, and comes too late afterwards', async () => {
    const due = (await clocks()).find(({ id }) => id === 'nonces:US:1')?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
    const [left] = (await draws()).about(SEAT, 'nonce-left-out');
    expect(left?.texts.en).toBe('The United States did not lay its nonce open in time; the draw is held without it.');
    expect(await dispute.refused('us-desk', 'panel/draws/nonces', open('us-desk'))).toEqual({
      status: 409,
      code: 'nonce-out-of-time',
      rule: 'I-72',
    });
  });

  it('chooses nothing: anybody repeats the draw from what is public, with the other nonce and the secret', async () => {
    const shown = await draws();
    expect(shown.faults(SEAT)).toEqual([]);
    const [record] = shown.records(SEAT);
    expect(record?.nonces).toMatchObject([
      { of: 'complainant', nonce: nonceOf('cn-desk') },
      { of: 'respondent', nonce: null },
    ]);
    expect(record?.secret).toMatch(/^[0-9a-f]{64}$/);
  });
});
