import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

/**
 * A question that has to be answered before going on. A native modal dialog: the focus stays inside, Escape and the
 * device's Back call `onClose`, and the focus goes back to where it was. Say what happens; the buttons in `actions`
 * repeat it ("Throw it away", "Keep it"). The safe one comes first.
 */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: ComponentChildren;
  children?: ComponentChildren;
  actions: ComponentChildren;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    if (shown === null || shown.open === props.open) return;
    if (props.open) shown.showModal();
    else shown.close();
  }, [props.open]);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      {props.open && (
        <div class="dialog__sheet">
          <h2 class="dialog__title" id={`${id}-title`}>
            {props.title}
          </h2>
          {props.children !== undefined && <div class="dialog__words">{props.children}</div>}
          <div class="dialog__actions">{props.actions}</div>
        </div>
      )}
    </dialog>
  );
}
