import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from './dispute';

/** Neither side lists anybody, so that both lack a name when the nominations are due. */
describe('both rosters run out at one instant', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '664', () => Promise.resolve());
    await dispute.register('us-desk', constructedGrievance(wtoCase(542)));
  });
  afterAll(() => dispute.end());

  it('ends the screening, and the public record names both sides', async () => {
    await dispute.moveTo('2025-02-24T09:00:00+01:00');
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'no-panel' });
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'panel-impossible')?.texts.en).toBe(
      'No eligible name is left for a seat of the United States, China. The screening ends.',
    );
    expect(entries.find(({ kind }) => kind === 'screening-ended')?.texts).toEqual({
      en: 'The screening ended: no panel, because a seat could not be filled: the United States, China.',
      'zh-Hans': '审查结束：未能组成专家组，原因：有席位无法补任（美国、中国）。',
    });
  });
});
