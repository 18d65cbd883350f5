export type HowToInstall = 'installed' | 'offered' | 'ipad' | 'safari' | 'none';

/** What to say about installing, from what the browser tells of itself. An iPad calls itself a Mac with a touch screen. */
export function howToInstall(here: {
  standalone: boolean;
  offered: boolean;
  userAgent: string;
  touchPoints: number;
}): HowToInstall {
  if (here.standalone) return 'installed';
  if (here.offered) return 'offered';
  const safari = /Safari\//.test(here.userAgent) && !/Chrome|Chromium|CriOS|FxiOS|Edg|Android/.test(here.userAgent);
  const apple = /iPad|iPhone/.test(here.userAgent) || (/Macintosh/.test(here.userAgent) && here.touchPoints > 1);
  if (apple) return 'ipad';
  return safari ? 'safari' : 'none';
}
