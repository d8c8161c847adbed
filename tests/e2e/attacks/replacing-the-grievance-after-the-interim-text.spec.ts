import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import { certified } from '../disputes/certified';
import { BEGUN, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/** A claim that the interim text holds to be unfounded would else be out of the case without a withdrawal (I-68). */
describe('a complainant who replaces its grievance after it has read the interim text', () => {
  let dispute: Dispute;
  const whole = constructedGrievance(wtoCase(633));
  const winning = { ...whole, claims: whole.claims.slice(0, 1) };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '684');
    await reviewed(dispute);
    await interimServed(dispute);
  });
  afterAll(() => dispute.end());

  it('is refused, whether claims are taken out or added, and the case keeps all of its claims', async () => {
    const refusal = { status: 409, code: 'amended-after-interim', rule: 'I-68' };
    const [first] = whole.claims;
    const added = { ...whole, claims: [...whole.claims, { ...first, id: 'C99', provision: 'XI' }] };
    expect(await dispute.refused('cn-desk', 'amendments', await certified(dispute, winning, 'replacement'))).toEqual(
      refusal,
    );
    expect(await dispute.refused('cn-desk', 'amendments', await certified(dispute, added, 'supplement'))).toEqual(
      refusal,
    );
    expect(await dispute.refused('cn-desk', 'supplements', await certified(dispute, added))).toEqual(refusal);
    const { claims } = await dispute.as('cn-desk').read<{ claims: readonly string[] }>(dispute.path('panel'));
    expect(claims).toEqual(whole.claims.map(({ id }) => id));
  });
});
