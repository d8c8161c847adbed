import { Agent, request } from 'node:http';

/** One request of a load, as it is sent. */
export interface Sent {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A client that keeps its connections, as a government's own program would. */
export class LoadClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  readonly #address: URL;

  constructor(url: string) {
    this.#address = new URL(url);
  }

  /** Posts, and reads the answer to its end. @throws when the status is another one */
  async post(sent: Sent, expected: number): Promise<void> {
    await this.ask(sent, expected);
  }

  /** As `post`. @returns the body of the answer */
  ask({ path, headers, body }: Sent, expected: number): Promise<string> {
    const { hostname, port } = this.#address;
    const all = { 'content-type': 'application/json', 'content-length': String(body.length), ...headers };
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method: 'POST', agent: this.#agent, headers: all }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === expected) resolve(text);
          else reject(new Error(`${path} answered ${String(answer.statusCode)}: ${text.slice(0, 500)}`));
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
