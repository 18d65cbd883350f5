import type { ComponentChildren, VNode } from 'preact';
import type { Problem } from '../../../domain/problems.ts';
import type { Clip } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import type { IconName } from '../../../ui/icon/shapes.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { PlayClip } from './play-clip.tsx';
import type { useTake } from './use-take.ts';

type Using<Live extends { cancel(): void }, Made extends { readonly blob: Blob }> = ReturnType<
  typeof useTake<Live, Made>
>;

/**
 * Where one text is said or signed: what there is already, the ways to make it anew, and the take to be kept or not. Words
 * are `sound.…` or `film.…` of `desk-surveys`.
 */
export function StudioFrame<
  Live extends { cancel(): void },
  Made extends { readonly blob: Blob; readonly durationMs: number },
>(props: {
  kind: 'sound' | 'film';
  /** The words to be said, as they stand. */
  words: ComponentChildren;
  using: Using<Live, Made>;
  /** Whether this computer has what it takes; a file can be brought all the same. */
  canRecord: boolean;
  clip: Clip | null;
  onKept: (clip: Clip) => void;
  onRemove: (() => void) | null;
  accept: string;
  /** Shown in the place of what the catalogue says of the problem, where that does not fit. */
  tell?: ((problem: Problem) => VNode | null) | undefined;
  live: (live: Live) => VNode;
  made: (made: Made, address: string) => VNode;
}): VNode {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { busy, problem: keepProblem, act } = useAct();
  const { kind, clip } = props;
  const { take, problem, start, stop, bring, forget } = props.using;
  const icon: IconName = kind === 'film' ? 'camera' : 'mic';
  const told = problem === null ? null : (props.tell?.(problem) ?? null);
  const keep = (made: Made): void =>
    void act(async () => {
      const role = kind === 'film' ? 'film' : 'clip';
      const kept = await client.putAsset(made.blob, { role, durationMs: Math.round(made.durationMs) });
      forget();
      props.onKept({ sha256: kept.sha256, mime: kept.mime, bytes: kept.bytes, durationMs: kept.durationMs });
    });
  return (
    <div class="studio">
      {props.words}
      {told}
      {problem !== null && told === null && <ProblemNotice problem={problem} />}
      {keepProblem !== null && <ProblemNotice problem={keepProblem} />}
      {take.stage === 'ready' && (
        <>
          {clip !== null && (
            <div class="studio__here">
              <PlayClip sha256={clip.sha256} film={kind === 'film'} />
              {props.onRemove !== null && (
                <Button look="quiet" icon="trash" onClick={props.onRemove}>
                  {t.el(`${kind}.remove`)}
                </Button>
              )}
            </div>
          )}
          <div class="studio__ways">
            {props.canRecord && (
              <Button look={clip === null ? 'main' : 'second'} icon={icon} onClick={() => void start()}>
                {t.el(clip === null ? `${kind}.start` : `${kind}.again`)}
              </Button>
            )}
            <label class="survey-file survey-file--small">
              <Icon name="box" />
              <span>{t.el(`${kind}.bring`)}</span>
              <input
                class="survey-file__input"
                type="file"
                accept={props.accept}
                onChange={(event) => {
                  const [file] = event.currentTarget.files ?? [];
                  event.currentTarget.value = '';
                  if (file !== undefined) void bring(file);
                }}
              />
            </label>
          </div>
        </>
      )}
      {take.stage === 'live' && (
        <div class="studio__recording">
          {props.live(take.live)}
          <Button look="main" icon="stop" onClick={() => void stop()}>
            {t.el(`${kind}.stop`)}
          </Button>
        </div>
      )}
      {take.stage === 'finishing' && <LiveRegion visible>{t(`${kind}.finishing`)}</LiveRegion>}
      {take.stage === 'made' && (
        <div class="studio__made">
          {props.made(take.made, take.address)}
          <div class="studio__ways">
            <Button onClick={forget} icon={icon}>
              {t.el(`${kind}.again`)}
            </Button>
            <Button look="main" icon="check" busy={busy} onClick={() => keep(take.made)}>
              {t.el('sound.keep')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
