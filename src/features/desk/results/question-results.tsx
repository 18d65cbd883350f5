import type { QuestionResult, SurveyResults } from '../../../domain/desk-surveys.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { VisuallyHidden } from '../../../ui/hidden/visually-hidden.tsx';
import { inboxPath } from '../place.ts';
import { PictureDrawn } from '../picture-drawn.tsx';
import { CountWords } from './count-words.tsx';
import type { Face, QuestionFace } from './question-words.ts';

type Voice = QuestionResult['voices'][number];

/** One question: each voice by itself, and groups by themselves, never added up. */
export function QuestionResults(props: {
  result: QuestionResult;
  face: QuestionFace;
  threshold: number;
  surveyId: string;
  fft: SurveyResults['fft'];
}) {
  const t = useText('desk-results');
  const { result, face } = props;
  const id = `result-${result.code}-${result.type}`;
  return (
    <section class="result" aria-labelledby={id}>
      <header class="result__head">
        {face.picture !== null && (
          <span class="result__picture">
            <PictureDrawn picture={face.picture} />
          </span>
        )}
        <div>
          <p class="desk-quiet">
            <code>{result.code}</code>
          </p>
          <h2 class="result__ask" id={id}>
            <bdi>{face.ask}</bdi>
          </h2>
        </div>
      </header>
      {result.voices.length === 0 && result.heads === null && <p class="desk-quiet">{t.el('nobody')}</p>}
      {result.feeling && result.voices.length > 1 && <p class="desk-quiet">{t.el('feeling')}</p>}
      {result.voices.map((voice) => (
        <VoiceResults
          key={voice.voice}
          voice={voice}
          face={face}
          surveyId={props.surveyId}
          fft={props.fft.find((one) => one.voice === voice.voice) ?? null}
        />
      ))}
      {result.heads !== null && <HeadsResults heads={result.heads} face={face} />}
    </section>
  );
}

function VoiceResults(props: {
  voice: Voice;
  face: QuestionFace;
  surveyId: string;
  fft: SurveyResults['fft'][number] | null;
}) {
  const t = useText('desk-results');
  const { voice, face, fft } = props;
  const rows = [...new Set(voice.cells.map(({ row }) => row))].filter((row) => row !== null);
  const said = (voice.words ?? 0) + (voice.media ?? 0) > 0;
  return (
    <div class={`result-voice${voice.voice === 'own' ? ' result-voice--own' : ''}`}>
      <h3 class="result-voice__name">
        {t.el(`lists:voices.${voice.voice}`)} <span class="result-voice__base">{baseWords(voice.base)}</span>
      </h3>
      {voice.base !== null && (
        <>
          {rows.length > 0 ? (
            <RowsTable voice={voice} rows={rows} face={face} />
          ) : (
            <Bars
              cells={voice.cells.map(({ code, count, weight }) => ({ face: face.choice(code), code, count, weight }))}
              of={voice.answered}
            />
          )}
          {voice.numbers !== null && (
            <p>
              {t.el('numbers', {
                least: voice.numbers.least,
                middle: voice.numbers.middle,
                most: voice.numbers.most,
              })}
            </p>
          )}
          {fft !== null && fft.positive !== null && fft.negative !== null && (
            <p class="desk-caution">
              {t.el('fft', { positive: fft.positive, negative: fft.negative, base: fft.base ?? 0 })}
            </p>
          )}
          {said && (
            <p>
              <a class="result-voice__words" href={inboxPath({ facet: `survey:${props.surveyId}` })}>
                {t.el('words', { count: voice.words ?? 0 })}
              </a>
            </p>
          )}
          <p class="result-voice__rest">
            <span>
              {t.el('answered')} <CountWords count={voice.answered} />
            </span>
            <span>
              {t.el('notSure')} <CountWords count={voice.notSure} />
            </span>
            <span>
              {t.el('skipped')} <CountWords count={voice.skipped} />
            </span>
          </p>
        </>
      )}
    </div>
  );

  function baseWords(base: number | null) {
    return base === null ? t.el('fewHere') : t.el('base', { count: base });
  }
}

interface BarCell {
  readonly face: Face;
  readonly code: string;
  readonly count: number | null;
  readonly weight: number | null;
}

/** Pictures, words, a bar and a number: read by any of them. */
function Bars({ cells, of }: { cells: readonly BarCell[]; of: number | null }) {
  const t = useText('desk-results');
  const whole = Math.max(1, of ?? 0, ...cells.map(({ count }) => count ?? 0));
  if (cells.length === 0) return null;
  return (
    <ul class="result-bars">
      {cells.map(({ face, code, count, weight }) => (
        <li key={code} class="result-bar">
          <span class="result-bar__picture">{face.picture !== null && <PictureDrawn picture={face.picture} />}</span>
          <span class="result-bar__words">
            <bdi>{face.words}</bdi>
          </span>
          <span class="result-bar__track" aria-hidden="true">
            {count !== null && <span class="result-bar__fill" style={{ inlineSize: `${(count / whole) * 100}%` }} />}
          </span>
          <span class="result-bar__number">
            <CountWords count={count} />
            {weight !== null && <span class="desk-quiet"> {t.el('weight', { count: weight })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What was sorted, stated or walked through, against what was said of each. */
function RowsTable({ voice, rows, face }: { voice: Voice; rows: readonly string[]; face: QuestionFace }) {
  const t = useText('desk-results');
  const codes = [...new Set(voice.cells.map(({ code }) => code))];
  return (
    <table class="result-table">
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t.el('table')}</VisuallyHidden>
          </th>
          {codes.map((code) => (
            <th key={code} scope="col">
              <Faced face={face.choice(code)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">
              <Faced face={face.row(row)} />
            </th>
            {codes.map((code) => {
              const cell = voice.cells.find((one) => one.row === row && one.code === code);
              return (
                <td key={code}>
                  <span class="result-table__name" aria-hidden="true">
                    {face.choice(code).words}
                  </span>
                  <Shade share={(cell?.count ?? 0) / Math.max(1, voice.answered ?? 1)} />
                  <CountWords count={cell?.count ?? null} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shade({ share }: { share: number }) {
  return (
    <span class="result-table__track" aria-hidden="true">
      <span class="result-bar__fill" style={{ inlineSize: `${Math.min(100, share * 100)}%` }} />
    </span>
  );
}

function Faced({ face }: { face: Face }) {
  return (
    <span class="result-faced">
      {face.picture !== null && (
        <span class="result-bar__picture">
          <PictureDrawn picture={face.picture} />
        </span>
      )}
      <bdi>{face.words}</bdi>
    </span>
  );
}

function HeadsResults({ heads, face }: { heads: NonNullable<QuestionResult['heads']>; face: QuestionFace }) {
  const t = useText('desk-results');
  const again = heads.cells.some((cell) => cell.again !== null && cell.again > 0);
  return (
    <div class="result-voice">
      <h3 class="result-voice__name">
        {t.el('heads')} <span class="result-voice__base">{t.el('headsBase', { count: heads.groups })}</span>
      </h3>
      <p class="desk-quiet">{t.el(again ? 'headsFirst' : 'headsWhat')}</p>
      <Bars
        cells={heads.cells.map(({ code, first }) => ({ face: face.choice(code), code, count: first, weight: null }))}
        of={heads.heads}
      />
      {again && (
        <>
          <p class="desk-quiet">{t.el('headsAgain')}</p>
          <Bars
            cells={heads.cells.map((cell) => ({
              face: face.choice(cell.code),
              code: cell.code,
              count: cell.again,
              weight: null,
            }))}
            of={heads.heads}
          />
        </>
      )}
    </div>
  );
}
