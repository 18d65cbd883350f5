import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { AppSounds } from '../../domain/app-sounds.ts';
import { isSigned } from '../../domain/signed.ts';
import { AppSoundsProvider } from '../../sound/app-words.tsx';
import { SigningProvider } from '../../sound/signing.tsx';
import { SoundProvider, useSound } from '../../sound/use-sound.tsx';
import { useRecordHold } from '../record-hold.ts';

/** What stands inside can be listened to: one voice at a time, with the recordings this tablet holds. */
export function Heard({ children }: { children: ComponentChildren }): VNode {
  const { sounds } = useServices();
  return (
    <RecordedWords>
      <SoundProvider sounds={sounds}>{children}</SoundProvider>
    </RecordedWords>
  );
}

/** Only the recordings of the app's own words, and whether there is signing to look for: for what brings a voice of its own. */
export function RecordedWords({ children }: { children: ComponentChildren }): VNode {
  const { reference } = useServices();
  const [recorded, show] = useState<readonly AppSounds[]>([]);
  const [signing, sign] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      // What cannot be read is not heard, and every button says so.
      const found = await reference.appSounds().catch(() => []);
      const used = await reference.organisation().then(
        (organisation) => organisation?.languages ?? [],
        () => [],
      );
      if (gone) return;
      show(found);
      sign(used.find(isSigned) ?? null);
    };
    void look();
    const stop = reference.subscribe(() => void look());
    return () => {
      gone = true;
      stop();
    };
  }, [reference]);
  return (
    <AppSoundsProvider value={recorded}>
      <SigningProvider value={signing}>{children}</SigningProvider>
    </AppSoundsProvider>
  );
}

/** A recording holds the person's voice, not the tablet's: silence as soon as one begins. */
export function useHushWhileRecording(): void {
  const { voice } = useRecordHold();
  const { stop } = useSound();
  useEffect(
    () =>
      voice.subscribe(() => {
        if (voice.state() !== 'idle') stop();
      }),
    [voice, stop],
  );
}
