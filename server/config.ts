import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';

/** Where photos and voice notes are kept: a folder, or a bucket of an S3-compatible store. */
export type MediaPlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly bucket: string;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
    };

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly database:
    { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };
  readonly media: MediaPlace;
  /** Origin that tablets and the desk use, without a slash at the end. */
  readonly publicUrl: string;
  readonly keyFile: string;
  readonly backupDir: string;
  readonly backup: boolean;
  /** Whether a reverse proxy in front is trusted to tell the address of who asks (`X-Forwarded-For`). */
  readonly trustProxy: boolean;
  /** Off only for measuring. */
  readonly rateLimits: boolean;
  /** Folder of the built app; null is the one beside the server. For tests, which change a build under a tablet's feet. */
  readonly distDir: string | null;
}

/** A setting that cannot be used: `message` is one plain sentence for the person who set it. */
export class ConfigTrouble extends Error {
  override readonly name = 'ConfigTrouble';
}

const refuse = (name: string, expected: string, got: string): never => {
  throw new ConfigTrouble(`${name} is "${got}", but ${expected}`);
};

const setting = z.string().trim().optional();
const environment = z.object({
  PORT: setting,
  HOST: setting,
  DATA_DIR: setting,
  DATABASE_URL: setting,
  MEDIA_URL: setting,
  PUBLIC_URL: setting,
  KEY_FILE: setting,
  BACKUP_DIR: setting,
  BACKUP: setting,
  TRUST_PROXY: setting,
  RATE_LIMITS: setting,
  DIST_DIR: setting,
});

const url = (name: string, value: string, expected: string): URL =>
  URL.canParse(value) ? new URL(value) : refuse(name, expected, hideSecrets(value));

/** A URL fit for a message or a log: no password, no key. */
export function hideSecrets(value: string): string {
  return value.replace(/\/\/[^@/]*@/, '//…@').replace(/\?.*$/, '');
}

function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
  return port >= 0 && port <= 65_535
    ? port
    : refuse('PORT', 'it must be a whole number from 0 to 65535, such as 8080.', value);
}

function readDatabase(value: string, dataDir: string): Config['database'] {
  if (value === '') return { kind: 'sqlite', file: join(dataDir, 'said-and-done.db') };
  const expected =
    'it must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/name, or sqlite: and a file.';
  if (value.startsWith('sqlite:')) {
    const file = value.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
    return file === '' ? refuse('DATABASE_URL', expected, value) : { kind: 'sqlite', file: resolve(file) };
  }
  const parsed = url('DATABASE_URL', value, expected);
  const postgres = parsed.protocol === 'postgres:' || parsed.protocol === 'postgresql:';
  return postgres ? { kind: 'postgres', url: value } : refuse('DATABASE_URL', expected, hideSecrets(value));
}

function readMedia(value: string, dataDir: string): MediaPlace {
  if (value === '') return { kind: 'disk', folder: join(dataDir, 'media') };
  const expected =
    'it must be a folder (file:///srv/media) or a bucket (s3://KEY:SECRET@host:port/bucket?region=eu-west-2).';
  if (isAbsolute(value)) return { kind: 'disk', folder: value };
  const parsed = url('MEDIA_URL', value, expected);
  if (parsed.protocol === 'file:') return { kind: 'disk', folder: decodeURIComponent(parsed.pathname) };
  const bucket = parsed.pathname.replaceAll(/^\/|\/$/g, '');
  const complete = parsed.host !== '' && parsed.username !== '' && parsed.password !== '';
  if (parsed.protocol !== 's3:' || !complete || !/^[a-z0-9][a-z0-9.-]{1,62}$/.test(bucket)) {
    return refuse('MEDIA_URL', expected, hideSecrets(value));
  }
  const scheme = parsed.searchParams.get('insecure') === '1' ? 'http' : 'https';
  return {
    kind: 's3',
    endpoint: `${scheme}://${parsed.host}`,
    bucket,
    region: parsed.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(parsed.username),
    secretAccessKey: decodeURIComponent(parsed.password),
  };
}

function readPublicUrl(value: string, host: string, port: number): string {
  const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' || host === '' ? 'localhost' : host;
  if (value === '') return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
  const expected =
    'it must be the address people open, such as https://listening.example.org, with nothing after the name.';
  const parsed = url('PUBLIC_URL', value, expected);
  const web = parsed.protocol === 'https:' || parsed.protocol === 'http:';
  const bare = parsed.pathname === '/' && parsed.search === '' && parsed.hash === '' && parsed.username === '';
  return web && bare ? parsed.origin : refuse('PUBLIC_URL', expected, hideSecrets(value));
}

function readSwitch(name: string, value: string, otherwise: boolean): boolean {
  if (value === '') return otherwise;
  if (['on', 'yes', 'true', '1'].includes(value.toLowerCase())) return true;
  if (['off', 'no', 'false', '0'].includes(value.toLowerCase())) return false;
  return refuse(name, 'it must be "on" or "off".', value);
}

/**
 * The settings of one server process, from the environment. Every one has a default that works.
 * @throws ConfigTrouble naming the variable and what is expected.
 */
export function readConfig(env: NodeJS.ProcessEnv, defaults: { dataDir: string } = { dataDir: './data' }): Config {
  const given = environment.parse(env);
  const port = readPort(given.PORT || '8080');
  const host = given.HOST || '127.0.0.1';
  if (!/^[A-Za-z0-9.:_-]+$/.test(host))
    refuse('HOST', 'it must be an address or a host name, such as 127.0.0.1 or 0.0.0.0.', host);
  const dataDir = resolve(given.DATA_DIR || defaults.dataDir);
  return {
    port,
    host,
    dataDir,
    database: readDatabase(given.DATABASE_URL ?? '', dataDir),
    media: readMedia(given.MEDIA_URL ?? '', dataDir),
    publicUrl: readPublicUrl(given.PUBLIC_URL ?? '', host, port),
    keyFile: resolve(given.KEY_FILE || join(dataDir, 'keys', 'organisation.json')),
    backupDir: resolve(given.BACKUP_DIR || join(dataDir, 'backups')),
    backup: readSwitch('BACKUP', given.BACKUP ?? '', true),
    trustProxy: readSwitch('TRUST_PROXY', given.TRUST_PROXY ?? '', false),
    rateLimits: readSwitch('RATE_LIMITS', given.RATE_LIMITS ?? '', true),
    distDir: given.DIST_DIR ? resolve(given.DIST_DIR) : null,
  };
}
