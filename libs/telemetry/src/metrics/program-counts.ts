/** What services and the gateway count by themselves; all else is counted below them. */
export { countGatewayAnswer, countGatewayRequest, countProofFailure, showInstancesAway } from '@parley/metrics';
