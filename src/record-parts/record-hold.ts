import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsentAnswer, ConsentLayer } from '../domain/consent.ts';
import type { DraftMedia } from '../tablet/draft-media.ts';
import type { DraftKeeper } from './keeping/draft-keeper.ts';
import type { VoiceRecorder } from './media/use-voice-recorder.ts';

/** What the parts inside one open record share. It lives and dies with the screen that holds the record. */
export interface RecordHold {
  readonly keeper: DraftKeeper;
  readonly media: DraftMedia;
  readonly voice: VoiceRecorder;
  /** Object URLs of what is attached, by media id; revoked when the item or the screen goes. */
  readonly urls: ReadonlyMap<string, string>;
  readonly layers: readonly ConsentLayer[];
  /** A place where somebody might guess who spoke. */
  readonly shielded: boolean;
  answer(layer: ConsentLayer, answer: ConsentAnswer): void;
  removeMedia(id: string): Promise<void>;
}

const RecordHoldContext = createContext<RecordHold | null>(null);
export const RecordHoldProvider = RecordHoldContext.Provider;

export function useRecordHold(): RecordHold {
  const hold = useContext(RecordHoldContext);
  if (hold === null) throw new Error('a part of a record stands outside RecordHoldProvider');
  return hold;
}
