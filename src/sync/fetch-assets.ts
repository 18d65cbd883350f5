import { appSoundFiles } from '../domain/app-sounds.ts';
import { sha256Hex } from '../domain/bytes.ts';
import { MAP_PIECE_MIME, mapFiles } from '../domain/map-pieces.ts';
import { type ProblemCode, Problem } from '../domain/problems.ts';
import { surveyFiles } from '../domain/survey-files.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { keepEngine, lackingEngine } from './keep-engine.ts';
import type { RunContext } from './run-context.ts';
import { isWantedPiece } from './wanted-piece.ts';

/** What people are about to say comes before what a survey sounds like and before any map: this much room is left to them. */
const LEFT_FREE_BYTES = 60 * 1024 * 1024;
/** Problems of one file only: the next one goes on. */
const OF_ONE_FILE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['not-found', 'wrong-hash', 'server-failed']);

/**
 * Fetches the clips of the app's own words, then the clips and pictures of the surveys that can be answered, then the
 * pieces of maps, one by one, and takes away those that nothing on this tablet speaks of. Cut off, the next run goes on
 * with what is still missing. Words that were finished meanwhile go first. Resolves with what ended it, or null.
 */
export async function fetchAssets(run: RunContext): Promise<Problem | null> {
  const { assets, reference, tablet } = run.deps;
  if (assets === undefined || !run.memory.assetsDue) return null;
  const { wanted, kept } = await run.guard.store(() => filesToHold(reference));
  const here = new Set(await run.guard.store(() => assets.store.list()));
  for (const sha256 of here) if (!kept.has(sha256)) await run.guard.store(() => assets.store.remove(sha256));

  // A map that nobody can draw is of no use: what draws it comes before its pieces.
  const { engine } = assets;
  let failed = 0;
  if (engine !== undefined && (await run.guard.store(() => reference.baseMaps())).length > 0) {
    const room = (await tablet.space())?.freeBytes ?? null;
    const bytes = ((await engine.pack())?.map ?? []).reduce((sum, file) => sum + file.bytes, 0);
    const ended = room !== null && room < LEFT_FREE_BYTES + bytes ? null : await keepEngine(engine);
    if (ended !== null && ended.code !== 'storage-full') return ended;
    if ((await lackingEngine(engine)).length > 0) failed += 1;
  }

  for (const file of wanted) {
    if (here.has(file.sha256)) continue;
    if (run.stopped() || run.wordsWaiting()) return null;
    if (!(await isWanted(run, file))) continue;
    const room = (await tablet.space())?.freeBytes ?? null;
    if (room !== null && room < LEFT_FREE_BYTES + file.bytes) return null;
    try {
      const bytes = await run.guard.link(() => assets.link.asset(file.sha256));
      if ((await sha256Hex(bytes)) !== file.sha256) throw new Problem('wrong-hash');
      await run.guard.store(() => assets.store.put(file.sha256, file.mime, bytes));
      if (!(await isWanted(run, file))) await run.guard.store(() => assets.store.remove(file.sha256));
      run.progress();
    } catch (thrown) {
      if (!(thrown instanceof Problem) || !OF_ONE_FILE.has(thrown.code)) throw thrown;
      failed += 1;
    }
  }
  run.memory.assetsDue = failed > 0;
  return null;
}

/** Of a map that is taken off this tablet meanwhile, the next piece is not asked for, and none is left behind. */
async function isWanted({ deps, guard }: RunContext, { sha256, mime }: WantedFile): Promise<boolean> {
  return mime !== MAP_PIECE_MIME || (await guard.store(() => isWantedPiece(deps.reference, sha256)));
}

interface WantedFile {
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: number;
}

/**
 * `wanted`: of consent and the like, of surveys that can be begun, and of maps. `kept`: of surveys that somebody may
 * still be answering, too.
 */
async function filesToHold(
  reference: Pick<ReferenceStore, 'surveys' | 'surveyTexts' | 'appSounds' | 'baseMaps'>,
): Promise<{ wanted: readonly WantedFile[]; kept: ReadonlySet<string> }> {
  const wanted = new Map<string, WantedFile>();
  const kept = new Set<string>();
  // What everybody is asked comes first, before any survey.
  for (const { sha256, mime, bytes } of appSoundFiles(await reference.appSounds())) {
    kept.add(sha256);
    wanted.set(sha256, { sha256, mime, bytes });
  }
  for (const survey of await reference.surveys()) {
    const texts = await reference.surveyTexts(survey.surveyId, survey.version);
    for (const file of surveyFiles(survey, texts)) {
      kept.add(file.sha256);
      if (survey.state === 'published' || survey.state === 'pilot') wanted.set(file.sha256, file);
    }
  }
  // Large, and nobody waits for it to say something: last.
  for (const { sha256, bytes } of mapFiles(await reference.baseMaps())) {
    kept.add(sha256);
    wanted.set(sha256, { sha256, mime: MAP_PIECE_MIME, bytes });
  }
  return { wanted: [...wanted.values()], kept };
}
