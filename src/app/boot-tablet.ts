import { createOpfsJournal } from '../adapters/opfs/opfs-journal.ts';
import type { Operation } from '../domain/envelope.ts';
import { toProblem } from '../domain/problems.ts';
import { currentLanguage } from '../i18n/catalogue.ts';
import { decodeOperationFrame } from '../tablet/journal-frames.ts';
import { makeRescueFile, rescueFileOf, type RescueFile } from '../tablet/rescue-file.ts';
import { buildServices, tabLock } from './build-services.ts';
import { openFiles } from './open-files.ts';
import type { BootOutcome } from './tablet-boot.ts';

/** Starts the tablet's part of the app. Never throws: what stops it is an outcome with a page of its own. */
export async function bootTablet(appVersion: string): Promise<BootOutcome> {
  let keep = async (): Promise<void> => undefined;
  let gone = (): void => undefined;
  try {
    const { services, report } = await buildServices({
      appVersion,
      language: currentLanguage,
      beforeLettingGo: () => keep(),
      onLetGo: () => gone(),
    });
    return {
      at: 'ready',
      services,
      recovered: report.recoveredRecords + report.recoveredDrafts,
      rescue: () => makeRescueFile(services.outbox, services.clock.wallMs()),
      onLettingGo: (keepFirst, thenGone) => {
        keep = keepFirst;
        gone = thenGone;
      },
      takeBack: () => tabLock.takeOver(),
    };
  } catch (thrown) {
    switch (toProblem(thrown, 'storage-failed').code) {
      case 'other-tab':
        return { at: 'other-tab', takeOver: () => tabLock.takeOver() };
      case 'no-opfs':
        return { at: 'no-opfs' };
      default:
        return { at: 'broken', thrown, rescue: rescueFromJournal };
    }
  }
}

/** The second copy alone: for when the database does not open. */
async function rescueFromJournal(): Promise<RescueFile> {
  const files = openFiles();
  try {
    const journal = createOpfsJournal(files.ask);
    await journal.open();
    const frames = await journal.readOperations();
    const operations = frames
      .map(({ bytes }) => decodeOperationFrame(bytes)?.row.operation)
      .filter((operation): operation is Operation => operation !== undefined);
    await journal.close();
    return await rescueFileOf(operations, Date.now());
  } finally {
    files.stop();
  }
}
