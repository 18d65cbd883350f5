import { MAX_APP_SOUNDS, type AppSounds } from '../../../src/domain/app-sounds.ts';
import type { TextLayer } from '../../../src/domain/survey.ts';
import type { SoundStore } from '../../ports/sound-store.ts';
import { putReference } from './receipts.ts';
import type { Reader, Sql } from './sql.ts';

interface SoundCells {
  readonly language: string;
  readonly layer: TextLayer;
  readonly text_key: string;
  readonly sha256: string;
  readonly words: string;
  readonly mime: string;
  readonly bytes: number;
  readonly duration_ms: number;
}

const SOUNDS = `SELECT p.language, p.layer, p.text_key, p.sha256, p.words, f.mime, f.bytes, f.duration_ms
  FROM app_sounds p JOIN survey_assets f ON f.sha256 = p.sha256`;
const IN_ORDER = 'ORDER BY p.language, p.layer, p.text_key';

/** Sounds of the app's own words. What is stored was parsed before it came here; it is not parsed again. */
export function sqlSounds(sql: Sql): SoundStore {
  return {
    list: async () => toSounds(await sql.query<SoundCells>(`${SOUNDS} ${IN_ORDER}`)),

    put: ({ language, layer, key, sha256, words }, byName, now) =>
      sql.transaction(async (tx) => {
        await oneAtATime(tx);
        const [file] = await tx.query(`SELECT 1 AS one FROM survey_assets WHERE sha256 = ? AND role = 'clip'`, [
          sha256,
        ]);
        if (file === undefined) return 'unknown';
        const [count] = await tx.query<{ others: number }>(
          'SELECT count(*) AS others FROM app_sounds WHERE language = ? AND NOT (layer = ? AND text_key = ?)',
          [language, layer, key],
        );
        if ((count?.others ?? 0) >= MAX_APP_SOUNDS) return 'full';
        await tx.query(
          `INSERT INTO app_sounds (language, layer, text_key, sha256, words, recorded_at, recorded_by)
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (language, layer, text_key) DO UPDATE SET
             sha256 = excluded.sha256, words = excluded.words, recorded_at = excluded.recorded_at,
             recorded_by = excluded.recorded_by`,
          [language, layer, key, sha256, words, now, byName],
        );
        await tellTablets(tx, [language], true, now);
        return 'put';
      }),

    remove: ({ language, layer, key }, now) =>
      sql.transaction(async (tx) => {
        await oneAtATime(tx);
        const gone = await tx.query(
          'DELETE FROM app_sounds WHERE language = ? AND layer = ? AND text_key = ? RETURNING text_key',
          [language, layer, key],
        );
        if (gone.length === 0) return false;
        await tellTablets(tx, [language], true, now);
        return true;
      }),

    publish: (languages, given, now) =>
      sql.transaction(async (tx) => {
        await oneAtATime(tx);
        await tellTablets(tx, languages, given, now);
      }),
  };
}

/** The row of tablets is made of all clips of a language: whoever makes it must see those of everybody before. */
async function oneAtATime(tx: Reader): Promise<void> {
  await tx.query(`UPDATE counters SET value = value WHERE name = 'revision'`);
}

async function tellTablets(tx: Reader, languages: readonly string[], given: boolean, now: string): Promise<void> {
  const entries = [];
  for (const language of languages) {
    const [made] = toSounds(await tx.query<SoundCells>(`${SOUNDS} WHERE p.language = ? ${IN_ORDER}`, [language]));
    const value = given ? (made ?? null) : null;
    entries.push({ row: { kind: 'app-sounds' as const, id: language, value }, deviceId: null });
  }
  await putReference(tx, entries, now);
}

function toSounds(rows: readonly SoundCells[]): AppSounds[] {
  const found = new Map<string, AppSounds>();
  for (const row of rows) {
    const { language } = row;
    const of = found.get(language) ?? { language, sounds: { standard: {}, easy: {} } };
    of.sounds[row.layer][row.text_key] = {
      sha256: row.sha256,
      mime: row.mime,
      bytes: row.bytes,
      durationMs: row.duration_ms,
      words: row.words,
    };
    found.set(language, of);
  }
  return [...found.values()];
}
