import { InMemoryEventStore } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import { MemoryFacts } from '@parley/messaging/testing';
import { DocketLog, readPublicLog } from '../../services/audit/src/docket/docket-log';
import { caseIdOf, instant, nameOf, storyOf } from '../../services/audit/src/docket/docket-story.fixture';
import { hearMessage } from '../../services/audit/src/docket/hear-message';
import { holdsInEveryHistory } from './holds';
import { serialsWithoutGaps } from './rules/i-63-serials-without-gaps.rule';
import { sentence } from './sentences';

const isRegistration = ({ type }: PublicEvent): boolean => type.endsWith('.CaseRegistered');

describe(sentence('I-63'), () => {
  const told = storyOf(caseIdOf(1), 'CN-2025-0001');
  const registeredLast = [...told.filter((each) => !isRegistration(each)), ...told.filter(isRegistration)];

  it.each([
    ['as it happened', told],
    ['before its registration is heard', registeredLast],
  ])('numbers every public fact of a registered case once, %s', async (_, heard) => {
    const store = new InMemoryEventStore({ clock: { now: () => instant('2025-08-01T10:00:00Z') } });
    const facts = new MemoryFacts();
    for (const event of heard) {
      await facts.keep(event);
      await hearMessage({ facts, log: new DocketLog(store, '2026-1'), nameOf }, event);
    }
    const entries = (await readPublicLog(store, 0, 100)).map(({ entry }) => entry);
    expect(entries.map(({ serial }) => serial)).toEqual(entries.map((_entry, at) => at + 1));
    const ofTheCase = heard.filter(({ tier }) => tier === 'PUBLIC').map(({ id }) => id);
    expect(entries.map(({ sourceEventId }) => sourceEventId).toSorted()).toEqual(ofTheCase.toSorted());
  });

  it('holds in every history of random parties', () =>
    holdsInEveryHistory(serialsWithoutGaps, { setting: { cases: 2 } }));
});
