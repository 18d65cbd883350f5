import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useServices } from '../../app/services.ts';
import { toProblem, type Problem } from '../../domain/problems.ts';
import { useText } from '../../i18n/use-text.tsx';
import type { EnrolState } from '../../tablet/enrol.ts';
import { Button } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Screen } from '../../ui/screen/screen.tsx';
import { TopBar } from '../../ui/top-bar/top-bar.tsx';
import { CodeForm } from './code-form.tsx';
import { codeOfFragment } from './code-of-fragment.ts';
import { WaitingForStaff } from './waiting-for-staff.tsx';

/** Joining an organisation: the one-time code, then the same signs on both screens, then on to "Is it ready?". */
export function EnrolScreen(): VNode {
  const t = useText('enrol');
  const { enrol } = useServices();
  const { route } = useLocation();
  const [code, setCode] = useState('');
  const [state, show] = useState<EnrolState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    const take = () => {
      const found = takeCodeFromAddress();
      if (found !== '') setCode(found);
    };
    take();
    // The link may be opened while this very screen is in front: then only the fragment changes.
    addEventListener('hashchange', take);
    enrol.state().then(show, () => show({ step: 'not-enrolled' }));
    return () => removeEventListener('hashchange', take);
  }, [enrol]);

  useEffect(() => {
    if (state?.step === 'enrolled') route('/ready', true);
  }, [state, route]);

  const join = async (typed: string, label: string): Promise<void> => {
    setProblem(null);
    try {
      show(await enrol.begin(typed, label));
    } catch (thrown) {
      setProblem(toProblem(thrown, 'unreachable'));
    }
  };

  const body = (): VNode | null => {
    if (state === null || state.step === 'enrolled') return null;
    if (state.step === 'waiting') return <WaitingForStaff check={state.check} onState={show} />;
    if (state.step === 'refused')
      return (
        <EmptyState
          title={t.el('refused.title')}
          action={<Button onClick={() => show({ step: 'not-enrolled' })}>{t.el('refused.again')}</Button>}
        >
          {t.el('refused.text')}
        </EmptyState>
      );
    return <CodeForm code={code} problem={problem} onJoin={join} />;
  };

  const title = state?.step === 'waiting' ? 'waiting.title' : 'code.title';
  return <Screen top={<TopBar title={t.el(title)} back={{ label: t('common:back'), href: '/' }} />}>{body()}</Screen>;
}

/** The code of the link that staff show. It is taken out of the address at once: addresses are kept and looked at. */
function takeCodeFromAddress(): string {
  const code = codeOfFragment(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return code;
}
