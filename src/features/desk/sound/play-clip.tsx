import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../../i18n/use-text.tsx';
import { useDesk } from '../desk-context.ts';
import { assetAddress } from '../own-pictures.ts';

/** Plays a clip of the survey, or shows a film of it. */
export function PlayClip({ sha256, film = false }: { sha256: string; film?: boolean }) {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let here = true;
    assetAddress(sha256, (hash) => client.asset(hash)).then(
      (found) => here && setAddress(found),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [sha256, client]);
  if (failed) return <p class="desk-caution">{t.el('sound.notHere')}</p>;
  if (film) {
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it
    return (
      <video
        class="studio__film"
        controls
        muted
        playsInline
        src={address ?? undefined}
        onError={() => setFailed(address !== null)}
      />
    );
  }
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- the words stand above it
  return <audio controls src={address ?? undefined} onError={() => setFailed(address !== null)} />;
}
