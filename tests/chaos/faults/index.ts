import { brokerKilled } from './broker-killed.fault';
import { brokerStopped } from './broker-stopped.fault';
import { consumerPaused } from './consumer-paused.fault';
import { databaseRestarted } from './database-restarted.fault';
import { diskFull } from './disk-full.fault';
import type { Fault } from './fault';
import { gatewayKilled } from './gateway-killed.fault';
import { messagesAgain } from './messages-again.fault';
import { oneBrokerKilled } from './one-broker-killed.fault';
import { rebuiltUnderLoad } from './rebuilt-under-load.fault';
import { relayFrozen } from './relay-frozen.fault';
import { serviceKilled } from './service-killed.fault';
import { strangers } from './strangers.fault';

/** All that may go wrong. */
export const FAULTS: readonly Fault[] = [
  ...['intake', 'evidence', 'panel-review', 'referral', 'audit'].map(serviceKilled),
  gatewayKilled,
  brokerStopped,
  brokerKilled,
  oneBrokerKilled,
  databaseRestarted,
  consumerPaused,
  relayFrozen,
  messagesAgain,
  strangers,
  diskFull,
  rebuiltUnderLoad,
];
