import type { NamedFiles } from '@parley/blobs';
import type { EventStore } from '@parley/event-store';
import type { SideWitness } from '@parley/http';
import type { Instant, Webhooks } from '@parley/kernel';
import { recordCase, streamsOf } from './case-record-story.fixture';
import { caseIdOf } from '../docket/docket-story.fixture';
import { runAudit, runBeside, type RunningAudit } from '../running-audit.fixture';

export interface Entry {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly [field: string]: unknown;
}

export type Who = Parameters<RunningAudit['bearer']>;
export const filerAuditor: Who = ['cn-auditor', 'CN', 'auditor'];
export const otherAuditor: Who = ['us-auditor', 'US', 'auditor'];
export const registry: Who = ['registry-1', null, 'registry'];
export const member: Who = ['cn-panel-1', null, 'panel'];

export const caseId = caseIdOf(1);
export const other = caseIdOf(2);
export const streams = streamsOf(caseId);

/** An audit with two cases on record, and the histories of cases as somebody reads them over HTTP. */
export class ReadHistory {
  private constructor(
    readonly audit: RunningAudit,
    /** The instants at which the events of the first case were recorded. */
    readonly instants: readonly Instant[],
  ) {}

  /** @param wrap wraps the store for the audit */
  static async start(
    wrap?: (store: EventStore) => EventStore,
    webhooks?: Webhooks,
    logFiles?: NamedFiles,
    witnesses?: readonly SideWitness[],
  ): Promise<ReadHistory> {
    const audit = await runAudit(wrap, undefined, webhooks, logFiles, witnesses);
    await recordCase(audit, other, 'CN-2025-0001');
    audit.clock.set('2025-02-03T08:00:00Z');
    const instants = await recordCase(audit, caseId, 'CN-2025-0002');
    await audit.service.idle();
    return new ReadHistory(audit, instants);
  }

  /** Another process over the same record. */
  async beside(webhooks: Webhooks): Promise<ReadHistory> {
    return new ReadHistory(await runBeside(this.audit, webhooks), this.instants);
  }

  readonly get = async (path: string, [sub, party, ...roles]: Who, id = caseId, headers = {}) =>
    this.audit.app.inject({
      method: 'GET',
      url: `/v1/cases/${id}/history${path}`,
      headers: {
        authorization: await this.audit.bearer(sub, party, ...roles),
        'parley-purpose': 'Taking part',
        ...headers,
      },
    });

  readonly entriesFor = async (who: Who): Promise<readonly Entry[]> =>
    (await this.get('?kind=all&limit=200', who)).json<{ items: Entry[] }>().items;

  readonly typesFor = async (who: Who): Promise<readonly string[]> =>
    (await this.entriesFor(who)).map(({ type }) => type);
}
