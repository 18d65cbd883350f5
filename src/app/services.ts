import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Clock } from '../ports/clock.ts';
import type { DraftStore } from '../ports/draft-store.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Position } from '../ports/position.ts';
import type { Recorder, Photos } from '../ports/recorder.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import type { PackFiles } from '../ports/pack-files.ts';
import type { SurveyAssets } from '../ports/survey-assets.ts';
import type { Sounds } from '../ports/sounds.ts';
import type { Clips } from '../ports/sounds.ts';
import type { Tablet } from '../ports/tablet.ts';
import type { UnlockedVault, Vault } from '../ports/vault.ts';
import type { SyncStatus } from '../sync/status.ts';
import type { Drafts } from '../tablet/drafts.ts';
import type { DraftMedia } from '../tablet/draft-media.ts';
import type { Enrol } from '../tablet/enrol.ts';
import type { FieldPackCheck } from '../tablet/field-pack.ts';
import type { FinishRecord } from '../tablet/finish-record.ts';
import type { Withdraw } from '../tablet/withdraw.ts';

/** Everything a screen on the tablet may ask for. Built once, in `main.tsx`; screens never see an adapter. */
export interface Services {
  readonly clock: Clock;
  readonly tablet: Tablet;
  readonly vault: Vault;
  readonly outbox: Outbox;
  readonly draftStore: DraftStore;
  readonly reference: ReferenceStore;
  readonly recorder: Recorder;
  readonly photos: Photos;
  /** Where this tablet is: asked at a tap, made coarse inside. */
  readonly position: Position;
  /** Recorded clips and the voices of this tablet; the same ones each time. For `SoundProvider`. */
  sounds(): Promise<Sounds>;
  /** Pictures that a team added to its surveys, by the hash of their content; null when not here. Never throws. */
  readonly surveyPictures: Clips;
  /** Pieces of base maps, by the hash of their content. */
  readonly mapPieces: Pick<SurveyAssets, 'get' | 'list' | 'remove'>;
  readonly packFiles: Pick<PackFiles, 'pack' | 'copies'>;
  readonly enrol: Enrol;
  readonly fieldPack: FieldPackCheck;
  /** These need the worker's vault; `vault` is what `Vault.unlock` returned. */
  drafts(vault: UnlockedVault): Drafts;
  draftMedia(vault: UnlockedVault): DraftMedia;
  finishRecord(vault: UnlockedVault): FinishRecord;
  readonly withdraw: Withdraw;
  readonly sync: {
    status(): SyncStatus;
    subscribe(onChange: () => void): () => void;
    /** Tries now: on finish, on the Send button, on coming back. */
    nudge(): void;
  };
}

const ServicesContext = createContext<Services | null>(null);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('a screen stands outside ServicesProvider');
  return services;
}
