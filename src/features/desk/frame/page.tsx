import type { ComponentChildren } from 'preact';

/** A room of the desk other than the inbox: one column under one heading. */
export function Page(props: { title: ComponentChildren; aside?: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="desk-page">
      <div class="desk-page__head">
        <h1 class="desk-title">{props.title}</h1>
        {props.aside}
      </div>
      {props.children}
    </div>
  );
}

export function PageSection(props: { title: ComponentChildren; children: ComponentChildren }) {
  return (
    <section class="desk-page__section">
      <h2 class="desk-page__subtitle">{props.title}</h2>
      {props.children}
    </section>
  );
}
