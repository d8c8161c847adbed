import { constructedGrievance } from '../../support/constructed';
import { hashOf } from '../../support/repeat-draw';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';
import { PublicDraws } from './public-draws';

const SEAT = 'respondent-1';
const OWN = hashOf('the nonce of the complainant');
const OTHER = hashOf('the nonce of the respondent');

/**
 * The attack of a desk that would choose the draw by its nonce: it waits for the other side's, tries many, and adds the
 * one that draws whom it likes (I-72).
 */
describe('a desk that chooses by trying nonces after the other’s is open', () => {
  let dispute: Dispute;
  const clock = async (id: string): Promise<string> =>
    (
      await dispute.as('us-desk').read<{ deadlines: { id: string; dueAt: string }[] }>(dispute.path('panel'))
    ).deadlines.find((each) => each.id === id)?.dueAt ?? '';
  /** What `acts` says to a desk of laying its nonce open. */
  const told = async (desk: string): Promise<string | undefined> => {
    const { items } = await dispute
      .as(desk)
      .read<{ items: { act: string; may: boolean; problem?: { code: string } }[] }>(dispute.path('panel/acts'));
    const said = items.find(({ act }) => act === 'layOpenNonce');
    return said?.may ? 'may' : said?.problem?.code;
  };

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '722');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.act('cn-desk', 'panel/draws/commitments', { seat: SEAT, draw: 1, commitment: hashOf(OWN) });
  });
  afterAll(() => dispute.end());

  it('cannot take the hash of the other for its own, to lay open what the other has', async () => {
    const copied = { seat: SEAT, draw: 1, commitment: hashOf(OWN) };
    expect(await dispute.refused('us-desk', 'panel/draws/commitments', copied)).toMatchObject({
      status: 422,
      code: 'nonce-commitment-used',
    });
  });

  it('cannot see the other’s nonce before it has committed itself: nobody lays one open before the call', async () => {
    const early = { seat: SEAT, draw: 1, nonce: OWN };
    expect(await dispute.refused('cn-desk', 'panel/draws/nonces', early)).toMatchObject({ code: 'draw-not-called' });
    expect(await told('cn-desk')).toBe('draw-not-called');
  });

  it('comes too late once the draw is called, and has no nonce to lay open', async () => {
    await dispute.moveTo(await clock('nomination:US:1'));
    await dispute.settle();
    expect([await told('cn-desk'), await told('us-desk')]).toEqual(['may', 'nonce-not-committed']);
    await dispute.act('cn-desk', 'panel/draws/nonces', { seat: SEAT, draw: 1, nonce: OWN });
    expect(await told('cn-desk')).toBe('nonce-already-laid-open');
    for (const tried of [OTHER, hashOf('another'), hashOf('and another')]) {
      const commitment = hashOf(tried);
      expect(
        await dispute.refused('us-desk', 'panel/draws/commitments', { seat: SEAT, draw: 1, commitment }),
      ).toMatchObject({ status: 409, code: 'nonce-commitment-out-of-time' });
      expect(
        await dispute.refused('us-desk', 'panel/draws/nonces', { seat: SEAT, draw: 1, nonce: tried }),
      ).toMatchObject({ status: 409, code: 'nonce-not-committed' });
    }
  });

  it('has the next draw to add to, where its nonce has to be the one that it committed itself to', async () => {
    await dispute.moveTo(await clock('nonces:US:1'));
    await dispute.settle();
    for (const [desk, nonce] of [
      ['us-desk', OTHER],
      ['cn-desk', hashOf(`${OWN} 2`)],
    ] as const)
      await dispute.act(desk, 'panel/draws/commitments', { seat: SEAT, draw: 2, commitment: hashOf(nonce) });
    await dispute.moveTo(await clock('disclosure:US:1'));
    await dispute.settle();
    await dispute.act('cn-desk', 'panel/draws/nonces', { seat: SEAT, draw: 2, nonce: hashOf(`${OWN} 2`) });
    for (const tried of [hashOf('another'), hashOf('and another')])
      expect(
        await dispute.refused('us-desk', 'panel/draws/nonces', { seat: SEAT, draw: 2, nonce: tried }),
      ).toMatchObject({ status: 422, code: 'nonce-does-not-fit' });
    await dispute.act('us-desk', 'panel/draws/nonces', { seat: SEAT, draw: 2, nonce: OTHER });
    await dispute.moveTo(await clock('nonces:US:1'));
    await dispute.settle();
    const draws = await PublicDraws.of(dispute.cast, (await dispute.shown()).docketNumber ?? '');
    expect(draws.faults(SEAT)).toEqual([]);
    const [first, second] = draws.records(SEAT);
    expect([first?.nonces.length, second?.nonces.length]).toEqual([1, 2]);
    expect(first?.secret).not.toBe(second?.secret);
  });
});
