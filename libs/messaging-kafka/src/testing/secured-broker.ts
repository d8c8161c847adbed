import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KafkaBroker } from '@parley/testing/kafka';
import { LOCALHOST } from '@parley/testing';

/** They are of no use anywhere else, and easy to find where they must not be. */
export const PASSWORDS = { plain: 'plain-Pa55phrase', scram: 'scram-Pa55phrase', wrong: 'wrong-Pa55phrase' } as const;

export interface SecuredBroker {
  readonly broker: KafkaBroker;
  stop(): Promise<void>;
}

const MODULES = 'org.apache.kafka.common.security';
/** The first name is the broker's own. It wants one although there is no other broker to speak to. */
const PLAIN =
  `${MODULES}.plain.PlainLoginModule required ` +
  `username="intake" password="${PASSWORDS.plain}" user_intake="${PASSWORDS.plain}";`;
const SCRAM = `${MODULES}.scram.ScramLoginModule required;`;

/** A broker over TLS that asks for a name and a password: `intake` by PLAIN, `evidence` by SCRAM-SHA-512. */
export const startBrokerWithPasswords = (): Promise<SecuredBroker> =>
  startSecured('SASL_SSL', ['--add-scram', `SCRAM-SHA-512=[name=evidence,password=${PASSWORDS.scram}]`], {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'listener.name.sasl_ssl.plain.sasl.jaas.config': PLAIN,
    'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': SCRAM,
  });

/** A broker over TLS that knows its clients by their certificates. */
export const startBrokerWithCertificates = (): Promise<SecuredBroker> =>
  startSecured('SSL', [], { 'ssl.client.auth': 'required' });

async function startSecured(
  protocol: 'SSL' | 'SASL_SSL',
  formatArguments: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<SecuredBroker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-broker-keys-'));
  const [keys, trusted] = [path.join(folder, 'keys.pem'), path.join(folder, 'trusted.pem')];
  writeFileSync(keys, LOCALHOST.key + LOCALHOST.certificate);
  // Kafka does not start unless it trusts itself.
  writeFileSync(trusted, LOCALHOST.certificate);
  const own = { 'ssl.keystore.type': 'PEM', 'ssl.keystore.location': keys };
  const others = { 'ssl.truststore.type': 'PEM', 'ssl.truststore.location': trusted };
  const broker = await KafkaBroker.start({
    heapMb: 256,
    protocol,
    formatArguments,
    settings: { ...own, ...others, ...settings },
  });
  const stop = async (): Promise<void> => {
    await broker.stop();
    rmSync(folder, { recursive: true });
  };
  return { broker, stop };
}
