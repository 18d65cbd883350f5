import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsentAnswer, ConsentLayer } from '../../domain/consent.ts';
import type { DraftMedia } from '../../tablet/draft-media.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { VoiceRecorder } from './media/use-voice-recorder.ts';

/** What the parts inside one capture screen share. It lives and dies with the screen. */
export interface CaptureHold {
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

const CaptureContext = createContext<CaptureHold | null>(null);
export const CaptureProvider = CaptureContext.Provider;

export function useCaptureHold(): CaptureHold {
  const hold = useContext(CaptureContext);
  if (hold === null) throw new Error('a part of the capture screen stands outside it');
  return hold;
}
