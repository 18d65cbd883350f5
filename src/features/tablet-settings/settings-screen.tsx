import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { Bdi } from '../../i18n/isolate.tsx';
import { hasLetters } from '../../i18n/letters.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { textOf, useText, type Text } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { List, ListRow } from '../../ui/list/list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Screen, Stack } from '../../ui/screen/screen.tsx';
import { useTheme, type Theme } from '../../ui/theme/theme.ts';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { ChangePasscode } from './change-passcode.tsx';
import { TabletVoices } from './tablet-voices.tsx';
import './settings-screen.css';

export type TextSize = 'normal' | 'large' | 'largest';
const SIZES: readonly TextSize[] = ['normal', 'large', 'largest'];

export type Pictures = 'on' | 'off';

/** How the tablet speaks and looks, whether it is ready, and the way to hand it on. Opens while locked too. */
export function SettingsScreen(props: {
  version: string;
  textSize: TextSize;
  pictures: Pictures;
  onTextSize: (size: TextSize) => void;
  onPictures: (pictures: Pictures) => void;
  onTheme: (theme: Theme) => void;
}): VNode {
  const t = useText('settings');
  const session = useSession();
  const theme = useTheme();
  const { language, readingMode, languages, setLanguage, setReadingMode } = useLanguage();
  const organisation = useOrganisationName();
  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: () => history.back() }} />}>
      <ChoiceList
        layout="tiles"
        label={t.el('language')}
        value={language}
        onChange={(tag) => void setLanguage(tag)}
        choices={languages.map(({ tag, name, dir, status }) => ({
          value: tag,
          label: (
            <span lang={tag} dir={dir}>
              {name}
            </span>
          ),
          ...detailOf(tag, status === 'draft', tag === language, t),
        }))}
      />
      {!hasLetters(language) && <Notice tone="careful">{inEnglish('noLetters')}</Notice>}
      <ChoiceList
        label={t.el('reading')}
        value={readingMode}
        onChange={(mode) => void setReadingMode(mode)}
        choices={[
          { value: 'standard', label: t.el('standard'), detail: t.el('standardHint') },
          { value: 'easy', label: t.el('easy'), detail: t.el('easyHint') },
        ]}
      />
      <ChoiceList
        label={t.el('light')}
        value={theme}
        onChange={props.onTheme}
        choices={[
          { value: 'day', label: t.el('day'), detail: t.el('dayHint') },
          { value: 'outdoor', label: t.el('outdoor'), detail: t.el('outdoorHint') },
        ]}
      />
      <ChoiceList
        layout="tiles"
        label={t.el('size')}
        value={props.textSize}
        onChange={props.onTextSize}
        choices={SIZES.map((size) => ({ value: size, label: t.el(`sizes.${size}`) }))}
      />
      <ChoiceList
        label={t.el('pictures')}
        value={props.pictures}
        onChange={props.onPictures}
        choices={[
          { value: 'on', label: t.el('picturesOn'), detail: t.el('picturesOnHint') },
          { value: 'off', label: t.el('picturesOff'), detail: t.el('picturesOffHint') },
        ]}
      />
      <List>
        <ListRow icon="check" title={t.el('ready')} href="/ready" />
        <ListRow icon="send" title={t.el('storage')} href="/sent" />
        <ListRow icon="people" title={t.el('accessibility:title')} href="/accessibility" />
      </List>
      <TabletVoices />
      {session.worker !== null && (
        <>
          <ChangePasscode actorId={session.worker.actorId} />
          <Stack room="small">
            <p>{t.el('lendHint')}</p>
            <Button icon="lock" onClick={() => void session.lock()}>
              {t.el('lend')}
            </Button>
          </Stack>
        </>
      )}
      <Stack room="small">
        <h2 class="settings__about">{t.el('about')}</h2>
        {organisation !== null && <p>{t.el('organisation', { name: organisation })}</p>}
        <p>
          <Bdi>{t('version', { version: props.version })}</Bdi>
        </p>
      </Stack>
    </Screen>
  );
}

/**
 * What a language must be told with before it is chosen: nobody checked it, this tablet has no letters for it. Once it is
 * chosen the latter stands below, in letters that can be read.
 */
function detailOf(tag: string, draft: boolean, chosen: boolean, t: Text): { detail?: VNode } {
  const unseen = chosen || hasLetters(tag) ? null : t.el('noLetters');
  if (unseen === null) return draft ? { detail: t.el('draft') } : {};
  return {
    detail: (
      <>
        {draft && <>{t.el('draft')}. </>}
        {unseen}
      </>
    ),
  };
}

/** For somebody who sees empty boxes: in letters that every device has. */
function inEnglish(key: string): VNode {
  const t = textOf('settings', { language: 'en', readingMode: 'standard' });
  return (
    <span lang="en" dir="ltr">
      {t(key)}
    </span>
  );
}

function useOrganisationName(): string | null {
  const { reference } = useServices();
  const [name, show] = useState<string | null>(null);
  useEffect(() => {
    reference.organisation().then(
      (organisation) => show(organisation?.name ?? null),
      () => show(null),
    );
  }, [reference]);
  return name;
}
