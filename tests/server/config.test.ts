import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigTrouble, hideSecrets, readConfig } from '../../server/config.ts';

describe('settings', () => {
  test('everything has a default that works', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', publicUrl: 'http://localhost:8080', backup: true });
    expect(config.dataDir).toBe(resolve('./data'));
    expect(config.database).toEqual({ kind: 'sqlite', file: join(config.dataDir, 'said-and-done.db') });
    expect(config.media).toEqual({ kind: 'disk', folder: join(config.dataDir, 'media') });
    expect(config.keyFile).toBe(join(config.dataDir, 'keys', 'organisation.json'));
  });

  test('what is set is used; an empty setting counts as not set', () => {
    const config = readConfig({
      PORT: '9000',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/said',
      DATABASE_URL: 'postgres://u:p@db:5432/said',
      MEDIA_URL: 'file:///srv/media',
      PUBLIC_URL: 'https://listening.example.org/',
      KEY_FILE: '',
      BACKUP: 'off',
    });
    expect(config).toMatchObject({
      port: 9000,
      host: '0.0.0.0',
      database: { kind: 'postgres', url: 'postgres://u:p@db:5432/said' },
      media: { kind: 'disk', folder: '/srv/media' },
      publicUrl: 'https://listening.example.org',
      keyFile: '/srv/said/keys/organisation.json',
      backup: false,
    });
  });

  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://user:hunter2@db/said'],
    ['DATABASE_URL', 'not an address'],
    ['DATABASE_URL', 'sqlite:'],
    ['MEDIA_URL', 'ftp://host/folder'],
    ['MEDIA_URL', 's3://host/bucket'],
    ['MEDIA_URL', 's3://key:hunter2@host/'],
    ['MEDIA_URL', 's3://key:hunter2@host/Bad_Bucket'],
    ['PUBLIC_URL', 'listening.example.org'],
    ['PUBLIC_URL', 'https://example.org/path'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['BACKUP', 'maybe'],
    ['TRUST_PROXY', 'sometimes'],
    ['RATE_LIMITS', 'few'],
  ])('%s=%s is refused with a sentence that names it, and without its secrets', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(ConfigTrouble);
    expect(read).toThrow(new RegExp(`^${name} is ".*", but it must be .*\\.$`));
    expect(read).not.toThrow(/hunter2/);
  });

  test('secrets of an address are hidden', () => {
    expect(hideSecrets('postgres://user:hunter2@db:5432/said?sslmode=require')).toBe('postgres://…@db:5432/said');
  });
});
