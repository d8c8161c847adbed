import type { Clock, Instant } from '@parley/kernel';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveSite } from './serve-site';

const clock: Clock = { now: () => '2026-01-05T08:00:00.000Z' as Instant };

describe('the top of the site', () => {
  let site: FastifyInstance;
  const open = (contact?: string): void => {
    site = Fastify();
    serveSite(site, {
      ...{ clock, publicUrl: 'https://parley.example' },
      securityContact: contact === undefined ? undefined : new URL(contact),
    });
  };
  const get = (url: string, headers: Record<string, string> = {}) => site.inject({ url, headers });
  afterEach(() => site.close());

  it.each([
    ['en', 'The secretariat advises', '/docket?lang=en', '?lang=zh-Hans'],
    ['zh-Hans', '秘书处提供意见', '/docket?lang=zh-Hans', '?lang=en'],
  ])('leads a browser on in %s, and to its twin in the other language', async (lang, says, docket, twin) => {
    open();
    const { body, headers } = await get('/', { accept: 'text/html', 'accept-language': lang });
    expect(headers).toMatchObject({ 'content-language': lang, 'content-type': 'text/html; charset=utf-8' });
    for (const part of [says, docket, twin, 'href="/docs?lang=', 'href="/rules?lang=']) expect(body).toContain(part);
    expect(body).not.toContain('<script');
  });

  it('tells a program the same as data', async () => {
    open();
    const { places } = (await get('/')).json<{ places: readonly { path: string }[] }>();
    expect(places.map(({ path }) => path)).toEqual(['/docket', '/rules', '/problems', '/glossary', '/docs']);
  });

  it('has an icon, and keeps search engines to what is public', async () => {
    open();
    expect((await get('/favicon.ico')).headers['content-type']).toBe('image/svg+xml');
    expect((await get('/robots.txt')).body).toMatch(/^User-agent: \*\nDisallow: \/v1\/\n/);
  });

  it('names the contact that is configured, for ninety days', async () => {
    open('mailto:security@parley.example');
    expect((await get('/.well-known/security.txt')).body).toBe(
      'Contact: mailto:security@parley.example\nExpires: 2026-04-05T08:00:00.000Z\nPreferred-Languages: en, zh\n' +
        'Canonical: https://parley.example/.well-known/security.txt\n',
    );
  });

  it('invents no contact where none is configured', async () => {
    open();
    expect((await get('/.well-known/security.txt')).statusCode).toBe(404);
  });
});
