// Type-checks each environment on its own, so that a wrong import (a screen in the server, a server file in the app) does not compile.
import { spawnSync } from 'node:child_process';

const environments = ['tsconfig.json', 'sw/tsconfig.json', 'server/tsconfig.json', 'tests/tsconfig.json'];
let failed = false;
for (const project of environments) {
  const { status } = spawnSync('tsc', ['-p', project], { stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
