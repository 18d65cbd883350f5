// Set-up shared by every command: the packages, the right Node, a browser for the tests. Nothing but Node is needed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const environment = { ...process.env, PATH: `${bin}:${process.env.PATH}` };

/** Runs a command here; ends this process with its status when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment, ...options });
  if (error) throw error;
  if (status !== 0 && !options.mayFail) process.exit(status ?? 1);
  return status ?? 1;
}

/** Installs the packages when they are not there, or older than the lock file. */
export function ensurePackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing packages (the first time only) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** The server needs Node 24; where this one is older, npm has brought one along. */
export function nodeCommand() {
  const major = Number(process.versions.node.split('.')[0]);
  const brought = join(bin, 'node');
  if (existsSync(brought)) return brought;
  if (major >= 24) return process.execPath;
  console.error(`Said & Done needs Node 24 or later. This is Node ${process.versions.node}.`);
  process.exit(1);
}

const KNOWN_BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

export function findBrowser() {
  return KNOWN_BROWSERS.find((path) => path && existsSync(path)) ?? null;
}

/** A Chromium for the browser tests: an installed one, else Debian's package, else Playwright's own. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('Installing Chromium for the browser tests …');
  const root0 = process.getuid?.() === 0;
  if (existsSync('/usr/bin/apt-get')) {
    const apt = (args) => run(root0 ? 'apt-get' : 'sudo', root0 ? args : ['apt-get', ...args], { mayFail: true });
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    const installed = findBrowser();
    if (installed) return installed;
  }
  if (run('npx', ['playwright-core', 'install', '--with-deps', 'chromium'], { mayFail: true }) === 0) return null;
  console.error('No Chromium could be found or installed. Install one and set CHROMIUM_PATH to it.');
  process.exit(1);
}
