import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';

/** In the order people ask: what they can change, what is not there yet, how it was checked, and whom to tell. */
const PARTS = {
  change: ['language', 'easy', 'listen', 'light', 'size', 'hands', 'pictures'],
  gaps: ['signing', 'checked', 'voices', 'papers', 'browsers'],
  tried: ['rules', 'machine', 'people'],
  tell: ['worker', 'organisation', 'body'],
} as const;

/** The accessibility statement: plain, true on the day it is read, and open to everybody with no signal. */
export function AccessibilityScreen(): VNode {
  const t = useText('accessibility');
  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: () => history.back() }} />}>
      <p>{t.el('aim')}</p>
      {Object.entries(PARTS).map(([part, points]) => (
        <Card key={part} labelledBy={`accessibility-${part}`}>
          <h2 id={`accessibility-${part}`}>{t.el(`${part}.title`)}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{t.el(`${part}.${point}`)}</li>
            ))}
          </ul>
        </Card>
      ))}
      <p>{t.el('date')}</p>
    </Screen>
  );
}
