import type { Caller } from '@parley/access';
import { mayKnowOfClock } from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ClocksOf, RuleSet } from '@parley/procedure';
import { limitOf, openPosition, sealPosition, type CursorCodec, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { placeOf, type Agenda, type AgendaPlace } from '../../projections/agenda';
import type { AgendaRequest } from './agenda.request';
import type { AgendaItemShown } from './agenda.response';
import { showAgendaItem } from './show-agenda-item';

const SCOPE = 'agenda';
/** How long an agenda waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;
/** So many deadlines a calendar holds at most. */
export const MOST_IN_A_CALENDAR = 1_000;

/** What is due, for lists and for calendars. */
export class AgendaList {
  constructor(
    private readonly agenda: Agenda,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly clocksOf: ClocksOf,
  ) {}

  async page(caller: Caller, request: AgendaRequest): Promise<PageShown<AgendaItemShown>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const from = request.cursor === undefined ? undefined : (this.cursors.open(SCOPE, request.cursor) as AgendaPlace);
    const found = await this.agenda.of(caller, { limit: limit + 1, ...(from ? { from } : {}) });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((item) => showAgendaItem(item, this.ruleSetOf)),
      next: last ? this.cursors.seal(SCOPE, placeOf(last)) : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }

  async calendarOf(caller: Caller): Promise<readonly AgendaItemShown[]> {
    return (await this.agenda.of(caller, { limit: MOST_IN_A_CALENDAR })).map((item) =>
      showAgendaItem(item, this.ruleSetOf),
    );
  }

  /**
   * What runs in a case, as far as its reader may know of it (I-43). The caller of this has seen to it that the case
   * may be read.
   * @param betweenParties whether the reader reads what passes between the parties
   */
  async inCase(caseId: CaseId, betweenParties: boolean): Promise<readonly AgendaItemShown[]> {
    const items = await this.agenda.inCase(caseId, { limit: MOST_IN_A_CALENDAR });
    return items
      .filter(({ deadline }) => mayKnowOfClock(deadline, betweenParties))
      .map((item) => showAgendaItem(item, this.ruleSetOf));
  }

  private readonly ruleSetOf = (version: string): RuleSet => this.clocksOf(version).ruleSet;
}
