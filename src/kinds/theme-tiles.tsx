import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LISTS, type CodeOf } from '../domain/lists/lists.ts';
import { useText } from '../i18n/use-text.tsx';
import { Button } from '../ui/button/button.tsx';
import { Stack } from '../ui/screen/screen.tsx';
import { ManyCodes, OneCode } from './code-choices.tsx';

type Theme = CodeOf<'themes'>;

/** What people speak of most: these stand first, the others are one tap away. */
const FIRST: readonly Theme[] = [
  'getting-appointments',
  'registration-refused',
  'damp',
  'water-toilets-refuse',
  'money-food',
  'language-interpreting',
  'trust-discrimination',
  'mental-health',
  'children-school',
];
const FURTHER = LISTS.themes.filter((code) => !FIRST.includes(code));

type Props = { legend: ComponentChildren; hideLegend?: boolean; hint?: ComponentChildren } & (
  | { many?: false; value: Theme | undefined; onChange: (theme: Theme) => void }
  | { many: true; value: readonly Theme[]; onChange: (themes: Theme[]) => void }
);

/** The pictures of the themes, nine at first. A theme that is chosen is always in sight. */
export function ThemeTiles(props: Props): VNode {
  const t = useText('common');
  const chosen = props.many === true ? props.value : props.value === undefined ? [] : [props.value];
  const [all, setAll] = useState(chosen.some((theme) => FURTHER.includes(theme)));
  const shared = {
    list: 'themes' as const,
    codes: all ? [...FIRST, ...FURTHER] : FIRST,
    look: 'pictures' as const,
    legend: props.legend,
    hideLegend: props.hideLegend,
    hint: props.hint,
  };
  return (
    <div class="compact-tiles">
      <Stack room="small">
        {props.many === true ? (
          <ManyCodes {...shared} value={props.value} onChange={props.onChange} />
        ) : (
          <OneCode {...shared} value={props.value} onChange={props.onChange} />
        )}
        <Button look="quiet" icon={all ? 'minus' : 'more'} onClick={() => setAll(!all)}>
          {t.el(all ? 'fewerPictures' : 'morePictures')}
        </Button>
      </Stack>
    </div>
  );
}
