import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';

/** Addresses of the team's own pictures as they lie on this tablet: null until one is read, and where it is not here. */
export function usePictures(): (sha256: string) => string | null {
  const { surveyPictures } = useServices();
  const [urls, show] = useState<ReadonlyMap<string, string>>(new Map());
  const [asked] = useState(() => new Map<string, string | null>());
  useEffect(
    () => () => {
      for (const url of asked.values()) if (url !== null) URL.revokeObjectURL(url);
      asked.clear();
    },
    [asked],
  );
  const open = async (sha256: string): Promise<void> => {
    const blob = await surveyPictures.get(sha256);
    if (blob === null || !asked.has(sha256)) return;
    const url = URL.createObjectURL(blob);
    asked.set(sha256, url);
    show((before) => new Map(before).set(sha256, url));
  };
  return (sha256) => {
    if (!asked.has(sha256)) {
      asked.set(sha256, null);
      void open(sha256);
    }
    return urls.get(sha256) ?? null;
  };
}
