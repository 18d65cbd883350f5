import { preact } from '@preact/preset-vite';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './scripts/chunks.ts';
import { fieldPack } from './scripts/field-pack-plugin.ts';
import { textStandings } from './scripts/standings-plugin.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** How long a test waits for what must come: nothing is measured by it, and a slow machine under load has the time it needs. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [preact({ reactAliasesEnabled: false, devToolsEnabled: false }), textStandings(), fieldPack()],
  // The same Dexie without what browsers older than ours need.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    target: 'es2023',
    // What a screen needs lies on the tablet already: naming it beforehand costs more than it saves.
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/**/*.dom.test.tsx'],
          setupFiles: ['tests/helpers/dom-patience.ts'],
          ...PATIENT,
        },
      },
      {
        extends: true,
        test: {
          // A real Chromium against the real built server: one file at a time, so that two cores are enough.
          name: 'browser',
          environment: 'node',
          include: ['tests/**/*.browser.test.ts'],
          ...PATIENT,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
