import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differing, greysOf, packed, sideBySide, unpacked } from './greys.ts';
import { readPng, writePng } from './png.ts';
import type { Reading, Size } from './readings.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(import.meta.dirname, 'pictures');
/** Where the new and the old stand beside one another when they are not the same. */
const DIFFERENT = join('test-results', 'screens');

/** The screens of one reading at one size: as they were kept, and as they are now. One file, one line for each screen. */
export class Album {
  private readonly block: number;
  private readonly isDrawnAnew: boolean;
  private readonly file: string;
  private readonly folder: string;
  private readonly kept: ReadonlyMap<string, string>;
  private readonly drawn = new Map<string, string>();

  /** `isDrawnAnew`: nothing is compared. */
  constructor(reading: Reading, size: Size, isDrawnAnew: boolean) {
    const name = `${reading.name}-${size.name}`;
    this.block = size.block;
    this.isDrawnAnew = isDrawnAnew;
    this.file = join(PICTURES, `${name}.txt`);
    this.folder = join(DIFFERENT, name);
    rmSync(join(ROOT, this.folder), { recursive: true, force: true });
    const lines = existsSync(this.file) ? readFileSync(this.file, 'utf8').split('\n') : [];
    this.kept = new Map(lines.filter((line) => line !== '').map((line) => split(line)));
  }

  /** Looks at one screen and says how it differs from the one that is kept; null where it is the same. */
  look(name: string, png: Uint8Array): string | null {
    const now = readPng(png);
    const greys = greysOf(now, this.block);
    this.drawn.set(name, packed(greys));
    if (this.isDrawnAnew) return null;
    const line = this.kept.get(name);
    const before = line === undefined ? null : unpacked(line);
    const apart = before === null ? null : differing(before, greys);
    if (before !== null && apart === null) return null;
    mkdirSync(join(ROOT, this.folder), { recursive: true });
    const path = join(this.folder, `${name.replaceAll(/[^a-z0-9]+/g, '-')}.png`);
    writeFileSync(join(ROOT, path), writePng(sideBySide(now, before, this.block)));
    return `${apart === null ? 'was never drawn' : `differs in ${apart.length} places`}: look at ${path}`;
  }

  /** Screens that are kept and were not come to. */
  lost(): string[] {
    return [...this.kept.keys()].filter((name) => !this.drawn.has(name));
  }

  keep(): void {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(this.file, [...this.drawn].map(([name, line]) => `${name}\t${line}\n`).join(''));
  }
}

function split(line: string): [string, string] {
  const at = line.indexOf('\t');
  return [line.slice(0, at), line.slice(at + 1)];
}
