import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact({ reactAliasesEnabled: false, devToolsEnabled: false })],
  build: { target: 'es2023', modulePreload: { polyfill: false } },
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
        },
      },
      { extends: true, test: { name: 'dom', environment: 'happy-dom', include: ['tests/**/*.dom.test.tsx'] } },
      {
        extends: true,
        test: {
          // A real Chromium against the real built server: one file at a time, so that two cores are enough.
          name: 'browser',
          environment: 'node',
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
