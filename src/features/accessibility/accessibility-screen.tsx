import type { VNode } from 'preact';
import { useText } from '../../i18n/use-text.tsx';
import { Card } from '../../ui/card/card.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';

/** In the order people ask: what they can change, what is not there yet, how it was checked, and whom to tell. */
const PARTS = [
  {
    title: 'change.title',
    points: [
      'change.language',
      'change.easy',
      'change.listen',
      'change.light',
      'change.size',
      'change.hands',
      'change.pictures',
    ],
  },
  { title: 'gaps.title', points: ['gaps.signing', 'gaps.checked', 'gaps.voices', 'gaps.papers', 'gaps.browsers'] },
  { title: 'tried.title', points: ['tried.rules', 'tried.machine', 'tried.people'] },
  { title: 'tell.title', points: ['tell.worker', 'tell.organisation', 'tell.body'] },
] as const;

/** The accessibility statement: plain, true on the day it is read, and open to everybody with no signal. */
export function AccessibilityScreen(): VNode {
  const t = useText('accessibility');
  return (
    <Screen top={<TopBar title={t.el('title')} back={{ label: t('common:back'), onClick: () => history.back() }} />}>
      <p>{t.el('aim')}</p>
      {PARTS.map(({ title, points }) => (
        <Card key={title} labelledBy={title}>
          <h2 id={title}>{t.el(title)}</h2>
          <ul>
            {points.map((point) => (
              <li key={point}>{t.el(point)}</li>
            ))}
          </ul>
        </Card>
      ))}
      <p>{t.el('date')}</p>
    </Screen>
  );
}
