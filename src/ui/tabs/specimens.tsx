import { useState } from 'preact/hooks';
import type { Specimens } from '../specimen.ts';
import { Tabs } from './tabs.tsx';

export const specimens: Specimens = {
  three: ({ t }) => {
    const [current, setCurrent] = useState<'urgent' | 'needs' | 'rest'>('urgent');
    return (
      <Tabs
        label={t('tabs.label')}
        current={current}
        onChange={setCurrent}
        tabs={[
          { id: 'urgent', label: t('tabs.urgent'), count: 2 },
          { id: 'needs', label: t('tabs.needs') },
          { id: 'rest', label: t('tabs.rest') },
        ]}
      >
        <p>{t(`tabs.${current}`)}</p>
      </Tabs>
    );
  },
};
