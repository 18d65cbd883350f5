import { surveyRowId, type Survey, type SurveyTexts } from '../../../src/domain/survey.ts';
import type { AnswerRow, AssetRow, StoredSurvey, SurveyFacts, SurveyStore } from '../../ports/survey-store.ts';
import { putReference } from './receipts.ts';
import { anyOf, insertRows, type Sql } from './sql.ts';
import { writeSurvey } from './survey-writing.ts';

interface LineCells {
  readonly survey_id: string;
  readonly version: number;
  readonly state: Survey['state'];
  readonly family: string;
  readonly line: string;
  readonly used: number;
  readonly rev: number;
  readonly changed_at: string;
  readonly changed_by: string;
}

interface SurveyCells extends LineCells {
  readonly survey: string;
  readonly texts: string | null;
}

interface AssetCells {
  readonly sha256: string;
  readonly role: AssetRow['role'];
  readonly mime: string;
  readonly bytes: number;
  readonly duration_ms: number;
}

/** Undoes the transaction: somebody else was quicker. */
class TooLate extends Error {}

// One statement, one view: questions and words of two different moments never come together.
const WHOLE = `SELECT s.*, t.texts FROM surveys s
  LEFT JOIN survey_texts t ON t.survey_id = s.survey_id AND t.version = s.version`;
const IN_ORDER = 'ORDER BY s.survey_id, s.version DESC, t.place';
const ASSET = 'SELECT sha256, role, mime, bytes, duration_ms FROM survey_assets';

