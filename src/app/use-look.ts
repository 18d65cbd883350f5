import { useState } from 'preact/hooks';
import { setTheme } from '../ui/theme/theme.ts';
import { applyLook, keepDeviceSettings, readDeviceSettings, type DeviceSettings } from './device-settings.ts';

/** The size of the text, the light, and pictures or words alone, kept on this tablet. */
export function useLook(): {
  textSize: DeviceSettings['textSize'];
  pictures: DeviceSettings['pictures'];
  onTextSize: (size: DeviceSettings['textSize']) => void;
  onPictures: (pictures: DeviceSettings['pictures']) => void;
  onTheme: (theme: DeviceSettings['theme']) => void;
} {
  const [{ textSize, pictures }, show] = useState(readDeviceSettings);
  const change = (to: Partial<DeviceSettings>): void => {
    const settings = keepDeviceSettings(to);
    applyLook(settings);
    show(settings);
  };
  return {
    textSize,
    pictures,
    onTextSize: (size) => change({ textSize: size }),
    onPictures: (next) => change({ pictures: next }),
    onTheme: (theme) => {
      change({ theme });
      setTheme(theme);
    },
  };
}
