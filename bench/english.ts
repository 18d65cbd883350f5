import { globSync, readFileSync } from 'node:fs';

/**
 * Pieces of real English, none like another, each about `bytes` long: the prose of the documents that came with the
 * packages, in an order that gzip's window cannot see across. Made-up sentences repeat themselves, and would flatter whoever compresses them together.
 */
export function englishTexts(bytes: number): string[] {
  const files = globSync(['docs/**/*.md', 'node_modules/**/*.md']).sort();
  const prose = files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.split(' ').length > 6 && !/[{}<>|]|https?:/.test(line));
  const words = [...new Set(prose)].join(' ');
  const pieces: string[] = [];
  for (let at = 0; at + bytes <= words.length && pieces.length < 1000; at += bytes)
    pieces.push(words.slice(at, at + bytes));
  if (pieces.length < 100) throw new Error('too little English was found for the bench');
  return pieces;
}
