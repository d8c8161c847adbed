import { ExportedCase, somebody } from '../../services/audit/src/history/exported-case.fixture';
import { holdsInEveryHistory } from './holds';
import { votesStayInside } from './rules/i-14-votes-stay-inside.rule';
import { sentence } from './sentences';

describe(sentence('I-14'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(votesStayInside));

  it('no export counts a vote, or a text of the panel behind the last event that its reader reads', async () => {
    const exported = await ExportedCase.of();
    await exported.record(
      exported.streams.panel,
      { type: 'FindingsDecided', tier: 'PUBLIC' },
      { type: 'FindingsWritten', tier: 'DELIBERATION' },
    );
    for (const caller of [
      somebody('us-desk', 'US', 'desk'),
      somebody('cn-auditor', 'CN', 'auditor'),
      somebody('us-head', 'US', 'cohead'),
      somebody('us-registry', 'US', 'registry'),
    ]) {
      const lines = await exported.for(caller);
      expect(lines.filter((line) => line.includes(exported.streams.deliberation))).toEqual([]);
      const ofPanel = lines.filter((line) => line.includes(exported.streams.panel)).slice(-2);
      expect(ofPanel.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['header', 'head']);
    }
  });
});