/** Surveys. What is stored was parsed before it came here; it is not parsed again. */
export function sqlSurveys(sql: Sql): SurveyStore {
  return {
    async list() {
      const rows = await sql.query<LineCells>(
        `SELECT survey_id, version, state, family, line, used, rev, changed_at, changed_by FROM surveys
           ORDER BY survey_id, version DESC`,
      );
      return rows.map((row): SurveyFacts => ({
        surveyId: row.survey_id,
        version: row.version,
        state: row.state,
        family: row.family,
        ...(JSON.parse(row.line) as Pick<SurveyFacts, 'title' | 'languages' | 'questions' | 'easyReadChecked'>),
        used: row.used === 1,
        changedAt: row.changed_at,
        changedBy: row.changed_by,
        rev: row.rev,
      }));
    },

    async get(surveyId, version) {
      const rows = await sql.query<SurveyCells>(`${WHOLE} WHERE s.survey_id = ? AND s.version = ? ${IN_ORDER}`, [
        surveyId,
        version,
      ]);
      return toSurveys(rows)[0] ?? null;
    },

    async inUse() {
      return toSurveys(await sql.query<SurveyCells>(`${WHOLE} WHERE s.state <> 'draft' ${IN_ORDER}`));
    },

    async write(changes, rows, byName, now) {
      try {
        await sql.transaction(async (tx) => {
          // Always in one order, so that two who change the same two never wait for one another.
          const inOrder = [...changes].sort((a, b) => (placeOf(a.survey) < placeOf(b.survey) ? -1 : 1));
          for (const change of inOrder) {
            if (!(await writeSurvey(tx, change, byName, now))) throw new TooLate();
          }
          await putReference(
            tx,
            rows.map((row) => ({ row, deviceId: null })),
            now,
          );
        });
        return true;
      } catch (thrown) {
        if (thrown instanceof TooLate) return false;
        throw thrown;
      }
    },

    remove: (surveyId, version, rev) =>
      sql.transaction(async (tx) => {
        const gone = await tx.query(
          `DELETE FROM surveys WHERE survey_id = ? AND version = ? AND rev = ? AND used = 0 AND state = 'draft'
             RETURNING survey_id`,
          [surveyId, version, rev],
        );
        if (gone.length === 0) return false;
        for (const table of ['survey_texts', 'survey_asset_uses']) {
          await tx.query(`DELETE FROM ${table} WHERE survey_id = ? AND version = ?`, [surveyId, version]);
        }
        return true;
      }),

    async markGiven(versions, asOf) {
      const given: { surveyId: string; version: number }[] = [];
      const fresh: { surveyId: string; version: number }[] = [];
      for (const one of versions) {
        const [row] = await sql.query<{ state: string; used: number }>(
          'SELECT state, used FROM surveys WHERE survey_id = ? AND version = ?',
          [one.surveyId, one.version],
        );
        // Used once, it can never be a draft again: nothing needs to be written.
        if (row?.used === 1) given.push(one);
        else if (row !== undefined && row.state !== 'draft') fresh.push(one);
      }
      if (fresh.length === 0) return given;
      return sql.transaction(async (tx) => {
        const marked = [...given];
        for (const one of fresh) {
          const which = [one.surveyId, one.version];
          // Locks it first: what is looked at next is then not from before a change that was under way.
          const [row] = await tx.query<{ state: string }>(
            'UPDATE surveys SET used = used WHERE survey_id = ? AND version = ? RETURNING state',
            which,
          );
          const [sent] = await tx.query<{ revision: number }>(
            `SELECT revision FROM reference WHERE kind = 'survey' AND id = ? AND device_id = ''`,
            [surveyRowId(one.surveyId, one.version)],
          );
          if (row === undefined || row.state === 'draft' || sent === undefined || sent.revision > asOf) continue;
          await tx.query('UPDATE surveys SET used = 1 WHERE survey_id = ? AND version = ?', which);
          marked.push(one);
        }
        return marked;
      });
    },

    addAsset: (asset, byName, now) =>
      sql.transaction(async (tx) => {
        await insertRows(
          tx,
          'survey_assets',
          ['sha256', 'role', 'mime', 'bytes', 'duration_ms', 'added_at', 'added_by'],
          [[asset.sha256, asset.role, asset.mime, asset.bytes, asset.durationMs, now, byName]],
          'ON CONFLICT (sha256) DO NOTHING',
        );
      }),

    async asset(sha256) {
      const [row] = await sql.query<AssetCells>(`${ASSET} WHERE sha256 = ?`, [sha256]);
      return row === undefined ? null : toAsset(row);
    },

    async assets(sha256s) {
      if (sha256s.length === 0) return new Map();
      const { marks, padded } = anyOf([...new Set(sha256s)]);
      const rows = await sql.query<AssetCells>(`${ASSET} WHERE sha256 IN (${marks})`, padded);
      return new Map(rows.map((row) => [row.sha256, toAsset(row)]));
    },

    async assetInUse(sha256) {
      const [row] = await sql.query<AssetCells>(
        `${ASSET} WHERE sha256 = ? AND (EXISTS (SELECT 1 FROM survey_asset_uses u JOIN surveys s
           ON s.survey_id = u.survey_id AND s.version = u.version
           WHERE u.sha256 = survey_assets.sha256 AND s.state <> 'draft')
           OR EXISTS (SELECT 1 FROM app_sounds a WHERE a.sha256 = survey_assets.sha256))`,
        [sha256],
      );
      return row === undefined ? null : toAsset(row);
    },

    async answers(surveyTokens) {
      if (surveyTokens.length === 0) return [];
      const { marks, padded } = anyOf(surveyTokens);
      const rows = await sql.query<{
        op_id: string;
        entity_id: string;
        amends: string | null;
        survey_version: number;
        received_at: string;
      }>(
        `SELECT op_id, entity_id, amends, survey_version, received_at FROM records
           WHERE survey_token IN (${marks}) AND survey_token IS NOT NULL AND box IS NOT NULL
           ORDER BY received_at, op_id`,
        padded,
      );
      return rows.map((row): AnswerRow => ({
        opId: row.op_id,
        entityId: row.entity_id,
        amends: row.amends,
        version: row.survey_version,
        receivedAt: row.received_at,
      }));
    },

    async answerBoxes(opIds) {
      const boxes = new Map<string, { box: Uint8Array; capturedAt: string }>();
      for (let at = 0; at < opIds.length; at += 500) {
        const { marks, padded } = anyOf(opIds.slice(at, at + 500));
        const rows = await sql.query<{ op_id: string; box: Uint8Array; captured_at: string }>(
          `SELECT op_id, box, captured_at FROM records WHERE op_id IN (${marks}) AND box IS NOT NULL`,
          padded,
        );
        for (const row of rows) boxes.set(row.op_id, { box: row.box, capturedAt: row.captured_at });
      }
      return boxes;
    },

    async answerCounts() {
      const rows = await sql.query<{ survey_token: string; survey_version: number; count: number }>(
        `SELECT survey_token, survey_version, count(DISTINCT entity_id) AS count FROM records
           WHERE survey_token IS NOT NULL AND box IS NOT NULL GROUP BY survey_token, survey_version`,
      );
      return rows.map((row) => ({ token: row.survey_token, version: row.survey_version, count: row.count }));
    },
  };
}

const placeOf = ({ surveyId, version }: Survey): string => `${surveyId} ${String(version).padStart(9, '0')}`;

function toSurveys(rows: readonly SurveyCells[]): StoredSurvey[] {
  const found: { row: SurveyCells; texts: SurveyTexts[] }[] = [];
  for (const row of rows) {
    let last = found.at(-1);
    if (last === undefined || last.row.survey_id !== row.survey_id || last.row.version !== row.version) {
      last = { row, texts: [] };
      found.push(last);
    }
    if (row.texts !== null) last.texts.push(JSON.parse(row.texts) as SurveyTexts);
  }
  return found.map(({ row, texts }) => ({
    // State and family stand in columns of their own, and those count.
    survey: { ...(JSON.parse(row.survey) as Survey), state: row.state, family: row.family },
    texts,
    used: row.used === 1,
    rev: row.rev,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }));
}

function toAsset(row: AssetCells): AssetRow {
  return { sha256: row.sha256, role: row.role, mime: row.mime, bytes: row.bytes, durationMs: row.duration_ms };
}
