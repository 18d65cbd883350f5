import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyLook, readDeviceSettings } from '../../src/app/device-settings.ts';
import { useLook } from '../../src/app/use-look.ts';
import { arePicturesOn } from '../../src/ui/pictures/pictures-on.ts';

const page = (): DOMStringMap => document.documentElement.dataset;
beforeEach(() => {
  localStorage.clear();
  applyLook(readDeviceSettings());
});
afterEach(cleanup);

test('pictures are on until somebody switches them off, and stay off when the tablet is opened again', () => {
  expect(arePicturesOn()).toBe(true);
  const { result } = renderHook(() => useLook());
  act(() => result.current.onPictures('off'));
  expect([result.current.pictures, arePicturesOn()]).toEqual(['off', false]);
  delete page()['pictures'];
  applyLook(readDeviceSettings());
  expect(arePicturesOn()).toBe(false);
  act(() => result.current.onPictures('on'));
  expect([result.current.pictures, arePicturesOn()]).toEqual(['on', true]);
});

test('one setting leaves the others as they are', () => {
  const { result } = renderHook(() => useLook());
  act(() => result.current.onPictures('off'));
  act(() => result.current.onTextSize('largest'));
  act(() => result.current.onTheme('outdoor'));
  expect(page()).toMatchObject({ pictures: 'off', textSize: 'largest', theme: 'outdoor' });
  expect(readDeviceSettings()).toMatchObject({ pictures: 'off', textSize: 'largest', theme: 'outdoor' });
});
