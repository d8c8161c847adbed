import { chainsHold } from '../../libs/cli/src/verify/history-chains';
import { historyIn } from '../../libs/cli/src/verify/history-lines';
import { Told } from '../../libs/cli/src/report/told';
import { ExportedCase, somebody } from '../../services/audit/src/history/exported-case.fixture';
import { holdsInEveryHistory } from './holds';
import { correctionsPointBack, nothingAltered, readByAStranger } from './rules/i-35-nothing-altered.rule';
import { sentence } from './sentences';

describe(sentence('I-35'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(nothingAltered));
  it('is seen by a stranger who has nothing but the record', () => holdsInEveryHistory(readByAStranger));
  it('a correction points to what it corrects, and leaves it there', () =>
    holdsInEveryHistory(correctionsPointBack, { runs: 40 }));

  it('an export from which anything is taken away is refused by who has nothing but that file', async () => {
    const lines = await (await ExportedCase.of()).for(somebody('us-auditor', 'US', 'auditor'));
    const verify = (kept: readonly string[]) => chainsHold(historyIn(kept.join('')), new Told());
    verify(lines);
    const believed = lines.filter((_, at) => {
      try {
        verify(lines.toSpliced(at, 1));
        return true;
      } catch {
        return false;
      }
    });
    expect(believed).toEqual([]);
  });
});
