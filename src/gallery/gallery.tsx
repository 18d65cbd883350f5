import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadTexts } from '../i18n/catalogue.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.tsx';
import { NameMark } from '../ui/name-mark/name-mark.tsx';
import { Screen } from '../ui/screen/screen.tsx';
import { setTheme, useTheme, type Theme } from '../ui/theme/theme.ts';
import { TopBar } from '../ui/top-bar/top-bar.tsx';
import { KindGallery } from './kind-gallery.tsx';
import { MapGallery } from './map-gallery.tsx';
import { PartGallery } from './part-gallery.tsx';
import { QuestionGallery } from './question-gallery.tsx';
import { Switch } from './switch.tsx';
import './gallery.css';

type Audience = 'staff' | 'participant';

/**
 * Every shared part, kind of record and type of question on one page, to look at and to check by machine: `/gallery`. The address
 * may say what to show: `?language=ar&reading=easy&theme=outdoor&audience=participant&only=parts`.
 */
export function Gallery(): VNode {
  const t = useText('gallery');
  const { language, readingMode, setLanguage, setReadingMode } = useLanguage();
  const theme = useTheme();
  const asked = new URLSearchParams(location.search);
  const only = asked.get('only');
  const [audience, setAudience] = useState<Audience>(asked.get('audience') === 'participant' ? 'participant' : 'staff');
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void (async () => {
      await loadTexts(['common', 'gallery', 'lists', 'map']);
      const wanted = asked.get('language');
      if (wanted !== null) await setLanguage(wanted);
      if (asked.get('reading') === 'easy') await setReadingMode('easy');
      if (asked.get('theme') === 'outdoor') setTheme('outdoor');
      setReady(true);
    })();
  }, []);
  if (!ready) return <div class="gallery__wait" />;
  return (
    <Screen audience={audience} width="wide" top={<TopBar start={<NameMark name={t('common:appName')} />} />}>
      <h1>{t.el('title')}</h1>
      <p>{t.el('intro')}</p>
      <div class="gallery__switches no-print">
        <Switch
          label={t.el('language')}
          value={language}
          options={LANGUAGES.map(({ tag, name }) => ({ value: tag, label: name }))}
          onChange={(tag) => void setLanguage(tag)}
        />
        <Switch
          label={t.el('reading')}
          value={readingMode}
          options={[
            { value: 'standard', label: t('common:standardRead') },
            { value: 'easy', label: t('common:easyRead') },
          ]}
          onChange={(mode) => void setReadingMode(mode)}
        />
        <Switch<Theme>
          label={t.el('theme')}
          value={theme}
          options={[
            { value: 'day', label: t('day') },
            { value: 'outdoor', label: t('outdoor') },
          ]}
          onChange={setTheme}
        />
        <Switch<Audience>
          label={t.el('audience')}
          value={audience}
          options={[
            { value: 'staff', label: t('staff') },
            { value: 'participant', label: t('participant') },
          ]}
          onChange={setAudience}
        />
      </div>
      {(only === null || only === 'parts') && <PartGallery />}
      {(only === null || only === 'kinds') && <KindGallery />}
      {(only === null || only === 'questions') && <QuestionGallery />}
      {(only === null || only === 'maps') && <MapGallery />}
    </Screen>
  );
}
