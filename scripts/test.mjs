// Builds, runs the checks (for `check`) and every test, and ends with the plain line `N passed, N failed`.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCommand, root, run } from './set-up.mjs';

const [mode, ...only] = process.argv.slice(2);
const node = nodeCommand();
const failedChecks = [];

const check = (name, command, args) => {
  console.log(`\n— ${name}`);
  if (run(command, args, { mayFail: true }) !== 0) failedChecks.push(name);
};

if (mode === 'check') {
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  check('lint', 'oxlint', ['--deny-warnings']);
  check('types', node, ['scripts/types.mjs']);
  check('unused code', 'knip', []);
}
console.log('\n— build');
run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error']);

console.log('\n— tests');
const report = join(root, 'test-results', 'vitest.json');
rmSync(report, { force: true });
const vitest = join('node_modules', 'vitest', 'vitest.mjs');
run(node, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only], {
  mayFail: true,
});

let passed = 0;
let failed = 0;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  failed = result.numFailedTests;
  // A file that could not even be loaded has no test of its own: it counts as one failure.
  failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  if (!result.success && failed === 0) failed = 1;
} catch {
  failed = 1;
}
if (passed === 0) failed = Math.max(failed, 1);
for (const name of failedChecks) console.log(`Check failed: ${name}`);
console.log(
  `\n${passed + (mode === 'check' ? 4 - failedChecks.length : 0)} passed, ${failed + failedChecks.length} failed`,
);
process.exit(failed + failedChecks.length === 0 ? 0 : 1);
