import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly to: string;
  /** Headers and text, as they came, with the subject and the text in plain characters. */
  readonly content: string;
}

/** A real SMTP server that takes letters, and refuses for good what goes to an address that begins with `nobody`. */
export class Mailbox {
  readonly letters: Letter[] = [];
  /** What goes to this address is kept waiting, and never taken. */
  keepsWaiting: string | undefined;
  /** How many are kept waiting. */
  waiting = 0;
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, callback) => {
        if (address === this.keepsWaiting) {
          this.waiting += 1;
          return;
        }
        const refusal = Object.assign(new Error(`no such mailbox: ${address}`), { responseCode: 550 });
        callback(address.startsWith('nobody') ? refusal : undefined);
      },
      onData: (stream, { envelope }, callback) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const content = plain(Buffer.concat(pieces).toString());
          this.letters.push(...envelope.rcptTo.map(({ address: to }) => ({ to, content })));
          callback();
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  /** The settings by which Parley sends its mail here. */
  get settings(): Readonly<Record<string, string>> {
    const { port } = this.#server.server.address() as AddressInfo;
    return { PARLEY_MAIL_SERVER: `smtp://127.0.0.1:${String(port)}`, PARLEY_MAIL_FROM: 'alerts@seat.example' };
  }

  /** The letters to an address. */
  to(address: string): readonly string[] {
    return this.letters.filter(({ to }) => to === address).map(({ content }) => content);
  }

  /** Waits until an address has got so many. @throws when they do not come within a minute */
  async until(address: string, count: number): Promise<readonly string[]> {
    const end = Date.now() + 60_000;
    while (this.to(address).length < count) {
      if (Date.now() > end) throw new Error(`${address} got ${String(this.to(address).length)} of ${String(count)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.to(address);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** The code of an address in a letter that asks whose it is. */
export const codeIn = (letter: string | undefined): string | undefined =>
  /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(letter ?? '')?.[0];

/** Decodes the words of headers (RFC 2047) and a text that is sent in base 64 or quoted-printable. */
function plain(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const text = /transfer-encoding: base64/i.test(head)
    ? Buffer.from(body, 'base64').toString()
    : /transfer-encoding: quoted-printable/i.test(head)
      ? fromQuoted(body.replace(/=\r\n/g, ''))
      : body;
  const words = head
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : fromQuoted(word.replaceAll('_', ' ')),
    );
  return `${words}\n\n${text}`;
}

const fromQuoted = (text: string): string =>
  decodeURIComponent(text.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1'));
