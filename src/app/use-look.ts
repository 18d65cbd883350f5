import { useState } from 'preact/hooks';
import { setTheme } from '../ui/theme/theme.ts';
import { applyTextSize, keepDeviceSettings, readDeviceSettings, type DeviceSettings } from './device-settings.ts';

/** The size of the text and the light, kept on this tablet. */
export function useLook(): {
  textSize: DeviceSettings['textSize'];
  onTextSize: (size: DeviceSettings['textSize']) => void;
  onTheme: (theme: DeviceSettings['theme']) => void;
} {
  const [textSize, show] = useState(() => readDeviceSettings().textSize);
  return {
    textSize,
    onTextSize: (size) => {
      keepDeviceSettings({ textSize: size });
      applyTextSize(size);
      show(size);
    },
    onTheme: (theme) => {
      keepDeviceSettings({ theme });
      setTheme(theme);
    },
  };
}
