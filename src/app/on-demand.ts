import type { HttpTransportDeps } from '../adapters/http/http-transport.ts';
import { Problem } from '../domain/problems.ts';
import type { Position } from '../ports/position.ts';
import type { Clips } from '../ports/sounds.ts';
import type { PackFiles } from '../ports/pack-files.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { AssetLink, Enrolment, Transport } from '../ports/transport.ts';
import type { RunOnce } from '../sync/run.ts';
import type { FieldPackCheck, FieldPackDeps } from '../tablet/field-pack.ts';
import type { FinishDeps, FinishRecord } from '../tablet/finish-record.ts';
import type { MediaDeps } from '../tablet/draft-media.ts';
import type { Withdraw, WithdrawDeps } from '../tablet/withdraw.ts';
import type { Services } from './services.ts';

/** Services that opening the app does not need: their code is fetched (from the field pack) when they are first used. */

export function finishRecord(deps: Omit<FinishDeps, 'cipher'>): FinishRecord {
  const ready = once(async () => {
    const [{ createFinishRecord }, { createMediaCipher }] = await Promise.all([
      import('../tablet/finish-record.ts'),
      import('../adapters/web-crypto/media-cipher.ts'),
    ]);
    return createFinishRecord({ ...deps, cipher: createMediaCipher() });
  });
  return async (draft) => (await ready())(draft);
}

export function withdrawal(deps: WithdrawDeps): Withdraw {
  const ready = once(async () => (await import('../tablet/withdraw.ts')).createWithdraw(deps));
  return async (request) => (await ready())(request);
}

export function fieldPackCheck(deps: Omit<FieldPackDeps, 'files'>): FieldPackCheck {
  let made: FieldPackCheck | null = null;
  const ready = once(async () => {
    const [{ createFieldPackCheck }, { createCachePackFiles }] = await Promise.all([
      import('../tablet/field-pack.ts'),
      import('../adapters/browser/cache-pack-files.ts'),
    ]);
    made = createFieldPackCheck({ ...deps, files: createCachePackFiles() });
    return made;
  });
  return {
    check: async (onProgress) => (await ready()).check(onProgress),
    repair: async (onProgress) => (await ready()).repair(onProgress),
    last: () => made?.last() ?? null,
  };
}

/** Camera, microphone, and the encrypted files of a draft. */
export function mediaServices(deps: Omit<MediaDeps, 'cipher'>): Pick<Services, 'recorder' | 'photos' | 'draftMedia'> {
  const recorder = once(async () => (await import('../adapters/browser/browser-recorder.ts')).createBrowserRecorder());
  const photos = once(async () => (await import('../adapters/browser/browser-photos.ts')).createBrowserPhotos());
  const files = once(async () => {
    const [{ createDraftMedia }, { createMediaCipher }] = await Promise.all([
      import('../tablet/draft-media.ts'),
      import('../adapters/web-crypto/media-cipher.ts'),
    ]);
    return createDraftMedia({ ...deps, cipher: createMediaCipher() });
  });
  return {
    recorder: { start: async (onPiece) => (await recorder()).start(onPiece) },
    photos: { prepare: async (file) => (await photos()).prepare(file) },
    draftMedia: () => ({
      addPhoto: async (draft, photo) => (await files()).addPhoto(draft, photo),
      startVoice: async (draft, mime) => (await files()).startVoice(draft, mime),
      read: async (item) => (await files()).read(item),
      remove: async (item) => (await files()).remove(item),
    }),
  };
}

/** Where this tablet is, for whoever asks for it by a tap. */
export const position: Position = {
  here: async (grade) => (await import('../adapters/browser/browser-position.ts')).createBrowserPosition().here(grade),
};

/** Clips and pictures of surveys. */
export function surveyAssets(): SurveyAssets {
  const store = once(async () =>
    (await import('../adapters/browser/cache-survey-assets.ts')).createCacheSurveyAssets(),
  );
  return {
    get: async (sha256) => (await store()).get(sha256),
    put: async (...given) => (await store()).put(...given),
    remove: async (sha256) => (await store()).remove(sha256),
    list: async () => (await store()).list(),
  };
}

/** The app's own files, where something is missing of them. */
export function packFiles(): PackFiles {
  const files = once(async () => (await import('../adapters/browser/cache-pack-files.ts')).createCachePackFiles());
  return {
    pack: async () => (await files()).pack(),
    copies: async (url) => (await files()).copies(url),
    fetch: async (url) => (await files()).fetch(url),
    put: async (...given) => (await files()).put(...given),
  };
}

/** What words are heard with. */
export function sounds(clips: Clips): Services['sounds'] {
  return once(async () => {
    const [{ createClipPlayer }, { createDeviceVoices }, { createHeardVoices }] = await Promise.all([
      import('../adapters/browser/clip-player.ts'),
      import('../adapters/browser/device-voices.ts'),
      import('../adapters/browser/heard-voices.ts'),
    ]);
    return { clips, player: createClipPlayer(), voices: createDeviceVoices(), heard: createHeardVoices() };
  });
}

/** One run of the sync engine. Code that cannot be fetched is a connection that is not there. */
export const runOnce: RunOnce = async (run, hooks) => {
  const sending = await import('../sync/run.ts').catch(unreachable);
  return sending.runOnce(run, hooks);
};

export function httpTransport(deps: HttpTransportDeps): Transport & Enrolment & AssetLink {
  const link = once(async () =>
    (await import('../adapters/http/http-transport.ts').catch(unreachable)).createHttpTransport(deps),
  );
  return {
    hello: async (...asked) => (await link()).hello(...asked),
    push: async (...asked) => (await link()).push(...asked),
    mediaStatus: async (...asked) => (await link()).mediaStatus(...asked),
    putChunk: async (...asked) => (await link()).putChunk(...asked),
    pull: async (...asked) => (await link()).pull(...asked),
    enrol: async (...asked) => (await link()).enrol(...asked),
    status: async () => (await link()).status(),
    recover: async (...asked) => (await link()).recover(...asked),
    asset: async (...asked) => (await link()).asset(...asked),
  };
}

function unreachable(thrown: unknown): never {
  throw new Problem('unreachable', {}, { cause: thrown });
}

/** Runs the work once; again only when it failed, as a file that could not be fetched may be there the next time. */
function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | null = null;
  return () => {
    running ??= work().catch((thrown: unknown) => {
      running = null;
      throw thrown;
    });
    return running;
  };
}
