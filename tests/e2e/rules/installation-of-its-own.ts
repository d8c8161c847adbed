import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { fileGrievance } from '../../support/file-grievance';
import { ParleyProcess } from '../../support/parley-process';
import type { Problem } from '../../support/problem';
import { startStubIssuers, type StubIssuers } from '../../support/stub-issuers';
import { wtoCase } from '../../support/wto-case';

const AUDIENCE = 'https://parley.example';

/** An installation in production, where only its own co-heads adopt rules. A test restarts it as its operator. */
export class InstallationOfItsOwn {
  private constructor(
    readonly folder: string,
    private readonly issuers: StubIssuers,
    private parley: ParleyProcess | undefined,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<InstallationOfItsOwn> {
    const installation = new InstallationOfItsOwn(makeFolder(), await startStubIssuers(AUDIENCE), undefined);
    await installation.restart(env);
    return installation;
  }

  /** Stops it where it runs, and starts it again on the same data with other settings. */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.parley?.stop();
    this.parley = undefined;
    this.parley = await ParleyProcess.start({
      dataDir: `${this.folder}/data`,
      env: {
        PARLEY_MODE: 'production',
        ...this.issuers.settings,
        ...env,
      },
    });
  }

  async stop(): Promise<void> {
    await this.parley?.stop();
    this.issuers.stop();
    removeFolder(this.folder);
  }

  get anybody(): Client {
    return Client.public(this.url);
  }

  /** Somebody of a side, in one office. */
  as(party: 'US' | 'CN', role: string, sub = role): Client {
    return Client.withToken(this.url, this.issuers.token({ sub, party, roles: [role] }));
  }

  get coHeads(): readonly Client[] {
    return [this.as('US', 'cohead'), this.as('CN', 'cohead')];
  }

  /** China files a grievance. @throws with the problem when it is refused */
  file() {
    return fileGrievance(this.as('CN', 'desk'), constructedGrievance(wtoCase(633)));
  }

  private get url(): string {
    if (!this.parley) throw new Error('it does not run');
    return this.parley.url;
  }
}

export const codeOf = ({ body }: { readonly body: unknown }): string | undefined => (body as Partial<Problem>).code;
