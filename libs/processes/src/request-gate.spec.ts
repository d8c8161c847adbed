import { RequestGate } from './request-gate';

const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void promise.then(() => (done = true));
  for (let n = 0; n < 10; n++) await Promise.resolve();
  return done;
};

describe('the request gate', () => {
  it('lets requests through together', async () => {
    const gate = new RequestGate();
    expect(await settled(Promise.all([gate.acquire(), gate.acquire()]))).toBe(true);
  });

  it('closes when the last request has left', async () => {
    const gate = new RequestGate();
    const [first, second] = [await gate.acquire(), await gate.acquire()];
    const closing = gate.close();
    first();
    first();
    expect(await settled(closing)).toBe(false);
    second();
    expect(await settled(closing)).toBe(true);
  });

  it('holds those who come while it is closed, and lets them in afterwards', async () => {
    const gate = new RequestGate();
    const open = await gate.close();
    const coming = gate.acquire();
    expect(await settled(coming)).toBe(false);
    open();
    expect(await settled(coming)).toBe(true);
  });

  it('stays closed until everyone who closed it has opened it', async () => {
    const gate = new RequestGate();
    const [one, other] = [await gate.close(), await gate.close()];
    const coming = gate.acquire();
    one();
    one();
    expect(await settled(coming)).toBe(false);
    other();
    expect(await settled(coming)).toBe(true);
  });
});
