/** The browser's own offer to install, kept until a person asks for it. */
export interface InstallOffer {
  prompt(): Promise<unknown>;
}

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

/** Called once at start: the browser makes its offer early, before any screen asks. */
export function catchInstallOffer(target: EventTarget): void {
  const tell = () => {
    for (const listener of listeners) listener();
  };
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as Event & InstallOffer;
    tell();
  });
  target.addEventListener('appinstalled', () => {
    offer = null;
    tell();
  });
}

export function currentOffer(): InstallOffer | null {
  return offer;
}

export function onInstallOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
