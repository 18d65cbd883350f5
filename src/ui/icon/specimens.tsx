import type { Specimens } from '../specimen.ts';
import { Icon } from './icon.tsx';
import { SHAPES, type IconName } from './shapes.ts';
import './specimens.css';

export const specimens: Specimens = {
  all: () => (
    <ul class="icon-specimens">
      {(Object.keys(SHAPES) as IconName[]).map((name) => (
        <li key={name} class="icon-specimens__one">
          <Icon name={name} size="large" />
          <code lang="en" dir="ltr">
            {name}
          </code>
        </li>
      ))}
    </ul>
  ),
};
