import { describe, expect, test } from 'vitest';
import { createMemoryHeardVoices } from '../../src/adapters/memory/memory-sounds.ts';
import type { DeviceVoice } from '../../src/ports/sounds.ts';
import { listedVoices, provenVoice, spokenAs } from '../../src/sound/which-voice.ts';

const voice = (language: string, local = true, id = language): DeviceVoice => ({ id, name: id, language, local });

test('languages are told apart by their letters too, and countries are not', () => {
  expect(spokenAs('pa-Guru')).not.toBe(spokenAs('pa-Arab'));
  expect(spokenAs('pa-IN')).toBe(spokenAs('pa-Guru'));
  expect(spokenAs('pa-PK')).toBe(spokenAs('pa-Arab'));
  expect(spokenAs('zh-CN')).toBe(spokenAs('zh-Hans'));
  expect(spokenAs('zh-TW')).toBe(spokenAs('zh-Hant'));
  expect(spokenAs('ku')).not.toBe(spokenAs('ckb'));
  expect(spokenAs('pt-BR')).toBe(spokenAs('pt-PT'));
  expect(spokenAs('not a tag')).toBeNull();
});

test('only voices on the device are listed, the same country first', () => {
  const voices = [voice('en-US'), voice('en-GB'), voice('pl-PL', false), voice('en-AU', false)];
  expect(listedVoices('en-GB', voices).map(({ id }) => id)).toEqual(['en-GB', 'en-US']);
  expect(listedVoices('pl', voices)).toEqual([]);
});

describe('a voice that is listed and speaks English, as on Android', () => {
  const voices = [voice('pl-PL'), voice('en-US')];

  test('never speaks until somebody heard it speak the language', () => {
    const heard = createMemoryHeardVoices();
    expect(provenVoice('pl', voices, heard)).toBeNull();
    heard.put(spokenAs('pl') ?? '', 'pl-PL');
    expect(provenVoice('pl', voices, heard)?.id).toBe('pl-PL');
    expect(provenVoice('pl-PL', voices, heard)?.id).toBe('pl-PL');
  });

  test('never speaks again once somebody heard something else', () => {
    const heard = createMemoryHeardVoices();
    heard.put(spokenAs('pl') ?? '', 'none');
    expect(provenVoice('pl', voices, heard)).toBeNull();
  });

  test('is silent when the voice that was heard is gone, though another is listed', () => {
    const heard = createMemoryHeardVoices();
    heard.put(spokenAs('pl') ?? '', 'pl-PL');
    expect(provenVoice('pl', [voice('pl-PL', true, 'another')], heard)).toBeNull();
  });

  test('lends no other language its voice: not English, not the other letters of the same language', () => {
    const heard = createMemoryHeardVoices();
    for (const one of ['en-US', 'pl-PL', 'pa-IN']) heard.put(spokenAs(one) ?? '', one);
    for (const asked of ['so', 'ar', 'pa-Arab', 'ku']) {
      expect(provenVoice(asked, [...voices, voice('pa-IN')], heard), asked).toBeNull();
    }
  });
});

test('English needs no ear, and heeds one', () => {
  const heard = createMemoryHeardVoices();
  const voices = [voice('en-US', false), voice('en-IN')];
  expect(provenVoice('en-GB', voices, heard)?.id).toBe('en-IN');
  heard.put(spokenAs('en') ?? '', 'none');
  expect(provenVoice('en', voices, heard)).toBeNull();
  expect(provenVoice('en', [voice('en-US', false)], createMemoryHeardVoices())).toBeNull();
});
