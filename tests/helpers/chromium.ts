import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/set-up.mjs';

/** Starts anywhere, and asks the net for nothing by itself. */
const QUIET = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** What a Chromium of the tests is started with. */
export const CHROMIUM_FLAGS: readonly string[] = [...QUIET, '--disable-gpu'];

/** A camera and a microphone that are always there, and always allowed. */
export const FAKE_MEDIA: readonly string[] = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** The Chromium that is installed. Throws when there is none (`npm test` installs one). */
export function chromiumPath(): string {
  const path = findBrowser();
  if (path === null) throw new Error('no Chromium was found: run `npm test`, or set CHROMIUM_PATH');
  return path;
}

/** A real Chromium, without a profile that outlives it. `args`: what is wanted besides; `gpu`: it draws as it likes. */
export function launchChromium(options: { args?: readonly string[]; gpu?: boolean } = {}): Promise<Browser> {
  const flags = options.gpu === true ? QUIET : CHROMIUM_FLAGS;
  return chromium.launch({ executablePath: chromiumPath(), args: [...flags, ...(options.args ?? [])] });
}
