import { whatItSays } from './what-it-says';

describe('what a payload says', () => {
  it('is the same there with other ids, digests, people, docket numbers and instants of acts', () => {
    const here = {
      caseId: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
      digest: 'a'.repeat(64),
      by: 'a-desk',
      members: ['a-1', 'b-3'],
      docketNumber: 'CN-2025-0001',
      at: '2025-02-03T09:12:01.234Z',
    };
    const there = {
      caseId: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
      digest: 'b'.repeat(64),
      by: 'us-desk',
      members: ['us-panel-4', 'cn-panel-1'],
      docketNumber: 'CN-2025-0004',
      at: '2025-02-03T09:12:02.000Z',
    };
    expect(whatItSays(here)).toBe(whatItSays(there));
  });

  it.each([
    [{ outcome: 'substantiated' }, { outcome: 'not-agreed' }],
    [{ by: 'a-desk' }, { by: 'cn-desk' }],
    [{ by: 'a-desk' }, { by: 'us-registry' }],
    [{ dueAt: '2025-02-18T16:00:00.000Z' }, { dueAt: '2025-02-19T16:00:00.000Z' }],
    [{ claims: ['C1'] }, { claims: ['C1', 'C2'] }],
  ])('is not the same in %j and %j', (here, there) => {
    expect(whatItSays(here)).not.toBe(whatItSays(there));
  });
});
