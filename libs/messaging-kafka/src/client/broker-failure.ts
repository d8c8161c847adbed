/** What stands between a client and its broker, where that can be told. */
export type BrokerProblem =
  /** The broker is starting, or leadership changes: over in seconds. */
  | 'passing'
  /** It does not take the name, the password or the certificate that we showed. */
  | 'refused'
  /** Its own certificate is not one that we trust. */
  | 'untrusted';

/** A failure whose problem is known, in the words of the client, which name no password. */
export class BrokerFailure extends Error {
  override readonly name = 'BrokerFailure';

  constructor(
    readonly problem: BrokerProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
