import { Component, type ComponentChildren, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import { saveFile } from '../features/save-file.ts';
import { textOf } from '../i18n/use-text.tsx';
import type { RescueFile } from '../tablet/rescue-file.ts';
import { Button } from '../ui/button/button.tsx';
import { LiveRegion } from '../ui/hidden/live-region.tsx';
import { NameMark } from '../ui/name-mark/name-mark.tsx';
import { Screen, Stack } from '../ui/screen/screen.tsx';

/** Makes the rescue file by whatever still works: the outbox, or the journal when the database cannot be opened. */
export type Rescue = () => Promise<RescueFile>;

/**
 * When a screen breaks: nothing kept is touched. Drafts lie on the tablet as of the last change, so opening again
 * carries on; and sealed work can be taken out as a file.
 */
export class LastResort extends Component<{ children: ComponentChildren; rescue: Rescue | null }, { thrown: unknown }> {
  override state: { thrown: unknown } = { thrown: null };

  static override getDerivedStateFromError(thrown: unknown): { thrown: unknown } {
    return { thrown: thrown ?? new Error('something was thrown that says nothing') };
  }

  override render(): ComponentChildren {
    return this.state.thrown === null ? (
      this.props.children
    ) : (
      <LastResortScreen thrown={this.state.thrown} rescue={this.props.rescue} />
    );
  }
}

function LastResortScreen(props: { thrown: unknown; rescue: Rescue | null }): VNode {
  const t = textOf('app');
  return (
    <Screen>
      <NameMark name={t('common:appName')} />
      <Stack>
        <h1>{t.el('lastResort.title')}</h1>
        <p role="alert">{t.el('lastResort.text')}</p>
        <Button look="main" icon="refresh" onClick={() => location.assign('/')}>
          {t.el('lastResort.again')}
        </Button>
      </Stack>
      {props.rescue !== null && <RescuePart rescue={props.rescue} />}
      <details>
        <summary>{t.el('lastResort.what')}</summary>
        <code dir="ltr" lang="en">
          {nameOf(props.thrown)}
        </code>
      </details>
    </Screen>
  );
}

/** The way to take sealed work out by hand. */
export function RescuePart(props: { rescue: Rescue }): VNode {
  const t = textOf('app');
  const [words, say] = useState<VNode | null>(null);
  const save = async (): Promise<void> => {
    try {
      const file = await props.rescue();
      if (file.count > 0) saveFile(file.name, file.json);
      say(file.count === 0 ? t.el('lastResort.rescueEmpty') : t.el('lastResort.rescued', { count: file.count }));
    } catch {
      say(t.el('lastResort.rescueFailed'));
    }
  };
  return (
    <Stack>
      <h2>{t.el('lastResort.rescueTitle')}</h2>
      <p>{t.el('lastResort.rescueText')}</p>
      <Button icon="download" onClick={() => void save()}>
        {t.el('lastResort.rescue')}
      </Button>
      <LiveRegion visible>{words}</LiveRegion>
    </Stack>
  );
}

/** What staff can pass on: the kind of fault and where, never what was being written. */
function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const place = thrown.stack?.split('\n')[1]?.trim() ?? '';
  return `${thrown.name} ${place}`;
}
