import { BrokerFailure, type BrokerProblem } from '@parley/messaging-kafka';

const KEPT = 'what is recorded is kept and told once it does';
const AWAY = `the broker does not answer; ${KEPT}`;
const REASONS: Readonly<Record<BrokerProblem, string>> = {
  passing: AWAY,
  refused: `the broker does not take our name, password or certificate; ${KEPT}`,
  untrusted: `the broker does not show a certificate that we trust; ${KEPT}`,
};

/**
 * Why the broker is not to be had, in one sentence for everybody: never in the words of a client, which name addresses.
 */
export const brokerReason = (failure: unknown): string =>
  failure instanceof BrokerFailure ? REASONS[failure.problem] : AWAY;
