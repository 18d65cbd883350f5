/**
 * Keeps the title of the page the same as its heading, and moves the focus to the main part after each change of screen,
 * unless the screen took it itself. Screens come lazily, so this watches the page rather than the address.
 */
export function watchPage(root: HTMLElement, appName: () => string): void {
  let path = location.pathname;
  let focusDue = false;
  const look = () => {
    const heading = root.querySelector('h1')?.textContent?.trim() ?? '';
    const title = heading === '' ? appName() : `${heading} · ${appName()}`;
    if (document.title !== title) document.title = title;
    if (location.pathname !== path) {
      path = location.pathname;
      focusDue = true;
    }
    const main = root.querySelector<HTMLElement>('#main');
    if (!focusDue || main === null) return;
    focusDue = false;
    if (document.activeElement === null || document.activeElement === document.body)
      main.focus({ preventScroll: true });
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
  look();
}
