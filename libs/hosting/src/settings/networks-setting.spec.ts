import { networksSetting } from './networks-setting';

describe('a setting of networks', () => {
  const { read } = networksSetting('PARLEY_TRUSTED_PROXIES');

  it.each([
    [undefined, []],
    ['', []],
    ['10.0.0.0/8, 192.0.2.1,2001:db8::/32', ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']],
    ['uniquelocal', ['uniquelocal']],
  ])('takes %j', (text, networks) => {
    expect(read(text)).toEqual(networks);
  });

  it.each(['1', 'proxy.example', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '::1/129', '*', '10.0.0.1, ?'])(
    'refuses %j',
    (text) => {
      expect(read(text)).toEqual({ wrong: expect.stringMatching(/^must be addresses or networks/) as string });
    },
  );
});
