import { InMemoryEventStore } from '@parley/event-store';
import { MemoryFacts } from '@parley/messaging/testing';
import { DocketLog, readPublicLog } from '../../services/audit/src/docket/docket-log';
import { caseIdOf, instant, nameOf, storyOf } from '../../services/audit/src/docket/docket-story.fixture';
import { hearMessage } from '../../services/audit/src/docket/hear-message';
import { holdsInEveryHistory } from './holds';
import { serialsWithoutGaps } from './rules/i-63-serials-without-gaps.rule';
import { sentence } from './sentences';

describe(sentence('I-63'), () => {
  it('numbers every public fact of a registered case once, from its composition to its findings', async () => {
    const store = new InMemoryEventStore({ clock: { now: () => instant('2025-08-01T10:00:00Z') } });
    const facts = new MemoryFacts();
    const told = storyOf(caseIdOf(1), 'CN-2025-0001');
    for (const event of told) {
      await facts.keep(event);
      await hearMessage({ facts, log: new DocketLog(store, '2026-1'), nameOf }, event);
    }
    const entries = (await readPublicLog(store, 0, 100)).map(({ entry }) => entry);
    expect(entries.map(({ serial }) => serial)).toEqual(entries.map((_, at) => at + 1));
    const isPublic = told.filter(({ tier }) => tier === 'PUBLIC');
    expect(entries.map(({ sourceEventId }) => sourceEventId).toSorted()).toEqual(
      isPublic.map(({ id }) => id).toSorted(),
    );
  });

  it('holds in every history of random parties', () =>
    holdsInEveryHistory(serialsWithoutGaps, { setting: { cases: 2 } }));
});
