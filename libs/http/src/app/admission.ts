/**
 * Stands before the door of the process. A demonstration clock uses it to hold new requests and wait for open ones
 * while it moves: `enter` is awaited before a request's instant of receipt is taken, and `leave` is called once when
 * its answer has ended.
 */
export interface Admission {
  enter(request: { readonly method: string; readonly path: string }): Promise<void>;
  leave(request: { readonly method: string; readonly path: string }): void;
}
