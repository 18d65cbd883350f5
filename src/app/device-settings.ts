import * as z from 'zod/mini';

/** How this tablet looks and speaks. Nothing about anybody: it may lie in the open. */
const deviceSettings = z.object({
  language: z.string().check(z.maxLength(35)),
  readingMode: z.enum(['standard', 'easy']),
  theme: z.enum(['day', 'outdoor']),
  textSize: z.enum(['normal', 'large', 'largest']),
  pictures: z.enum(['on', 'off']),
});
export type DeviceSettings = z.output<typeof deviceSettings>;
type KeyValues = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'said-and-done.settings';
const FIRST: DeviceSettings = {
  language: 'en',
  readingMode: 'standard',
  theme: 'day',
  textSize: 'normal',
  pictures: 'on',
};

/** Merely asking for localStorage throws where the browser shuts it off. */
function browserStorage(): KeyValues | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** What was chosen here before, or the first settings. Never throws: storage may be shut off or hold nonsense. */
export function readDeviceSettings(storage: KeyValues | null = browserStorage()): DeviceSettings {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    const read = z.safeParse(deviceSettings, { ...FIRST, ...(typeof kept === 'object' ? kept : {}) });
    return read.success ? read.data : FIRST;
  } catch {
    return FIRST;
  }
}

/** Keeps a change and gives the whole. Where storage is shut off, the change lasts as long as the page. */
export function keepDeviceSettings(
  change: Partial<DeviceSettings>,
  storage: KeyValues | null = browserStorage(),
): DeviceSettings {
  const next = { ...readDeviceSettings(storage), ...change };
  try {
    storage?.setItem(KEY, JSON.stringify(next));
  } catch {
    // It still holds for this page.
  }
  return next;
}

/** The page itself carries them, so that they hold from the first painted frame. */
export function applyLook({ textSize, pictures }: DeviceSettings): void {
  Object.assign(document.documentElement.dataset, { textSize, pictures });
}
