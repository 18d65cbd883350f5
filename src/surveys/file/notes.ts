import type { FileFinding } from '../../domain/desk-surveys.ts';

/** Where in a file, from the outside in. Numbers are places in a list, from 0. */
export type FilePath = readonly (string | number)[];

/** Takes down what could not be read while reading goes on. */
export interface Note {
  readonly findings: FileFinding[];
  /** Nothing of the file can be taken. */
  stop(path: FilePath, reason: string, about?: FileFinding['about']): void;
  /** This part was left out or changed; the rest is taken. */
  warn(path: FilePath, reason: string, about?: FileFinding['about']): void;
}

/** Beyond this many nobody reads on; the last one says that there are more of its kind. */
const MOST_FINDINGS = 500;
const MOST_PATH = 200;

export function notes(): Note {
  const findings: FileFinding[] = [];
  const add =
    (weight: FileFinding['weight']) =>
    (path: FilePath, reason: string, about: FileFinding['about'] = {}): void => {
      if (findings.length < MOST_FINDINGS || weight === 'stops')
        findings.push({ weight, path: pathWords(path), reason, about });
    };
  return { findings, stop: add('stops'), warn: add('warns') };
}

/** Names of the parts of a file as people call them. */
const PART: Readonly<Record<string, string>> = {
  questions: 'question',
  choices: 'choice',
  cards: 'card',
  statements: 'statement',
  steps: 'step',
  points: 'point',
  conditions: 'condition',
  pictures: 'picture',
  texts: 'words in',
  media: 'recording or picture',
};

/** `question D3, choice 2`. Counted from 1, as people count. */
function pathWords(path: FilePath): string {
  const parts: string[] = [];
  for (const [at, part] of path.entries()) {
    const before = path[at - 1];
    const name = typeof part === 'number' ? String(part + 1) : part;
    const named = typeof before === 'string' ? PART[before] : undefined;
    if (named !== undefined) parts[parts.length - 1] = `${named} ${name}`;
    else parts.push(name);
  }
  return parts.join(', ').slice(0, MOST_PATH);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
