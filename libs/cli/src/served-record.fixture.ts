import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SmallRecord } from './small-record.fixture';

/** A server that shows the public files of whichever record it is given, as Parley's addresses have them. */
export class ServedRecord {
  private constructor(
    private readonly server: Server,
    public record: SmallRecord,
  ) {}

  static async of(record: SmallRecord): Promise<ServedRecord> {
    const server = createServer((request, response) => {
      const file = served.record.at(fileOf(request.url ?? ''));
      const isThere = existsSync(file);
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/octet-stream', connection: 'close' });
      response.end(isThere ? readFileSync(file) : '');
    });
    const served = new ServedRecord(server, record);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return served;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.server.close();
  }
}

const fileOf = (url: string): string =>
  ({ '/v1/log/policy': 'policy', '/v1/docket/log/export': 'docket.ndjson' })[url] ?? url.replace('/v1/log/', 'log/');
