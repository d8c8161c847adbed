import type { Adapter } from 'oidc-provider';

/** Stores nothing: clients are configuration, and a client's access token is a JWT that needs no store. */
export class ForgetfulAdapter implements Adapter {
  upsert(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUid(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  destroy(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  revokeByGrantId(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
