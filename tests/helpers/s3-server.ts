import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Server {
  /** For `MEDIA_URL`. */
  readonly url: string;
  readonly endpoint: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The next so many requests are answered with 503. */
  failNext(count: number): void;
  close(): Promise<void>;
}

export const S3_KEY = { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret/with+signs=', region: 'eu-west-2' } as const;
const BUCKET = 'voices';
const PAGE = 3;

/**
 * A small S3: PUT, GET, DELETE and ListObjectsV2 with pages, by path. It checks every signature (AWS Signature
 * Version 4) and every body hash itself, from the specification and not with the library under test.
 */
export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let failures = 0;
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      if (failures > 0) {
        failures -= 1;
        return send(response, 503, '<Error><Code>SlowDown</Code></Error>');
      }
      const trouble = signatureTrouble(request, body);
      if (trouble !== null) return send(response, 403, `<Error><Code>${trouble}</Code></Error>`);
      return act(request, response, body, objects);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const secret = encodeURIComponent(S3_KEY.secretAccessKey);
  return {
    url: `s3://${S3_KEY.accessKeyId}:${secret}@127.0.0.1:${port}/${BUCKET}?region=${S3_KEY.region}&insecure=1`,
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    failNext: (count) => {
      failures = count;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function act(request: IncomingMessage, response: ServerResponse, body: Buffer, objects: Map<string, Buffer>): void {
  const url = new URL(request.url ?? '/', 'http://s3');
  const path = decodeURIComponent(url.pathname);
  if (path === `/${BUCKET}` && request.method === 'GET') return list(url, response, objects);
  if (!path.startsWith(`/${BUCKET}/`)) return send(response, 404, '<Error><Code>NoSuchBucket</Code></Error>');
  const key = path.slice(BUCKET.length + 2);
  if (request.method === 'PUT') {
    objects.set(key, body);
    return send(response, 200, '');
  }
  if (request.method === 'DELETE') {
    objects.delete(key);
    return send(response, 204, '');
  }
  const found = objects.get(key);
  if (found === undefined) return send(response, 404, '<Error><Code>NoSuchKey</Code></Error>');
  response.writeHead(200, { 'content-length': found.length }).end(found);
}

function list(url: URL, response: ServerResponse, objects: ReadonlyMap<string, Buffer>): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, PAGE);
  const next = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  send(response, 200, `<?xml version="1.0"?><ListBucketResult>${contents}${next}</ListBucketResult>`);
}

/** What is wrong with the signature or the body hash, or null. */
function signatureTrouble(request: IncomingMessage, body: Buffer): string | null {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  const [, accessKeyId, day = '', region = '', signedHeaders = '', signature] = match ?? [];
  if (match === null || accessKeyId !== S3_KEY.accessKeyId || region !== S3_KEY.region) return 'AccessDenied';
  const told = String(request.headers['x-amz-content-sha256']);
  if (request.method === 'PUT' && told !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const url = new URL(request.url ?? '/', 'http://s3');
  const strict = (text: string) =>
    encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].map(([key, value]) => `${strict(key)}=${strict(value)}`).sort();
  const headers = signedHeaders.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    decodeURIComponent(url.pathname).split('/').map(strict).join('/'),
    query.join('&'),
    headers.join(''),
    signedHeaders,
    told,
  ].join('\n');
  const date = String(request.headers['x-amz-date']);
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (before, part) => createHmac('sha256', before).update(part).digest(),
    `AWS4${S3_KEY.secretAccessKey}`,
  );
  const right = createHmac('sha256', key).update(toSign).digest('hex');
  return right === signature && date.startsWith(day) ? null : 'SignatureDoesNotMatch';
}

const sha256 = (data: Buffer | string): string => createHash('sha256').update(data).digest('hex');

async function read(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(status === 204 ? undefined : xml);
}
