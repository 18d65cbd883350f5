import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../../../../i18n/use-language.ts';
import { useText } from '../../../../i18n/use-text.tsx';
import { Button } from '../../../../ui/button/button.tsx';
import { IconButton } from '../../../../ui/button/icon-button.tsx';
import { useBuilder } from '../builder-context.ts';
import { languageChoices } from '../language-choices.ts';
import { Select } from '../../select.tsx';
import { PreviewPlayer } from './preview-player.tsx';

const DEVICES = {
  phone: { width: 360, height: 640 },
  tablet: { width: 800, height: 1280 },
  wide: { width: 1280, height: 800 },
} as const;
type Device = keyof typeof DEVICES;

/** How it looks and works to the person who answers: the real screens, at the size of a real device, keeping nothing. */
export function PreviewPane() {
  const t = useText('desk-surveys');
  const { language: screenLanguage } = useLanguage();
  const { doc, at, language } = useBuilder();
  const [device, setDevice] = useState<Device>('phone');
  const [easy, setEasy] = useState(false);
  const [large, setLarge] = useState(false);
  /** A new number is a new person. */
  const [person, setPerson] = useState(0);
  const [whole, setWhole] = useState(false);
  const [shown, setShown] = useState(language);
  useEffect(() => setShown(language), [language]);
  const code = at?.startsWith('q.') === true ? at.slice(2) : null;
  useEffect(() => setWhole(false), [code]);
  const { languages } = doc.survey;
  const tag = languages.includes(shown) ? shown : (languages[0] ?? 'en');
  const reader = useMemo(
    () => ({ language: tag, readingMode: easy ? ('easy' as const) : ('standard' as const) }),
    [tag, easy],
  );
  return (
    <div class={`preview${large ? ' preview--large' : ''}`}>
      <div class="preview__bar">
        <fieldset class="preview__devices" aria-label={t('preview.device')}>
          {(Object.keys(DEVICES) as Device[]).map((one) => (
            <button
              key={one}
              type="button"
              class="preview__device"
              aria-pressed={device === one}
              onClick={() => setDevice(one)}
            >
              {t.el(`preview.devices.${one}`)}
            </button>
          ))}
        </fieldset>
        <div class="preview__reading">
          <Select
            label={t.el('preview.language')}
            labelHidden
            value={tag}
            onChange={setShown}
            options={languageChoices(languages, screenLanguage)}
          />
          <Select
            label={t.el('preview.reading')}
            labelHidden
            value={easy ? 'easy' : 'standard'}
            onChange={(next) => setEasy(next === 'easy')}
            options={[
              { value: 'standard' as const, label: t('layer.standard') },
              { value: 'easy' as const, label: t('layer.easy') },
            ]}
          />
        </div>
      </div>
      <Glass {...DEVICES[device]}>
        <PreviewPlayer
          key={`${person} ${whole ? 'whole' : (code ?? 'start')}`}
          code={whole ? null : code}
          reader={reader}
          onReader={(next) => {
            setShown(next.language);
            setEasy(next.readingMode === 'easy');
          }}
          onEnd={() => setPerson((n) => n + 1)}
        />
      </Glass>
      <div class="preview__end">
        <Button
          icon="refresh"
          look="quiet"
          onClick={() => {
            setWhole(true);
            setPerson((n) => n + 1);
          }}
        >
          {t.el('preview.fromStart')}
        </Button>
        <p class="desk-quiet">{t.el('preview.nothingKept')}</p>
        <span class="preview__large">
          <IconButton
            icon={large ? 'minus' : 'plus'}
            label={t(large ? 'preview.smaller' : 'preview.larger')}
            pressed={large}
            onClick={() => setLarge(!large)}
          />
        </span>
      </div>
    </div>
  );
}

/** Of the drawn device, both sides together. Pixels. */
const EDGES = 14;
/** A place lower than this scrolls. Pixels. */
const LEAST_HEIGHT = 330;

/** A screen of a real device, made as small as its place. */
function Glass(props: { width: number; height: number; children: preact.ComponentChildren }) {
  const { width, height } = props;
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0, held: false });
  useEffect(() => {
    const element = place.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const watching = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width: across, height: down } = entry.contentRect;
      // Where the page scrolls, the place is as high as what stands in it: that would measure itself, smaller each time.
      const builder = element.closest('.builder');
      const held = builder !== null && getComputedStyle(builder).overflowY === 'hidden';
      setRoom({ width: across, height: down, held });
    });
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  const across = room.width === 0 ? 1 : (room.width - EDGES) / width;
  const down = !room.held || room.height < LEAST_HEIGHT ? 1 : (room.height - EDGES) / height;
  const scale = Math.min(1, across, down);
  return (
    <div class="glass-place" ref={place}>
      <div class="glass" style={{ inlineSize: `${width * scale}px`, blockSize: `${height * scale}px` }} dir="ltr">
        <div
          class="glass__inside"
          style={{ inlineSize: `${width}px`, blockSize: `${height}px`, transform: `scale(${scale})` }}
        >
          {props.children}
        </div>
      </div>
    </div>
  );
}
