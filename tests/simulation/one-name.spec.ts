import { eventsToldBy, isUnnamed, registry } from '@parley/contracts';
import { contextOf, derivedUuid, type RecordedEvent } from '@parley/event-store';
import { producerOf, type PublicEvent } from '@parley/messaging';
import { exportLine } from '../../services/audit/src/history/export-lines';
import { showEvent } from '../../services/audit/src/history/history.response';
import { recordLines } from '../../services/referral/src/dossier/story/told-translation';
import type { History } from './history/case-history';
import { playWorld } from './run/world';

/** Worlds that between them record most kinds of events. */
const SEEDS = [20_260, 20_261, 20_263];
const parties = { complainant: 'US', respondent: 'CN' } as Parameters<typeof showEvent>[1]['parties'];

/** What an event is called in a history and in its export. */
function namesOnRecord(event: RecordedEvent): readonly string[] {
  const shown = showEvent(event, { linked: true, parties }, (code) => ({ en: code, 'zh-Hans': code }));
  const exported = JSON.parse(exportLine(event).header) as { stream: string; type: string };
  return [shown, exported].map(({ stream, type }) => `${contextOf(stream)}.${type}`);
}

/** What the event that a message tells is called by the message, for its header, and in the record of a dossier. */
function namesInMessage(event: PublicEvent): readonly (string | undefined)[] {
  const line = JSON.parse(recordLines([event])) as { event?: string };
  return [event.event, line.event];
}

describe('the name of an event', () => {
  const histories: History[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) histories.push(await playWorld(seed));
  });

  it('is one in the history, the export, the topics and the dossier', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { log, told } of histories) {
      const byPlace = Map.groupBy(log, ({ stream, recordedAt, revision }) =>
        [contextOf(stream), recordedAt, revision].join(),
      );
      for (const each of told) {
        const message = registry.getMessage(each.type);
        const recorded = byPlace
          .get([producerOf(each), each.recordedat, each.sequence].join())
          ?.find(({ eventId }) => derivedUuid(eventId, each.type, each.subject) === each.id);
        if (!message || !recorded) throw new Error(`nobody recorded what ${each.type} tells`);
        const [onRecord, inMessage] = [namesOnRecord(recorded), namesInMessage(each)];
        const expected = isUnnamed(message) ? [undefined] : onRecord;
        if (new Set(onRecord).size !== 1 || inMessage.some((name) => name !== expected[0])) wrong.push(each.type);
        const listed = eventsToldBy(message);
        if (listed.length > 0 && !listed.some((name) => name === onRecord[0]))
          wrong.push(`${each.type} ${String(onRecord[0])}`);
        seen.add(each.type + String(onRecord[0]));
      }
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(60);
  });
});
