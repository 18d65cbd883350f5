import { buildServices, tabLock } from '../../../../src/app/build-services.ts';
import type { Services } from '../../../../src/app/services.ts';
import { fromBase64, joinBytes, toBase64 } from '../../../../src/domain/bytes.ts';
import { toProblem } from '../../../../src/domain/problems.ts';
import type { PullRow } from '../../../../src/domain/pull-row.ts';
import type { UnlockedVault } from '../../../../src/ports/vault.ts';
import type { StartUpReport } from '../../../../src/tablet/start-up.ts';
import { runContracts } from './lab-contracts.ts';

/** The tablet's real services in a real browser, with handles for a test instead of screens. */

const ANN = '0195a000-0000-7000-8000-000000000001';
const PASSCODE = 'heron-quilt-72';
const FROM = { visit: null, language: 'en', readingMode: 'standard' as const };

let services: Services;
let vault: UnlockedVault;

const note = (said: string) => ({ theme: 'damp', feeling: 'worried', voice: 'own', said });
const acknowledge = (what: string) => fetch(`/acknowledged/${what}`, { method: 'POST' });

const lab = {
  runContracts,
  /** Builds everything and unlocks; answers the start-up report, or the code of the problem. */
  async start(publicKey: string): Promise<StartUpReport | string> {
    try {
      const built = await buildServices({ appVersion: 'lab' });
      services = built.services;
      const organisation: PullRow = {
        kind: 'organisation',
        id: 'org',
        value: {
          orgId: 'org-1',
          name: 'Example Voices',
          example: true,
          languages: ['en'],
          orgKey: { keyId: 'k1', publicKey },
          phones: [],
          releaseAfterDays: null,
          lockAfterSeconds: 120,
        },
      };
      await services.reference.apply([organisation]);
      const known = (await services.vault.slots()).some(({ actorId }) => actorId === ANN);
      vault = known ? await services.vault.unlock(ANN, PASSCODE) : await services.vault.create(ANN, 'Ann', PASSCODE);
      return built.report;
    } catch (thrown) {
      return toProblem(thrown, 'storage-failed').code;
    }
  },
  takeOver: () => tabLock.takeOver(),
  async tryPasscode(passcode: string): Promise<string> {
    return services.vault.unlock(ANN, passcode).then(
      () => 'opened',
      (thrown: unknown) => toProblem(thrown, 'storage-failed').code,
    );
  },
  /** One record from start to "Saved on this tablet". */
  async capture(said: string, photoBase64?: string): Promise<{ opId: string; receiptCode: string | null }> {
    const drafts = services.drafts(vault);
    const draft = await drafts.start('quick-note', { ...FROM, body: note(said) });
    const media =
      photoBase64 === undefined
        ? []
        : [await services.draftMedia(vault).addPhoto(draft, { bytes: fromBase64(photoBase64), mime: 'image/jpeg' })];
    const kept = await drafts.save({ ...draft, media });
    return services.finishRecord(vault)(kept);
  },
  async keepDraft(said: string): Promise<string> {
    return (await services.drafts(vault).start('quick-note', { ...FROM, body: note(said) })).draftId;
  },
  /** Captures and keeps drafts for ever, telling of each only when it was said to be saved. */
  async hammer(): Promise<never> {
    for (let n = 0; ; n += 1) {
      const said = `note ${n} ${'x'.repeat(1500)}`;
      if (n % 3 === 0) await acknowledge(`draft/${await lab.keepDraft(said)}`);
      else await acknowledge(`record/${(await lab.capture(said)).opId}`);
    }
  },
  async everything(): Promise<{ records: string[]; drafts: string[] }> {
    const rows = await services.outbox.list(1_000_000);
    const drafts = await services.drafts(vault).list();
    return { records: rows.map(({ opId }) => opId), drafts: drafts.map(({ draftId }) => draftId) };
  },
  async envelope(opId: string): Promise<unknown> {
    return (await services.outbox.get(opId))?.operation;
  },
  withdraw: (code: string) => services.withdraw({ code, scope: 'words', actorId: ANN, displayName: 'Ann' }),
  async drawJpeg(width: number, height: number): Promise<string> {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.fillStyle = 'teal';
    context.fillRect(0, 0, width / 2, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return toBase64(new Uint8Array(await blob.arrayBuffer()));
  },
  async preparePhoto(
    base64: string,
    type: string,
  ): Promise<{ base64: string; width: number; height: number; mime: string }> {
    const { bytes, width, height, mime } = await services.photos.prepare(new Blob([fromBase64(base64)], { type }));
    return { base64: toBase64(bytes), width, height, mime };
  },
  async problemOf(work: 'photo' | 'capture' | 'large', argument: string): Promise<string> {
    const large = () => {
      const parts = Array.from({ length: 64 }, () => crypto.getRandomValues(new Uint8Array(65_536)));
      return toBase64(joinBytes(parts));
    };
    const run =
      work === 'photo'
        ? lab.preparePhoto(argument, 'image/jpeg')
        : lab.capture(argument, work === 'large' ? large() : undefined);
    return run.then(
      () => 'none',
      (thrown: unknown) => toProblem(thrown, 'storage-failed').code,
    );
  },
  /** A voice note as the screens make it: pieces kept while it runs. */
  async voice(ms: number): Promise<{ bytes: number; plain: number; durationMs: number; mime: string }> {
    const drafts = services.drafts(vault);
    const media = services.draftMedia(vault);
    const draft = await drafts.start('quick-note', { ...FROM, body: note('with a voice') });
    let append: (piece: Uint8Array<ArrayBuffer>) => Promise<void> = async () => undefined;
    const recording = await services.recorder.start((piece) => append(piece));
    const kept = await media.startVoice(draft, recording.mime);
    append = (piece) => kept.append(piece);
    await services.clock.sleep(ms);
    const { bytes, durationMs } = await recording.stop();
    const item = await kept.finish(durationMs);
    return { bytes: bytes.length, plain: (await media.read(item)).length, durationMs, mime: item.mime };
  },
};

export type Lab = typeof lab;
declare global {
  var lab: Lab;
}
globalThis.lab = lab;
