import { BrokerFailure } from '@parley/messaging-kafka';
import { brokerReason } from './broker-watch';

describe('why the broker is not to be had', () => {
  it('says what has to be put right, where that is known', () => {
    expect(brokerReason(new BrokerFailure('refused', 'SASL PLAIN authentication failed'))).toMatch(
      /^the broker does not take our name, password/,
    );
    expect(brokerReason(new BrokerFailure('untrusted', 'self-signed certificate'))).toMatch(
      /^the broker does not show a certificate that we trust/,
    );
  });

  it('says of everything else that the broker does not answer, without an address', () => {
    for (const failure of [new Error('connect ECONNREFUSED 10.0.0.7:9092'), new BrokerFailure('passing', 'loading')]) {
      expect(brokerReason(failure)).toBe('the broker does not answer; what is recorded is kept and told once it does');
    }
  });
});
