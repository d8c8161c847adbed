import { createRegistry, type DescMessage } from '@bufbuild/protobuf';
import { file_parley_evidence_v1_evidence } from './gen/parley/evidence/v1/evidence_pb';
import { file_parley_intake_v1_intake } from './gen/parley/intake/v1/intake_pb';
import { file_parley_panelreview_v1_panel_review } from './gen/parley/panelreview/v1/panel_review_pb';
import { file_parley_referral_v1_referral } from './gen/parley/referral/v1/referral_pb';

/** Every message of `proto/`, by its full name. */
export const registry = createRegistry(
  file_parley_intake_v1_intake,
  file_parley_evidence_v1_evidence,
  file_parley_panelreview_v1_panel_review,
  file_parley_referral_v1_referral,
);

/** True for a message that is itself a public event, since it names a case. The others are parts of one. */
export const isPublicEvent = (message: DescMessage): boolean => message.fields.some(({ name }) => name === 'case_id');

/** Every public event, of every context. */
export const publicEventSchemas: readonly DescMessage[] = [...registry]
  .filter((type) => type.kind === 'message')
  .filter(isPublicEvent);
