import { sayOf, toldAs } from '@parley/contracts';
import { showEvent } from '../../services/audit/src/history/history.response';
import type { History } from './history/case-history';
import { playWorld } from './run/world';

/** Worlds that between them record most kinds of events. */
const SEEDS = [20_261, 20_262, 20_264, 20_268];
const parties = { complainant: 'US', respondent: 'CN' } as Parameters<typeof showEvent>[1]['parties'];
const nameOf = (code: string) => ({ en: code, 'zh-Hans': code });

/** What only a program reads: `expert:US:1`, `answer:1`. A text in words has a space after its colon. */
const ID = /(?<![\w-])[a-z][a-z-]*:[\w-]+/;

describe('the sentence of an event', () => {
  let histories: readonly History[];
  beforeAll(async () => {
    const played: History[] = [];
    for (const seed of SEEDS) played.push(await playWorld(seed));
    histories = played;
  });

  it('holds no id in either language, in a history and wherever a message is told', () => {
    const events = histories.flatMap(({ log }) => log);
    const told = histories.flatMap((history) => history.told).flatMap((event) => toldAs(event) ?? []);
    const sentences = [
      ...events.map((event) => [event.type, showEvent(event, { linked: true, parties }, nameOf).sentence] as const),
      ...told.map(({ key, values }) => [key, sayOf(key, values, nameOf)] as const),
    ];
    expect(new Set(sentences.map(([type]) => type)).size).toBeGreaterThan(150);
    const found = sentences.flatMap(([type, { en, 'zh-Hans': zh }]) =>
      ID.test(en) || ID.test(zh) ? `${type}: ${en} ${zh}` : [],
    );
    expect([...new Set(found)]).toEqual([]);
  });
});
