import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openS3Blobs } from '../../../server/adapters/s3/s3-blobs.ts';
import { readConfig } from '../../../server/config.ts';
import { blobsContract } from '../../contracts/blobs.ts';
import { S3_KEY, startS3, type S3Server } from '../../helpers/s3-server.ts';

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.close());

const open = () => {
  const { media } = readConfig({ MEDIA_URL: s3.url });
  if (media.kind !== 's3') throw new Error('MEDIA_URL was not read as S3');
  return openS3Blobs(media);
};

describe('chunks in an S3-compatible store', () => {
  blobsContract(() => Promise.resolve(open()));

  test('a wrong secret is refused, and that is not taken for "not there"', async () => {
    const place = { endpoint: s3.endpoint, bucket: 'voices', ...S3_KEY, secretAccessKey: 'wrong' };
    await expect(openS3Blobs(place).put('a/0', new Uint8Array([1]))).rejects.toThrow(/403/);
    await expect(openS3Blobs(place).get('a/0')).rejects.toThrow(/403/);
    expect(s3.objects.has('a/0')).toBe(false);
  });

  test('tries again when the store is busy, and does not resolve when it stays so', async () => {
    s3.failNext(2);
    await open().put('busy/0', new Uint8Array([7]));
    expect(s3.objects.get('busy/0')).toEqual(Buffer.from([7]));
    s3.failNext(10);
    await expect(open().put('busy/1', new Uint8Array([7]))).rejects.toThrow(/503/);
    s3.failNext(0);
    expect(s3.objects.has('busy/1')).toBe(false);
  });
});
