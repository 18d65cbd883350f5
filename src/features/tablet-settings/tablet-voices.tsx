import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { DeviceVoice, Sounds } from '../../ports/sounds.ts';
import { spokenAs } from '../../sound/which-voice.ts';
import { LiveRegion } from '../../ui/hidden/live-region.tsx';
import { TabletVoice } from './tablet-voice.tsx';
import './tablet-voices.css';

/**
 * What this tablet can read aloud where there is no recorded sound. Each language but English is silent until somebody
 * has listened on this very tablet: a list of voices is no promise.
 */
export function TabletVoices(): VNode {
  const t = useText('sound');
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="settings__summary">{t.el('voices.title')}</summary>
      {open && <Voices />}
    </details>
  );
}

function Voices(): VNode {
  const t = useText('sound');
  const found = useVoices();
  const languages = useLanguagesHere();
  return (
    <div class="tablet-voices">
      <p>
        {t.el('voices.about')} {t.el('voices.online')}
      </p>
      <p>{t.el('silentMode')}</p>
      <LiveRegion visible>{found === null && t.el('voices.looking')}</LiveRegion>
      {found !== null && (
        <ul class="tablet-voices__list">
          {languages.map((language) => (
            <TabletVoice key={language} language={language} sounds={found.sounds} voices={found.voices} />
          ))}
        </ul>
      )}
    </div>
  );
}

function useVoices(): { sounds: Sounds; voices: readonly DeviceVoice[] } | null {
  const services = useServices();
  const [found, show] = useState<{ sounds: Sounds; voices: readonly DeviceVoice[] } | null>(null);
  useEffect(() => {
    let here = true;
    let stop = (): void => undefined;
    const look = async (sounds: Sounds): Promise<void> => {
      const voices = await sounds.voices.list();
      if (here) show({ sounds, voices });
    };
    void services.sounds().then((sounds) => {
      if (!here) return undefined;
      stop = sounds.voices.subscribe(() => void look(sounds));
      return look(sounds);
    });
    return () => {
      here = false;
      stop();
    };
  }, [services]);
  return found;
}

/** The languages of the app and of the organisation, each once. */
function useLanguagesHere(): readonly string[] {
  const { languages } = useLanguage();
  const { reference } = useServices();
  const [ofOrganisation, show] = useState<readonly string[]>([]);
  useEffect(() => {
    reference.organisation().then(
      (organisation) => show(organisation?.languages ?? []),
      () => show([]),
    );
  }, [reference]);
  const tags = [...languages.map(({ tag }) => tag), ...ofOrganisation];
  return tags.filter((tag, at) => tags.findIndex((other) => spokenAs(other) === spokenAs(tag)) === at);
}
