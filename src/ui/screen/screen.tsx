import type { ComponentChildren, Ref, VNode } from 'preact';
import './screen.css';

/**
 * One screen: a bar on top, the main part, a bar at the bottom within the reach of a thumb. `audience` sets the sizes:
 * what the person being heard reads and touches is larger. `width`: `text` for one column, `wide` for lists and tables.
 */
export function Screen(props: {
  children: ComponentChildren;
  top?: ComponentChildren;
  bottom?: ComponentChildren;
  audience?: 'staff' | 'participant' | undefined;
  width?: 'text' | 'wide' | undefined;
  /** Name of the main part, where the heading in it does not name it. */
  label?: string | undefined;
  mainRef?: Ref<HTMLElement> | undefined;
}): VNode {
  return (
    <div class="screen" data-audience={props.audience ?? 'staff'}>
      {props.top}
      <main
        class={`screen__main screen__main--${props.width ?? 'text'}`}
        id="main"
        tabIndex={-1}
        aria-label={props.label}
        ref={props.mainRef ?? null}
      >
        {props.children}
      </main>
      {props.bottom}
    </div>
  );
}

/** Parts one under the other with even room between. */
export function Stack(props: { children: ComponentChildren; room?: 'small' | 'normal' | 'large' | undefined }): VNode {
  return <div class={`stack stack--${props.room ?? 'normal'}`}>{props.children}</div>;
}

/** Parts side by side that wrap when there is no room. */
export function Row(props: { children: ComponentChildren; spread?: boolean | undefined }): VNode {
  return <div class={`row${props.spread ? ' row--spread' : ''}`}>{props.children}</div>;
}
