import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startTestServer, type TestServer } from '@parley/testing';
import { readDocument } from '../../support/api-document';
import { Client } from '../../support/client';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { uploadBytes } from '../../support/file-exhibit';
import { Mailbox } from '../../support/mailbox';
import { ParleyProcess } from '../../support/parley-process';
import { DocumentedBodies } from './documented-bodies';

const BEGUN = '2026-03-02T09:00:00+01:00';
/** A version of the rules that the operator proposes, for the co-heads to adopt. */
const LATER_RULES = {
  ...{ version: '2026-2', amends: '2026-1', from: '2026-03-03' },
  tracks: { standard: { clocks: { reply: { length: 12 } } } },
};

/** A Parley in which everybody sends what the document shows, at the pace of a demonstration clock. */
export class ExampleStory {
  readonly #clients = new Map<string, Promise<Client>>();
  /** What was refused, with the problem. The story goes on, so that one run tells everything. */
  readonly faults: string[] = [];

  private constructor(
    readonly bodies: DocumentedBodies,
    private readonly parley: ParleyProcess,
    readonly server: TestServer,
    readonly mailbox: Mailbox,
    private readonly folder: string,
  ) {}

  static async begin(): Promise<ExampleStory> {
    const [server, mailbox, folder] = [await startTestServer(), await Mailbox.open(), makeFolder()];
    const rules = path.join(folder, 'rules.json');
    writeFileSync(rules, JSON.stringify(LATER_RULES));
    const parley = await ParleyProcess.start({
      clock: BEGUN,
      env: {
        ...mailbox.settings,
        ...{ PARLEY_DATABASE_URL: server.url, PARLEY_RULE_SETS: rules, PARLEY_WEBHOOK_HOSTS: '*.ministry.example' },
      },
    });
    return new ExampleStory(new DocumentedBodies(await readDocument(parley.url)), parley, server, mailbox, folder);
  }

  async end(): Promise<void> {
    await this.parley.stop();
    await Promise.all([this.server.stop(), this.mailbox.close()]);
    removeFolder(this.folder);
  }

  get url(): string {
    return this.parley.url;
  }

  as(user: string): Promise<Client> {
    const client = this.#clients.get(user) ?? Client.as(this.parley.url, user);
    this.#clients.set(user, client);
    return client;
  }

  /** Somebody sends what the document shows for an operation. @returns the answer, or nothing where it is refused */
  async shows<Body = Made>(
    user: string,
    operationId: string,
    at: Readonly<Record<string, string>> = {},
    ofStory: object = {},
  ): Promise<Partial<Body>> {
    try {
      return (await this.bodies.send<Body>(await this.as(user), operationId, at, ofStory)).body;
    } catch (error) {
      this.faults.push((error as Error).message);
      return {};
    }
  }

  /** Somebody does an act that others need. */
  async act<Body = Made>(user: string, address: string, body?: object): Promise<Partial<Body>> {
    try {
      return (await (await this.as(user)).act<Body>(address, body)).body;
    } catch (error) {
      this.faults.push((error as Error).message);
      return {};
    }
  }

  /** @returns what somebody reads, or nothing where it is refused */
  async read<Body>(user: string, address: string): Promise<Partial<Body>> {
    try {
      return await (await this.as(user)).read<Body>(address);
    } catch (error) {
      this.faults.push((error as Error).message);
      return {};
    }
  }

  async moveTo(to: string): Promise<void> {
    await this.act('operator', '/v1/demonstration-clock', { to });
  }

  async now(): Promise<string> {
    return (await (await this.as('operator')).read<{ now: string }>('/v1/demonstration-clock')).now;
  }

  /** Lets a minute pass. A move of the clock answers once everything that follows from the acts has been done. */
  async settle(): Promise<void> {
    await this.moveTo(new Date(Date.parse(await this.now()) + 60_000).toISOString());
  }

  /** Somebody sends the bytes that the document shows for an upload, with the digest that it shows for them. */
  async uploads(user: string): Promise<void> {
    const { path: address, body, digest, type } = this.bodies.upload;
    const headers = { 'content-type': type, 'repr-digest': digest };
    const answer = await (await this.as(user)).send('POST', address, Buffer.from(body), { headers });
    if (answer.status === 201) this.bodies.wasSent('uploadFile');
    else this.faults.push(`uploadFile by ${user}: ${JSON.stringify(answer.body)}`);
  }

  /** Uploads bytes of some file, new ones each time. */
  async upload(user: string, text: string): Promise<{ readonly uploadId: string; readonly digest: string }> {
    return uploadBytes(await this.as(user), Uint8Array.from(Buffer.from(text)));
  }
}

/** The part of an answer that later acts name. */
export interface Made {
  readonly id: string;
  readonly digest: string;
}
