import { createHash } from 'node:crypto';
import type { Sha256 } from '@parley/kernel';
import { announcedDigest, reprDigest } from './uploads.response';

const digest = createHash('sha256').update('hello').digest('hex') as Sha256;
const member = reprDigest(digest);
const refusalIn = (headers: Parameters<typeof announcedDigest>[0]): unknown => {
  const announced = announcedDigest(headers);
  return typeof announced === 'string' ? announced : announced.reason.code;
};

describe('an announced digest', () => {
  it('is written and read as RFC 9530 does', () => {
    expect(member).toBe('sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:');
    expect(announcedDigest({ 'repr-digest': member })).toBe(digest);
    expect(announcedDigest({ 'content-digest': member })).toBe(digest);
  });

  it.each([
    ['other algorithms', `sha-512=:AAAA:, ${member}`],
    ['other algorithms behind it', `${member},sha-512=:AAAA:`],
    ['a parameter', `${member};q=1`],
  ])('may stand beside %s', (_what, header) => {
    expect(announcedDigest({ 'repr-digest': header })).toBe(digest);
  });

  it('may be given twice when it is the same', () => {
    expect(announcedDigest({ 'repr-digest': member, 'content-digest': member })).toBe(digest);
  });

  it('must be there', () => {
    expect(refusalIn({})).toBe('digest-missing');
  });

  it.each([
    '',
    'sha-256',
    'sha-256=abc',
    `xsha-256=${member.slice(8)}`,
    'sha-256=:AAAA:',
    member.slice(0, -1),
    `${member}x`,
    'sha-256=:!!!!:',
    `${member}, ${reprDigest('ab'.repeat(32) as Sha256)}`,
  ])('is not read from %p', (header) => {
    expect(refusalIn({ 'repr-digest': header })).toBe('digest-malformed');
  });
});
