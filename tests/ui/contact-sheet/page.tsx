import '@fontsource/atkinson-hyperlegible/latin-400.css';
import '@fontsource/atkinson-hyperlegible/latin-700.css';
import { render } from 'preact';
import { SetPicture } from '../../../src/ui/pictures/set-picture.tsx';
import { PICTURE_CATEGORIES, PICTURE_NAMES, PICTURES } from '../../../src/ui/pictures/set.ts';
import './page.css';

/** The whole set on one sheet: `?size=` in px, `?look=` colour, grey, mirrored (where lines run from right to left) or outdoor. */
const asked = new URLSearchParams(location.search);
const look = asked.get('look') ?? 'colour';
document.documentElement.dir = look === 'mirrored' ? 'rtl' : 'ltr';
document.documentElement.dataset['look'] = look;
if (look === 'outdoor') document.documentElement.dataset['theme'] = 'outdoor';
document.documentElement.style.setProperty('--size', `${asked.get('size') ?? '96'}px`);

render(
  PICTURE_CATEGORIES.map((category) => (
    <section key={category}>
      <h2 dir="ltr">{category}</h2>
      <ul>
        {PICTURE_NAMES.filter((name) => PICTURES[name].category === category).map((name) => (
          <li key={name}>
            <div class="place" data-picture={name}>
              <SetPicture name={name} alt={name} />
            </div>
            <code dir="ltr">{name}</code>
          </li>
        ))}
      </ul>
    </section>
  )),
  document.body,
);
