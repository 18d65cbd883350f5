/** One line of JSON for each thing worth knowing. Never words, names, codes or addresses of people. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
}
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Structured logs on the given line writer (standard output). */
export function jsonLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, facts: LogFacts = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
  return { info: at('info'), warn: at('warn') };
}

/** What is known of a thrown thing without its content: its class and where it was thrown, never its message. */
export function describeThrown(thrown: unknown): LogFacts {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
  const where =
    thrown.stack
      ?.split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim() ?? null;
  return { thrown: thrown.name, code, where };
}
