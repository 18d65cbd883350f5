import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useText } from '../../i18n/use-text.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { directionOf } from '../../player/language-face.ts';
import type { LoadedSurvey } from '../../surveys/answering.ts';
import { planMove, type MovedAnswer } from '../../surveys/move.ts';
import { lookUp } from '../../surveys/texts.ts';
import { Button } from '../../ui/button/button.tsx';
import { List } from '../../ui/list/list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip/status-chip.tsx';
import { answeringOf, type OpenAnswering } from './use-open-answering.ts';

const TONES: Readonly<Record<MovedAnswer['fate'], Tone>> = { kept: 'calm', moved: 'working', unplaced: 'attention' };

/**
 * There is a newer version of this survey. Shows what becomes of each answer before anything moves, and drops none: an
 * answer without a place stays beside the others. The draft may as well stay on its version.
 */
export function MoveOffer(props: {
  open: OpenAnswering;
  newer: LoadedSurvey;
  busy: boolean;
  onMove: () => void;
}): VNode {
  const t = useText('answer');
  const [shown, show] = useState(false);
  const { open, newer } = props;
  const { version } = newer.survey;
  if (!shown)
    return (
      <Notice title={t.el('move.title')} actions={<Button onClick={() => show(true)}>{t.el('move.look')}</Button>}>
        {t.el('move.text')}
      </Notice>
    );
  const { answers } = planMove(answeringOf(open.keeper), open.loaded.survey, newer.survey);
  return (
    <section aria-labelledby="move-title">
      <Stack>
        <h2 id="move-title">{t.el('move.planTitle', { version })}</h2>
        {answers.length === 0 ? <p>{t.el('move.nothing')}</p> : <p>{t.el('move.none')}</p>}
        {answers.length > 0 && (
          <List label={t('move.planTitle', { version })}>
            {answers.map((one) => (
              <li class="list__item move-row" key={`${one.fate}/${one.code}`}>
                <AskedAs code={one.code} open={open} newer={newer} />
                <span>
                  <StatusChip tone={TONES[one.fate]}>{t.el(`move.fate.${one.fate}`)}</StatusChip>
                  {one.why !== null && <span class="survey-card__facts"> {t.el(`move.why.${one.why}`)}</span>}
                </span>
              </li>
            ))}
          </List>
        )}
        <Button look="main" busy={props.busy} onClick={props.onMove}>
          {t.el('move.take', { version })}
        </Button>
        <Button look="quiet" onClick={() => show(false)}>
          {t.el('move.stay')}
        </Button>
      </Stack>
    </section>
  );
}

/** The question itself, and never what was answered. */
function AskedAs(props: { code: string; open: OpenAnswering; newer: LoadedSurvey }): VNode {
  const { language, readingMode } = useLanguage();
  const key = `${props.code}.ask`;
  const after = lookUp(props.newer.texts, key, language, readingMode);
  const found = after.missing ? lookUp(props.open.loaded.texts, key, language, readingMode) : after;
  if (found.missing) return <bdi>{props.code}</bdi>;
  return (
    <span lang={found.language} dir={directionOf(found.language)}>
      {found.words}
    </span>
  );
}
