import type { Provider, Type } from '@nestjs/common';
import type { Instant } from '@parley/kernel';
import type { ServicePorts, ServiceWork } from '@parley/http';
import type { RunningReaction } from '@parley/processes';
import { FallbackEntriesController } from './fallback-entries.controller';
import { OutagesController } from './outages.controller';
import type { Cases } from '../../repositories';
import { OUTAGE_CATEGORY } from '../../streams';
import { callsForNoting, noteOutagesProcess } from './outages.reaction';
import { OutageWatch } from './outage-watch';
import { Outages } from './outages';
import type { AgendaPart } from '../agenda/agenda.part';
import type { NoticesPart } from '../notices/notices.part';
import { Agenda, type EndingInCase } from '../agenda/agenda.table';

/** Outages of the system: its heartbeat, their register, and what each case makes of one (I-61). */
export class OutagesPart {
  readonly register: Outages;
  readonly watch: OutageWatch;
  readonly noting: RunningReaction;
  readonly controllers: readonly Type[] = [OutagesController, FallbackEntriesController];
  private readonly agenda: Agenda;

  constructor(
    ports: ServicePorts,
    cases: Cases,
    private readonly notices: NoticesPart,
    private readonly due: AgendaPart,
    work: ServiceWork,
  ) {
    const { database: dataSource, clock, clocksOf, onFailure } = ports;
    this.agenda = new Agenda(dataSource);
    this.register = new Outages(ports);
    const gapMs = (): number => clocksOf.at(clock.now()).ruleSet.outage.gapMinutes * 60_000;
    this.watch = new OutageWatch({
      dataSource,
      clock,
      gapMs,
      gap: (from, to) => this.declareIfALimitEnded(from, to),
      onFailure,
    });
    const react = noteOutagesProcess(cases, notices.registers, (from, to) => this.endingIn(from, to));
    this.noting = work.react({
      name: 'outages',
      categories: [OUTAGE_CATEGORY],
      concerns: callsForNoting,
      react,
    });
  }

  get providers(): readonly Provider[] {
    return [{ provide: Outages, useValue: this.register }];
  }

  async idle(): Promise<void> {
    await this.watch.idle();
    await this.noting.idle();
  }

  /**
   * Whether every outage that there was is known and noted, so that no default comes before the new end of its limit.
   */
  async isSettled(): Promise<boolean> {
    return this.watch.hasBeaten && (await this.noting.behind(1)) === 0;
  }

  private async declareIfALimitEnded(from: Instant, to: Instant): Promise<void> {
    if ((await this.endingIn(from, to)).length > 0) await this.register.declare(from, to);
  }

  /**
   * By an agenda that shows everything recorded so far: a notice that was not served before the outage counts as well.
   */
  private async endingIn(from: Instant, to: Instant): Promise<readonly EndingInCase[]> {
    await this.notices.idle();
    await this.due.agenda.idle();
    return this.agenda.endingIn(from, to);
  }
}
