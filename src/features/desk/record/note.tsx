import { useEffect, useState } from 'preact/hooks';
import type { InboxDetail } from '../../../domain/desk.ts';
import { Bdi } from '../../../i18n/isolate.tsx';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { TextArea } from '../../../ui/text-field/text-area.tsx';
import { useDesk } from '../desk-context.ts';
import type { OpenItem, OpenItemState } from './open-item.ts';

/**
 * The staff note. What is typed stays in the page's memory until the server has it: through walking away, a session
 * that ends, and a server that does not answer. Two people's notes are shown side by side and one of them chooses.
 */
export function StaffNote({ open, state, detail }: { open: OpenItem; state: OpenItemState; detail: InboxDetail }) {
  const t = useText('desk-record');
  const { me, notes } = useDesk();
  const { entityId } = open;
  const [typed, setTyped] = useState<string | null>(() => notes.get(me.actorId, entityId));
  const [saved, setSaved] = useState(false);
  const text = typed ?? detail.note;
  const changed = text !== detail.note;

  useEffect(() => {
    notes.set(me.actorId, entityId, changed ? text : null);
  }, [notes, me.actorId, entityId, text, changed]);

  async function save(note: string): Promise<void> {
    if (!(await open.change({ note }))) return;
    if (notes.get(me.actorId, entityId) === note) notes.set(me.actorId, entityId, null);
    setTyped((now) => (now === null || now === note ? null : now));
    setSaved(true);
  }

  if (state.conflict !== null) {
    const theirs = state.conflict.note;
    return (
      <section class="desk-conflict" aria-label={t('note.conflictTitle')}>
        <LiveRegion urgent>{t('note.conflictTitle')}</LiveRegion>
        <h4>{t.el('note.conflictTitle')}</h4>
        <p>{t.el('note.conflictWhat')}</p>
        <div class="desk-conflict__both">
          <Version title={t('note.theirs')} text={theirs}>
            <Button
              onClick={() => {
                setTyped(null);
                open.settle();
              }}
            >
              {t.el('note.keepTheirs')}
            </Button>
          </Version>
          <Version title={t('note.mine')} text={text}>
            <Button onClick={() => resolve(text)}>{t.el('note.keepMine')}</Button>
          </Version>
        </div>
        <Button look="main" onClick={() => resolve(`${theirs}\n\n${text}`)}>
          {t.el('note.keepBoth')}
        </Button>
      </section>
    );
  }

  /** Written on what the other person left, so that it cannot be refused for the same reason again. */
  function resolve(note: string): void {
    setTyped(note);
    open.settle();
    void save(note);
  }

  return (
    <form
      class="desk-note"
      onSubmit={(event) => {
        event.preventDefault();
        void save(text);
      }}
    >
      <TextArea
        label={t('note.label')}
        hint={t('note.hint')}
        value={text}
        rows={3}
        maxLength={4000}
        onChange={(next) => {
          setSaved(false);
          setTyped(next);
        }}
      />
      <div class="desk-note__end">
        {changed && (
          <>
            <Button type="submit" look="main" busy={state.saving}>
              {t.el('note.save')}
            </Button>
            <Button look="quiet" onClick={() => setTyped(null)}>
              {t.el('note.undoChanges')}
            </Button>
          </>
        )}
        <LiveRegion visible>{changed ? t('note.unsaved') : saved ? t('note.saved') : ''}</LiveRegion>
      </div>
    </form>
  );
}

function Version(props: { title: string; text: string; children: preact.ComponentChildren }) {
  return (
    <div class="desk-conflict__one">
      <h5>{props.title}</h5>
      <p class="desk-conflict__text">
        <Bdi>{props.text}</Bdi>
      </p>
      {props.children}
    </div>
  );
}
