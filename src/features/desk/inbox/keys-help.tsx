import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';

const KEYS = [
  ['next', ['J', '↓']],
  ['previous', ['K', '↑']],
  ['enter', ['Enter']],
  ['done', ['E']],
  ['mine', ['A']],
  ['undo', ['U']],
  ['search', ['/']],
  ['escape', ['Esc']],
  ['help', ['?']],
] as const;

/** What the single keys do, and the switch that turns them off. */
export function KeysHelp(props: {
  shown: boolean;
  onShow: (shown: boolean) => void;
  on: boolean;
  onSwitch: (on: boolean) => void;
}) {
  const t = useText('desk-inbox');
  return (
    <div class="desk-keys">
      <Button look="quiet" icon="question" onClick={() => props.onShow(true)}>
        {t.el('keys.open')}
      </Button>
      <Dialog
        open={props.shown}
        onClose={() => props.onShow(false)}
        title={t.el('keys.title')}
        actions={
          <Button look="main" onClick={() => props.onShow(false)}>
            {t.el('common:close')}
          </Button>
        }
      >
        <dl class="desk-keys__list">
          {KEYS.map(([what, keys]) => (
            <div key={what}>
              <dt>
                {keys.map((key, index) => (
                  <>
                    {index > 0 && ` ${t('keys.or')} `}
                    <kbd key={key}>{key}</kbd>
                  </>
                ))}
              </dt>
              <dd>{t.el(`keys.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <label class="desk-check">
          <input type="checkbox" checked={props.on} onChange={(event) => props.onSwitch(event.currentTarget.checked)} />
          <span>
            {t.el('keys.switch')}
            <span class="desk-quiet"> {t.el('keys.switchHint')}</span>
          </span>
        </label>
      </Dialog>
    </div>
  );
}
