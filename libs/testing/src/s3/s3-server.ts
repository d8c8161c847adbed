/** An S3 API that specs may write to. */
export interface S3Server {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /**
   * The folder in which it keeps its buckets as files, when it does so on this machine. Specs that damage bytes at rest
   * need it.
   */
  readonly folder: string | undefined;
  stop(): Promise<void>;
}
