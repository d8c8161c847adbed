import type { Provider } from '@nestjs/common';
import { KnownDelegations } from '@parley/auth';
import type { ServicePorts, ServiceWork, ServiceWorker } from '@parley/http';
import type { Webhooks } from '@parley/kernel';
import { Heard } from '../events/heard.http';
import type { AuditApi } from '../history/case-state.response';
import { Deliveries } from './deliveries.table';
import { ReceiverReading, ReceiversOnRecord } from './receiver-reading.http';
import { KeptReceivers } from './receivers.table';
import { WebhookSender } from './webhook-sender.http';
import { webhookDecider } from './webhooks.rules';

/** The receivers of each side: who opened them goes into a stream that is its own. */
export const WEBHOOK_CATEGORY = 'audit.webhooks';

/** What is kept of receivers apart from the record, and the way to them. */
export abstract class WebhookKeeping {
  abstract readonly receivers: KeptReceivers;
  abstract readonly deliveries: Deliveries;
  /** `undefined` where no host is permitted. */
  abstract readonly webhooks: Webhooks | undefined;
}

/** Events pushed to the programs of the sides. */
export function webhooksPart(
  { database, clock, webhooks, onFailure }: ServicePorts,
  work: ServiceWork,
  audit: AuditApi,
): { readonly workers: Readonly<Record<string, ServiceWorker>>; readonly providers: readonly Provider[] } {
  const onRecord = new ReceiversOnRecord(work.deciding, WEBHOOK_CATEGORY, webhookDecider);
  const kept = { receivers: new KeptReceivers(database), deliveries: new Deliveries(database) };
  const reading = new ReceiverReading(onRecord, new KnownDelegations(database), clock);
  const sending = { ...kept, audit, reading, reads: audit.reads, heard: new Heard(audit), onFailure };
  return {
    workers: webhooks ? { 'the sender of webhooks': new WebhookSender({ ...sending, webhooks }) } : {},
    providers: [
      { provide: WebhookKeeping, useValue: { ...kept, webhooks } satisfies WebhookKeeping },
      { provide: ReceiversOnRecord, useValue: onRecord },
    ],
  };
}
