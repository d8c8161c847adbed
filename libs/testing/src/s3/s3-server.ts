/** An S3 API that specs may write to. */
export interface S3Server {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /**
   * Where it keeps its buckets as folders of files, when it does so on this machine: for a spec that damages bytes at
   * rest.
   */
  readonly folder: string | undefined;
  stop(): Promise<void>;
}
