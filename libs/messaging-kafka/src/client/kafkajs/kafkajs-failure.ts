import { BrokerFailure, type BrokerProblem } from '../broker-failure';

/** Kafka's own words for a broker that cannot answer yet, or no longer. */
const PASSING: ReadonlySet<unknown> = new Set([
  'UNKNOWN_TOPIC_OR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'GROUP_LOAD_IN_PROGRESS',
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'NOT_COORDINATOR_FOR_GROUP',
]);
/** What TLS says of a certificate of ours that the other side does not accept. */
const OUR_CERTIFICATE = /^ERR_SSL_.*ALERT.*(CERT|UNKNOWN_CA)/;
/** What Node says of a certificate that we do not accept. */
const THEIR_CERTIFICATE = /^(?!ERR_SSL_).*(CERT|LEAF_SIGNATURE)/;

/**
 * What a client threw, as a `BrokerFailure` where its problem is known. The problem may show only in a cause, because
 * kafkajs wraps errors.
 */
export function kafkajsFailure(failure: unknown): unknown {
  const problem = problemOf(failure);
  return problem === undefined || !(failure instanceof Error)
    ? failure
    : new BrokerFailure(problem, failure.message, { cause: failure });
}

function problemOf(failure: unknown): BrokerProblem | undefined {
  if (!(failure instanceof Error)) return undefined;
  const { name, type, code, cause } = failure as Error & { readonly type?: unknown; readonly code?: unknown };
  if (PASSING.has(type)) return 'passing';
  if (name === 'KafkaJSSASLAuthenticationError') return 'refused';
  if (typeof code === 'string' && OUR_CERTIFICATE.test(code)) return 'refused';
  if (typeof code === 'string' && THEIR_CERTIFICATE.test(code)) return 'untrusted';
  return problemOf(cause);
}
