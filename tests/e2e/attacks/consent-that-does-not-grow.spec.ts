import { words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { ProposalBody } from '../disputes/bodies';
import { certified } from '../disputes/certified';
import { Dispute } from '../disputes/dispute';

const LATE = '2025-04-09T10:00:00+02:00';

/**
 * The attack of a complainant who has the other side consent to a small revision after day 60, and would use that
 * consent for a larger one: by another text, or by changing meanwhile what is replaced (*revises and replaces*, I-24).
 */
describe('a consent to a replacement', () => {
  let dispute: Dispute;
  const whole = constructedGrievance(wtoCase(633));
  const [first, ...others] = whole.claims;
  const revised = words('The duty falls on goods of one origin alone.');
  const small = { ...whole, claims: [{ ...first, because: revised }, ...others] };
  const large = { ...whole, claims: whole.claims.map((claim) => ({ ...claim, because: revised })) };
  const more = { ...whole, claims: [...whole.claims, { ...first, id: 'C98', provision: 'X:3' }] };

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '31');
    await dispute.register('cn-desk', whole);
    await dispute.settle();
    await dispute.compose(['us-panel-1', 'us-panel-2', 'cn-panel-1', 'cn-panel-2']);
    await dispute.moveTo(LATE);
  });
  afterAll(() => dispute.end());

  const proposed = async (part: string, grievance: object) => {
    const answer = await dispute
      .as('cn-desk')
      .act<{ items: readonly ProposalBody[] }>(dispute.path(part), await certified(dispute, grievance));
    return answer.body.items.at(-1)!;
  };
  const signature = ({ id }: ProposalBody) => `proposals/${id}/signatures`;
  const claims = async () => (await dispute.shown()).grievance.claims;

  it('is needed from day 60 on, for a replacement that adds nothing, too', async () => {
    const alone = await certified(dispute, small, 'replacement');
    expect(await dispute.refused('cn-desk', 'amendments', alone)).toEqual({
      status: 409,
      code: 'replacement-late',
      rule: 'I-24',
    });
  });

  it('is given to one text, and serves for no other', async () => {
    const little = await proposed('replacements', small);
    const much = await proposed('replacements', large);
    expect(await dispute.refused('us-desk', signature(much), { digest: little.digest })).toMatchObject({
      status: 422,
      code: 'digest-differs',
    });
    expect((await dispute.refused('cn-desk', signature(little), { digest: little.digest })).status).toBe(403);
  });

  it('serves for nothing when the grievance grew meanwhile', async () => {
    const little = await proposed('replacements', { ...small, authority: 'Instruction of 9 April' });
    const supplement = await proposed('supplements', more);
    await dispute.act('us-desk', signature(supplement), { digest: supplement.digest });
    expect(await dispute.refused('us-desk', signature(little), { digest: little.digest })).toEqual({
      status: 409,
      code: 'replaces-another-grievance',
      rule: 'I-24',
    });
    expect(await claims()).toHaveLength(more.claims.length);
  });

  it('takes effect where both have signed what is replaced, and by what', async () => {
    const again = await proposed('replacements', { ...more, claims: [...small.claims, ...more.claims.slice(-1)] });
    await dispute.act('us-desk', signature(again), { digest: again.digest });
    expect((await claims())[0]).toMatchObject({ because: revised });
    expect((await dispute.shown()).amendments.at(-1)).toMatchObject({ kind: 'replacement', replaced: [first?.id] });
  });
});
