export * from './gen/parley/common/v1/common_pb';
export * as evidence from './gen/parley/evidence/v1/evidence_pb';
export * as intake from './gen/parley/intake/v1/intake_pb';
export * as panelReview from './gen/parley/panelreview/v1/panel_review_pb';
export * as referral from './gen/parley/referral/v1/referral_pb';
export * from './registry';
export * from './tell';
export * from './words';
export * from './word-book';
