import { create, toBinary, type DescMessage, type MessageInitShape } from '@bufbuild/protobuf';
import { derivedUuid } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/** A public event as the panel tells it. */
export const ofPanel = <D extends DescMessage>(
  caseId: CaseId,
  at: Instant,
  schema: D,
  message: MessageInitShape<D>,
): PublicEvent => ({
  id: derivedUuid('of-panel', schema.typeName, caseId, at),
  source: '/parley/panelreview',
  type: schema.typeName,
  subject: caseId,
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: toBinary(schema, create(schema, message)),
});
