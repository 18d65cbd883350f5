import { useLanguage } from '../i18n/use-language.ts';
import { useTheme } from '../ui/theme/theme.ts';
import type { MapLook } from './map-props.ts';

/** How a map should look here: as the page does in bright sun, with few things for easy read. Brings no map along. */
export function useMapLook(): MapLook {
  const theme = useTheme();
  const { readingMode } = useLanguage();
  if (theme === 'outdoor') return 'sun';
  return readingMode === 'easy' ? 'easy' : 'day';
}
