import type { Reader } from './sql.ts';

/**
 * Every step the database has ever taken, in order. A step that has been released never changes: add a new one.
 * `{no}` is a number that counts up, `{int}` a whole number of 64 bits, `{blob}` bytes.
 */
const STEPS: readonly (readonly (string | { sqlite?: string; postgres?: string })[])[] = [
  [
    `CREATE TABLE installs (install_id TEXT PRIMARY KEY, device_id TEXT, ranges TEXT NOT NULL, gaps {int} NOT NULL,
       durable_through {int} NOT NULL, aged_through {int} NOT NULL DEFAULT 0, aged_at TEXT NOT NULL DEFAULT '')`,
    `CREATE INDEX installs_device ON installs (device_id)`,
    `CREATE INDEX installs_gaps ON installs (install_id) WHERE gaps = 1`,

    `CREATE TABLE inbox (id {no}, main {int} NOT NULL, op_id TEXT NOT NULL, install_id TEXT NOT NULL, seq {int} NOT NULL,
       device_id TEXT, actor_id TEXT NOT NULL, entity_id TEXT NOT NULL, kind TEXT NOT NULL,
       schema_version {int} NOT NULL, hash TEXT NOT NULL, envelope TEXT, received_at TEXT NOT NULL, state TEXT NOT NULL,
       attempts {int} NOT NULL, lease_until TEXT, reason TEXT, detail TEXT)`,
    // The accepted ones. A second one with the same id or number but other content is kept as a copy (main = 0).
    `CREATE UNIQUE INDEX inbox_op ON inbox (op_id) WHERE main = 1`,
    `CREATE UNIQUE INDEX inbox_seq ON inbox (install_id, seq) WHERE main = 1`,
    `CREATE INDEX inbox_copy_seq ON inbox (install_id, seq) WHERE main = 0`,
    `CREATE UNIQUE INDEX inbox_copy ON inbox (op_id, hash) WHERE main = 0`,
    `CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'waiting'`,
    `CREATE INDEX inbox_quarantined ON inbox (id) WHERE state = 'quarantined'`,
    `CREATE INDEX inbox_entity ON inbox (entity_id, id)`,

    `CREATE TABLE codes (code_hash TEXT PRIMARY KEY, words {int} NOT NULL, contact {int} NOT NULL)`,
    `CREATE TABLE records (op_id TEXT PRIMARY KEY, entity_id TEXT NOT NULL, kind TEXT NOT NULL, device_id TEXT,
       actor_id TEXT NOT NULL, received_at TEXT NOT NULL, captured_at TEXT NOT NULL, amends TEXT, box {blob},
       code_hash TEXT, has_contact {int} NOT NULL)`,
    `CREATE INDEX records_entity ON records (entity_id)`,
    `CREATE INDEX records_code ON records (code_hash) WHERE code_hash IS NOT NULL`,

    // `no` is the time of arrival in milliseconds times 4096, and a count: it orders the inbox with one number.
    `CREATE TABLE items (no {int} PRIMARY KEY, entity_id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, lane TEXT NOT NULL,
       state TEXT NOT NULL, open {int} NOT NULL, owner_id TEXT, due_at TEXT, received_at TEXT NOT NULL,
       captured_at TEXT NOT NULL, withdrawn {int} NOT NULL, contact_withdrawn {int} NOT NULL, listed {int} NOT NULL,
       records {int} NOT NULL, line_box {blob}, note_box {blob}, rev {int} NOT NULL)`,
    `CREATE INDEX items_listed ON items (no) WHERE listed = 1`,
    `CREATE INDEX items_open ON items (open, lane, no) WHERE listed = 1`,
    `CREATE INDEX items_open_all ON items (open, no) WHERE listed = 1`,
    `CREATE INDEX items_lane ON items (lane, no) WHERE listed = 1`,
    `CREATE INDEX items_state ON items (state, lane, no) WHERE listed = 1`,
    `CREATE INDEX items_state_all ON items (state, no) WHERE listed = 1`,
    `CREATE INDEX items_kind ON items (kind, no) WHERE listed = 1`,
    `CREATE INDEX items_owner ON items (owner_id, no) WHERE listed = 1`,
    `CREATE INDEX items_contact ON items (entity_id) WHERE contact_withdrawn = 1`,
    { sqlite: `CREATE TABLE item_words (no INTEGER PRIMARY KEY, tokens TEXT NOT NULL)` },
    {
      sqlite: `CREATE VIRTUAL TABLE item_search USING fts5 (tokens, content='item_words', content_rowid='no', detail=none,
        columnsize=0, tokenize='ascii')`,
    },
    { sqlite: `INSERT INTO item_search (item_search, rank) VALUES ('secure-delete', 1)` },
    { postgres: `CREATE TABLE item_words (no {int} PRIMARY KEY, tokens TSVECTOR NOT NULL)` },
    { postgres: `CREATE INDEX item_words_search ON item_words USING gin (tokens)` },
    `CREATE TABLE history (id {no}, entity_id TEXT NOT NULL, at TEXT NOT NULL, by_name TEXT NOT NULL, what TEXT NOT NULL,
       detail TEXT NOT NULL)`,
    `CREATE INDEX history_entity ON history (entity_id, id)`,

    `CREATE TABLE media (id TEXT PRIMARY KEY, op_id TEXT NOT NULL, entity_id TEXT NOT NULL, role TEXT NOT NULL,
       mime TEXT NOT NULL, sha256 TEXT NOT NULL, bytes {int} NOT NULL, chunks {int} NOT NULL, state TEXT NOT NULL,
       changed_at TEXT NOT NULL)`,
    `CREATE INDEX media_entity ON media (entity_id)`,
    `CREATE INDEX media_op ON media (op_id)`,
    `CREATE TABLE media_chunks (media_id TEXT NOT NULL, idx {int} NOT NULL, bytes {int} NOT NULL,
       PRIMARY KEY (media_id, idx))`,
    `CREATE TABLE media_removals (media_id TEXT PRIMARY KEY)`,

    `CREATE TABLE devices (device_id TEXT PRIMARY KEY, label TEXT NOT NULL, public_key TEXT NOT NULL,
       state TEXT NOT NULL, check_signs TEXT NOT NULL, cookie_hash TEXT NOT NULL UNIQUE, enrolled_at TEXT NOT NULL,
       last_contact_at TEXT, health TEXT, clock_skew_ms {int}, received {int} NOT NULL)`,
    `CREATE TABLE enrol_codes (code_hash TEXT PRIMARY KEY, expires_at TEXT NOT NULL, by_name TEXT NOT NULL,
       used_at TEXT)`,

    `CREATE TABLE people (actor_id TEXT PRIMARY KEY, display_name TEXT NOT NULL, role TEXT NOT NULL,
       login_name TEXT UNIQUE, password_hash TEXT, active {int} NOT NULL, last_seen_at TEXT)`,
    `CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, actor_id TEXT NOT NULL, created_at TEXT NOT NULL,
       last_used_at TEXT NOT NULL)`,
    `CREATE INDEX sessions_actor ON sessions (actor_id)`,

    `CREATE TABLE reference (kind TEXT NOT NULL, id TEXT NOT NULL, device_id TEXT NOT NULL, value TEXT,
       revision {int} NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (kind, id, device_id))`,
    `CREATE INDEX reference_revision ON reference (device_id, revision)`,
    `CREATE INDEX reference_gone ON reference (changed_at) WHERE value IS NULL`,

    `CREATE TABLE counters (name TEXT PRIMARY KEY, value {int} NOT NULL)`,
    `INSERT INTO counters (name, value) VALUES ('revision', 0), ('pruned', 0)`,
    `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `CREATE TABLE audit (id {no}, at TEXT NOT NULL, by_name TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL)`,
  ],
  [
    `CREATE TABLE surveys (survey_id TEXT NOT NULL, version {int} NOT NULL, state TEXT NOT NULL, family TEXT NOT NULL,
       survey TEXT NOT NULL, line TEXT NOT NULL, used {int} NOT NULL, rev {int} NOT NULL, changed_at TEXT NOT NULL,
       changed_by TEXT NOT NULL, PRIMARY KEY (survey_id, version))`,
    `CREATE TABLE survey_texts (survey_id TEXT NOT NULL, version {int} NOT NULL, language TEXT NOT NULL,
       place {int} NOT NULL, texts TEXT NOT NULL, PRIMARY KEY (survey_id, version, language))`,
    `CREATE TABLE survey_assets (sha256 TEXT PRIMARY KEY, role TEXT NOT NULL, mime TEXT NOT NULL, bytes {int} NOT NULL,
       duration_ms {int} NOT NULL, added_at TEXT NOT NULL, added_by TEXT NOT NULL)`,
    `CREATE TABLE survey_asset_uses (sha256 TEXT NOT NULL, survey_id TEXT NOT NULL, version {int} NOT NULL,
       PRIMARY KEY (sha256, survey_id, version))`,
    `CREATE INDEX survey_asset_uses_survey ON survey_asset_uses (survey_id, version)`,
    // Which survey a record answers, as a keyed hash: who answered what is not to be read here.
    `ALTER TABLE records ADD COLUMN survey_token TEXT`,
    `ALTER TABLE records ADD COLUMN survey_version {int}`,
    // Holds all that counting asks for, so that the records themselves are not touched for it.
    `CREATE INDEX records_survey ON records (survey_token, received_at, op_id, entity_id, amends, survey_version)
       WHERE survey_token IS NOT NULL AND box IS NOT NULL`,
  ],
  [
    `CREATE TABLE app_sounds (language TEXT NOT NULL, layer TEXT NOT NULL, text_key TEXT NOT NULL, sha256 TEXT NOT NULL,
       words TEXT NOT NULL, recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
       PRIMARY KEY (language, layer, text_key))`,
    `CREATE INDEX app_sounds_file ON app_sounds (sha256)`,
  ],
  [
    // What an entry says is its row of `reference`, which every tablet pulls; here is how it came about.
    // `owned`: only the record that made it (`entity_id`) has told of it so far.
    `CREATE TABLE directory (entry_id TEXT PRIMARY KEY, entity_id TEXT, owned {int} NOT NULL, grade TEXT NOT NULL,
       rev {int} NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL)`,
    `CREATE INDEX directory_entity ON directory (entity_id) WHERE entity_id IS NOT NULL`,
    // Which record is about which entry ('' for a spot that is none). What it says is in the record, and, where tablets
    // are told of it (`told`), in a row of `reference`. `coarsen`: the record may be finer than the entry's grade.
    `CREATE TABLE place_notes (entity_id TEXT PRIMARY KEY, entry_id TEXT NOT NULL, observation_id TEXT NOT NULL,
       day TEXT NOT NULL, kind TEXT NOT NULL, told {int} NOT NULL, coarsen {int} NOT NULL)`,
    `CREATE INDEX place_notes_entry ON place_notes (entry_id, observation_id)`,
    `CREATE INDEX place_notes_coarsen ON place_notes (entity_id) WHERE coarsen = 1`,
    `CREATE TABLE place_contacts (entity_id TEXT NOT NULL, entry_id TEXT NOT NULL, day TEXT NOT NULL, part TEXT,
       kind TEXT NOT NULL, languages TEXT NOT NULL, PRIMARY KEY (entity_id, entry_id))`,
    `CREATE INDEX place_contacts_entry ON place_contacts (entry_id, day)`,
    `CREATE TABLE directory_history (id {no}, entry_id TEXT NOT NULL, at TEXT NOT NULL, by_name TEXT NOT NULL,
       what TEXT NOT NULL, box {blob})`,
    `CREATE INDEX directory_history_entry ON directory_history (entry_id, id)`,
  ],
  [
    // Title, bounds and the like lie in `facts`; which tablets may have a map is its state.
    `CREATE TABLE base_maps (map_id TEXT PRIMARY KEY, facts TEXT NOT NULL, state TEXT NOT NULL, made_at TEXT NOT NULL,
       made_by TEXT NOT NULL)`,
    `CREATE TABLE map_pieces (map_id TEXT NOT NULL, idx {int} NOT NULL, sha256 TEXT NOT NULL, bytes {int} NOT NULL,
       PRIMARY KEY (map_id, idx))`,
    `CREATE INDEX map_pieces_file ON map_pieces (sha256)`,
    `CREATE TABLE map_sources (source_id TEXT PRIMARY KEY, facts TEXT NOT NULL, added_at TEXT NOT NULL,
       added_by TEXT NOT NULL)`,
  ],
  [
    // Which words that say a position stay, by whom it was asked at which grade; and at which grade a note's writer was
    // asked about its words ('' where nobody knows).
    `ALTER TABLE directory ADD COLUMN kept TEXT NOT NULL DEFAULT '[]'`,
    `ALTER TABLE place_notes ADD COLUMN asked TEXT NOT NULL DEFAULT ''`,
  ],
];

const WORDS = {
  sqlite: { '{no}': 'INTEGER PRIMARY KEY', '{int}': 'INTEGER', '{blob}': 'BLOB' },
  postgres: { '{no}': 'BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY', '{int}': 'BIGINT', '{blob}': 'BYTEA' },
} as const;

/** The newest version of the database this program knows. */
export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings the database up to this program's version, one step after another, in the caller's lock. Throws when the
 * database is newer than the program: an older program must not write into it.
 */
export async function migrate(tx: Reader, now: string): Promise<void> {
  await tx.query('CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, at TEXT NOT NULL)');
  const [row] = await tx.query<{ version: number | null }>('SELECT max(version) AS version FROM migrations');
  const version = row?.version ?? 0;
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `The database is of version ${version}, and this program knows ${SCHEMA_VERSION}. Use the newer program.`,
    );
  }
  for (let step = version; step < SCHEMA_VERSION; step += 1) {
    for (const part of STEPS[step] ?? []) {
      const text = typeof part === 'string' ? part : part[tx.dialect];
      if (text !== undefined) await tx.query(inDialect(text, tx.dialect));
    }
    await tx.query('INSERT INTO migrations (version, at) VALUES (?, ?)', [step + 1, now]);
  }
}

function inDialect(text: string, dialect: Reader['dialect']): string {
  return Object.entries(WORDS[dialect]).reduce((done, [word, type]) => done.replaceAll(word, type), text);
}
