/** What a gateway counts, which has the platform and no library that counts below it. */
export { countGatewayAnswer, countGatewayRequest, showInstancesAway } from '@parley/metrics';
