import { openS3BlobStore } from './open-s3-blob-store';
import { readS3Location } from './s3-location';

describe('the address of a bucket', () => {
  it('takes what it says', () => {
    const address =
      's3://exhibits/parley/blobs?endpoint=https://storage.example:9000&region=eu-1&pathStyle=false&objectLockDays=365&conditional=false';
    expect(readS3Location(address, {})).toEqual({
      bucket: 'exhibits',
      prefix: 'parley/blobs/',
      endpoint: 'https://storage.example:9000',
      region: 'eu-1',
      pathStyle: false,
      objectLockDays: 365,
      conditional: false,
    });
  });

  it('is that of AWS when it says no more', () => {
    const aws = { prefix: '', endpoint: undefined, pathStyle: false, objectLockDays: undefined, conditional: true };
    expect(readS3Location('s3://exhibits', {})).toEqual({ ...aws, bucket: 'exhibits', region: 'us-east-1' });
    expect(readS3Location('s3://exhibits/', { AWS_REGION: 'eu-west-1' })).toEqual({
      ...aws,
      bucket: 'exhibits',
      region: 'eu-west-1',
    });
  });

  it('puts the bucket into the path of any other storage', () => {
    expect(readS3Location('s3://exhibits?endpoint=http://127.0.0.1:9000', {})).toMatchObject({ pathStyle: true });
  });

  it.each([
    ['nonsense', 'must be an address such as s3://bucket/prefix'],
    ['file:///var/blobs', 'must be an address such as s3://bucket/prefix'],
    ['s3://key:hidden@exhibits', 'must hold no credentials: they are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
    ['s3://Exhibits', 'must name a bucket of 3 to 63 lower-case letters, digits, dots and hyphens'],
    ['s3://exhibits/a//b', 'must have a prefix of letters, digits, dots, hyphens and underscores between slashes'],
    [
      's3://exhibits?objectlockdays=1',
      'must have no parameter but endpoint, region, pathStyle, objectLockDays, conditional',
    ],
    ['s3://exhibits?objectLockDays=0', 'must have a whole number from 1 to 36500 for objectLockDays'],
    ['s3://exhibits?objectLockDays=1e3', 'must have a whole number from 1 to 36500 for objectLockDays'],
    ['s3://exhibits?pathStyle=yes', 'must have true or false for pathStyle'],
    ['s3://exhibits?region=Mars!', 'must name a region such as us-east-1'],
    [
      's3://exhibits?endpoint=https://key:hidden@storage.example',
      'must have an endpoint such as https://storage.example, without credentials',
    ],
    [
      's3://exhibits?endpoint=ftp://storage.example',
      'must have an endpoint such as https://storage.example, without credentials',
    ],
  ])('%s is none', (address, wrong) => {
    expect(readS3Location(address, {})).toEqual({ wrong });
    expect(() => openS3BlobStore(address)).toThrow(new RangeError(`the address of the blobs ${wrong}`));
  });
});
