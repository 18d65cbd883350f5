import { describe, expect, test } from 'vitest';
import { keepDeviceSettings, readDeviceSettings } from '../../src/app/device-settings.ts';

function storage(first: string | null = null) {
  let kept = first;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
}

describe('the settings of this tablet', () => {
  test('begin in plain English, indoors', () => {
    expect(readDeviceSettings(storage())).toEqual({
      language: 'en',
      readingMode: 'standard',
      theme: 'day',
      textSize: 'normal',
      pictures: 'on',
    });
  });

  test('a change is kept with the rest', () => {
    const place = storage();
    keepDeviceSettings({ language: 'ar' }, place);
    keepDeviceSettings({ textSize: 'largest' }, place);
    expect(readDeviceSettings(place)).toMatchObject({ language: 'ar', textSize: 'largest', theme: 'day' });
  });

  test('what was kept before there was a setting stays as it was', () => {
    const before = '{"language":"pl","readingMode":"easy","theme":"outdoor","textSize":"large"}';
    expect(readDeviceSettings(storage(before))).toMatchObject({ language: 'pl', theme: 'outdoor', pictures: 'on' });
  });

  test.each(['{', 'null', '[]', '{"theme":"disco"}', '{"language":7}'])(
    'nonsense (%s) is as if nothing were kept',
    (text) => {
      expect(readDeviceSettings(storage(text)).theme).toBe('day');
    },
  );

  test('a storage that is shut off stops nothing', () => {
    const shut = {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    };
    expect(keepDeviceSettings({ language: 'ar' }, shut).language).toBe('ar');
    expect(readDeviceSettings(null).language).toBe('en');
  });
});
