import { refusals as accessRefusals } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { ProblemError, type ReceivedAct } from '@parley/http';
import type { Cases } from '../../repositories';
import type { CaseGate } from '../case-gate.http';
import { ConsentDesk } from './consent.http';

const [HERE, BESIDE] = ['5f0c1a52-6a1e-8a3b-9c4d-0123456789ab', '5f0c1a52-6a1e-8a3b-9c4d-0123456789ac'] as unknown as [
  CaseId,
  CaseId,
];

describe('a proposal that names other cases', () => {
  it('reads nothing of them for who is not admitted to the one in which it is made (I-43)', async () => {
    const reads: CaseId[] = [];
    const desk = {
      ruleSetVersion: '2026-1',
      read: (caseId: CaseId) => Promise.resolve(reads.push(caseId)),
    } as unknown as Cases;
    const gate = {
      admit: () => Promise.reject(ProblemError.refused(refuse(accessRefusals.notFound))),
    } as unknown as CaseGate;
    const proposing = new ConsentDesk(desk, gate).proposeBeside(
      HERE,
      [BESIDE],
      { en: 'They belong together.', 'zh-Hans': '两案相关。' },
      {} as ReceivedAct,
    );
    await expect(proposing).rejects.toThrow(ProblemError);
    expect(reads).toEqual([]);
  });
});
