import { ConfigTrouble, hideSecrets, readConfig, type Config } from './config.ts';
import { jsonLog } from './http/log.ts';
import { start } from './start.ts';

const USE = `Use: node server/main.ts [serve | example | backup FOLDER | restore FOLDER | map …]`;
const EXAMPLE_FOLDER = './data-example';

/** Errors whose message is written for the person at the keyboard. */
const PLAIN: ReadonlySet<string> = new Set(['ConfigTrouble', 'KeyTrouble', 'RestoreTrouble', 'ExampleTrouble']);

/** Lines for people go to standard output, structured logs to standard error. */
const say = (line: string) => console.log(line);
const log = jsonLog((line) => process.stderr.write(`${line}\n`));

async function main([command = 'serve', ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'serve':
      return serve(readConfig(process.env), false);
    case 'example':
      return serve(readConfig(process.env, { dataDir: EXAMPLE_FOLDER }), true);
    case 'backup':
    case 'restore': {
      const [folder, ...more] = rest;
      if (folder === undefined || more.length > 0) return misused();
      const { backUp, restoreFrom } = await import('./copies.ts');
      const config = readConfig(process.env);
      return command === 'backup' ? backUp(config, folder, say) : restoreFrom(config, folder, say);
    }
    case 'map': {
      const { mapCommand } = await import('./maps/command.ts');
      return mapCommand(readConfig(process.env), rest, say);
    }
    default:
      return misused();
  }
}

async function serve(config: Config, example: boolean): Promise<number> {
  const fill = example ? (await import('./example/example.ts')).fillExample : undefined;
  const running = await start(config, { log, say, ...(fill === undefined ? {} : { fill }) });
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve(name));
  });
  log.info('stopping', { signal });
  await running.stop();
  log.info('stopped');
  return 0;
}

function misused(): number {
  console.error(USE);
  return 2;
}

/** One plain sentence for the person at the keyboard, whatever went wrong. */
function explain(thrown: unknown): string {
  if (thrown instanceof Error && PLAIN.has(thrown.name)) return thrown.message;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const port = process.env['PORT'] || '8080';
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES' || code === 'EPERM') {
    return `Said & Done may not use this port or folder. Set PORT to 1024 or more, or DATA_DIR to a folder it may write to.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is not an address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for every network.`;
  }
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000') {
    const place = hideSecrets(process.env['DATABASE_URL'] ?? '');
    return `The database at ${place} did not let Said & Done in. Check that it runs and that DATABASE_URL is right.`;
  }
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(explain(thrown));
  process.exitCode = thrown instanceof ConfigTrouble ? 2 : 1;
}
process.exit();
