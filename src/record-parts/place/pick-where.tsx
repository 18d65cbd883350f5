import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { NOWHERE, type Where } from '../../domain/place.ts';
import { atGrade } from '../../domain/place-grade.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import type { PlaceGrade } from '../../domain/record.ts';
import { useText } from '../../i18n/use-text.tsx';
import { Button } from '../../ui/button/button.tsx';
import { ChoiceList } from '../../ui/choice-list/choice-list.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Stack } from '../../ui/screen/screen.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { CouncilField } from './council-field.tsx';
import { PickOnMap } from './pick-on-map.tsx';
import './place.css';

type Route = 'council' | 'map' | 'here' | 'nowhere';
const ROUTES: readonly Route[] = ['council', 'map', 'here', 'nowhere'];

/**
 * Where something is: four equal ways to say it, one of them not to. A shielded place has its council area alone, and
 * the parts that know positions are not even there.
 */
export function PickWhere(props: { grade: PlaceGrade; value: Where; onChange: (where: Where) => void }): VNode {
  const { grade, value, onChange } = props;
  const t = useText('place-parts');
  const [route, setRoute] = useState<Route | null>(() => routeOf(value));
  const council = (
    <CouncilField
      value={value.as === 'council' ? value.council : ''}
      onChange={(words) => onChange(words === '' ? NOWHERE : { as: 'council', council: words })}
    />
  );
  if (grade === 'shielded') {
    return (
      <Stack>
        <Notice icon="lock">{t.el('where.shielded')}</Notice>
        {council}
      </Stack>
    );
  }
  return (
    <Stack>
      <div class="place-ways">
        <ChoiceList
          layout="tiles"
          label={t.el('where.how')}
          hint={t.el(`where.fine.${grade}`)}
          choices={ROUTES.map((one) => ({ value: one, label: t.el(`where.routes.${one}`) }))}
          value={route}
          onChange={(next) => {
            setRoute(next);
            // What is there already stays until another way says something else.
            if (next === 'nowhere') onChange(NOWHERE);
          }}
        />
      </div>
      {route === 'council' && council}
      {route === 'map' && <PickOnMap grade={grade} value={value} onChange={onChange} />}
      {route === 'here' && <FromHere grade={grade} value={value} onChange={onChange} />}
      {value.as !== 'nowhere' && value.as !== 'council' && (
        <Notice
          tone="good"
          speak="polite"
          actions={
            <Button look="quiet" icon="trash" onClick={() => onChange(NOWHERE)}>
              {t.el('where.forget')}
            </Button>
          }
        >
          {t.el(`where.kept.${value.as}.${value.grade}`)}
        </Notice>
      )}
    </Stack>
  );
}

/**
 * One tap, one answer, made coarse before it comes here. Never asked again by itself; an answer that comes after the grade
 * has changed, or after this has gone, is not kept as it was asked for.
 */
function FromHere(props: { grade: 'open' | 'area'; value: Where; onChange: (where: Where) => void }): VNode {
  const t = useText('place-parts');
  const { position } = useServices();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = useRef<typeof props | null>(props);
  now.current = props;
  useEffect(() => () => void (now.current = null), []);
  const ask = async (): Promise<void> => {
    setAsking(true);
    setProblem(null);
    try {
      const { grade } = props;
      const [lng, lat] = await position.here(grade);
      const at: Where = { as: 'point', grade, points: [[lng, lat]] };
      now.current?.onChange(atGrade(now.current.grade, at));
    } catch (thrown) {
      setProblem(toProblem(thrown, 'position-unknown'));
    } finally {
      setAsking(false);
    }
  };
  return (
    <Stack room="small">
      <p>{t.el('where.hereHint')}</p>
      <Button busy={asking} onClick={() => void ask()}>
        {t.el(asking ? 'where.hereAsking' : 'where.hereAsk')}
      </Button>
      {problem !== null && <ProblemNotice problem={problem} />}
    </Stack>
  );
}

/** A position that was kept before is told in words: nobody has asked for the map yet. */
function routeOf(at: Where): Route | null {
  return at.as === 'council' ? 'council' : null;
}
