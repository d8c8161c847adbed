import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceInstances } from '../proxy/service-instances';
import { askService } from './ask-service';

describe('a question to a service', () => {
  let server: Server;
  const instances = async (answering: RequestListener): Promise<ServiceInstances> => {
    server = createServer(answering).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ServiceInstances([`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`]);
  };
  afterEach(() => {
    server.close().closeAllConnections();
  });

  it.each([
    ['never begins', () => undefined],
    ['begins and never ends', (_request, response) => void response.writeHead(200).write('{"items": [')],
    ['is no JSON', (_request, response) => void response.end('<html>')],
  ] as readonly [string, RequestListener][])(
    'is given up as to one that is away when its answer %s',
    async (_what, answering) => {
      const asking = askService(await instances(answering), { path: '/problems', patienceMs: 100 });
      await expect(asking).rejects.toMatchObject({
        kind: { status: 503, code: 'unavailable' },
        headers: { 'retry-after': '1' },
      });
    },
  );

  it('is answered in what the service says', async () => {
    expect(
      await askService(await instances((_request, response) => void response.end('{"items": []}')), {
        path: '/problems',
      }),
    ).toEqual({ items: [] });
  });
});
