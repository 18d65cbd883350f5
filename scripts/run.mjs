// The commands of the README: start, example, build, test, check, screens. Each does all of its own set-up.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensurePackages, nodeCommand, root, run } from './set-up.mjs';

const [command, ...rest] = process.argv.slice(2);
ensurePackages();
const node = nodeCommand();

const build = () => run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error']);
const serve = (how) => {
  if (!existsSync(join(root, 'dist', 'index.html')) || !process.env.SKIP_BUILD) build();
  run(node, ['server/main.ts', how, ...rest]);
};

switch (command) {
  case 'start':
    serve('serve');
    break;
  case 'example':
    serve('example');
    break;
  case 'build':
    build();
    break;
  case 'bench':
    ensureBrowser();
    build();
    run(node, ['bench/run.ts', ...rest]);
    break;
  case 'screens':
    ensureBrowser();
    run(
      node,
      [
        join('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--project',
        'browser',
        'tests/screens/screens',
        'tests/screens/desk',
      ],
      { env: { ...process.env, SCREENS: ['redraw', ...rest].join(':') } },
    );
    break;
  case 'test':
  case 'check':
    ensureBrowser();
    run(node, ['scripts/test.mjs', command, ...rest]);
    break;
  default:
    console.error(
      'Use: npm start | npm run example | npm run build | npm test | npm run check | npm run screens | npm run bench',
    );
    process.exit(1);
}
