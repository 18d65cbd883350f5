import { expect, test } from 'vitest';
import {
  createMemoryClips,
  createMemoryHeardVoices,
  createMemoryPlayer,
  createMemoryVoices,
} from '../../src/adapters/memory/memory-sounds.ts';
import type { Clip } from '../../src/domain/survey.ts';
import type { DeviceVoice } from '../../src/ports/sounds.ts';
import { createSoundDesk, type Say } from '../../src/sound/sound-desk.ts';

const ENGLISH: DeviceVoice = { id: 'en', name: 'en', language: 'en-GB', local: true };
const POLISH: DeviceVoice = { id: 'pl', name: 'pl', language: 'pl-PL', local: true };
const clip = (sign: string): Clip => ({ sha256: sign.repeat(64), mime: 'audio/webm', bytes: 3, durationMs: 900 });
const say = (id: string, over: Partial<Say> = {}): Say => ({ id, words: id, language: 'en', clip: null, ...over });
const settled = () => new Promise((resolve) => setTimeout(resolve));

async function setUp(voices: readonly DeviceVoice[] = [ENGLISH, POLISH]) {
  const bytes = new Blob(['abc']);
  const player = createMemoryPlayer();
  const speech = createMemoryVoices(voices);
  const heard = createMemoryHeardVoices();
  const desk = createSoundDesk({
    clips: createMemoryClips(new Map([[clip('a').sha256, bytes]])),
    player,
    voices: speech,
    heard,
  });
  await settled();
  return { desk, player, speech, heard, bytes };
}

test('a recorded clip comes first, and says what is being said until it ends', async () => {
  const { desk, player, speech, bytes } = await setUp();
  expect(desk.sourceFor('en', clip('a'))).toBe('clip');
  desk.say(say('ask', { clip: clip('a') }));
  expect(player.woken()).toBe(1);
  await settled();
  expect(player.heard.map(({ what }) => what)).toEqual([bytes]);
  expect(desk.state()).toMatchObject({ saying: 'ask', with: 'clip' });
  player.heard[0]?.end('finished');
  await settled();
  expect(desk.state()).toMatchObject({ saying: null, silent: null });
  expect(speech.heard).toEqual([]);
});

test('a clip that this tablet does not hold gives way to a voice that may speak, and never to one that may not', async () => {
  const { desk, speech } = await setUp();
  desk.say(say('ask', { clip: clip('b') }));
  await settled();
  expect(speech.heard.map(({ voice }) => voice)).toEqual(['en']);
  expect(desk.state()).toMatchObject({ saying: 'ask', with: 'machine' });
  desk.say(say('pytanie', { language: 'pl', clip: clip('b') }));
  await settled();
  expect(speech.heard).toHaveLength(1);
  expect(desk.state()).toMatchObject({ saying: null, silent: 'pytanie' });
  expect(desk.sourceFor('pl', clip('b'))).toBe('none');
});

test('a clip that does not play is treated as not there', async () => {
  const { desk, player, speech } = await setUp();
  desk.say(say('ask', { clip: clip('a') }));
  await settled();
  player.heard[0]?.end('failed');
  await settled();
  expect(speech.heard.map(({ what }) => what)).toEqual(['ask']);
  expect(desk.sourceFor('en', clip('a'))).toBe('machine');
});

test('a page that nobody touched yet stays silent, and the clip is there for the next touch', async () => {
  const { desk, player, speech } = await setUp();
  desk.say([say('ask', { clip: clip('a') })]);
  await settled();
  player.heard[0]?.end('untouched');
  await settled();
  expect(speech.heard).toEqual([]);
  expect(desk.state()).toMatchObject({ saying: null, silent: null });
  expect(desk.sourceFor('en', clip('a'))).toBe('clip');
});

test('a voice heard on this tablet speaks its language, from then on', async () => {
  const { desk, speech, heard } = await setUp();
  expect(desk.sourceFor('pl', null)).toBe('none');
  heard.put('pl-Latn', 'pl');
  expect(desk.sourceFor('pl', null)).toBe('machine');
  desk.say(say('pytanie', { language: 'pl' }));
  await settled();
  expect(speech.heard.map(({ voice }) => voice)).toEqual(['pl']);
  speech.become([ENGLISH]);
  await settled();
  expect(desk.sourceFor('pl', null)).toBe('none');
});

test('one thing at a time: the next silences the one before, and stop silences all', async () => {
  const { desk, speech } = await setUp();
  desk.say(say('one'));
  await settled();
  desk.say(say('two'));
  await settled();
  expect(speech.heard.map(({ what, over }) => [what, over()])).toEqual([
    ['one', true],
    ['two', false],
  ]);
  desk.stop();
  expect(speech.heard[1]?.over()).toBe(true);
  await settled();
  expect(desk.state()).toMatchObject({ saying: null, silent: null });
});

test('several are said one after the other; what cannot be heard is passed over and told', async () => {
  const { desk, speech } = await setUp();
  desk.say([say('ask'), say('odpowiedz', { language: 'pl' }), say('yes')]);
  await settled();
  expect(desk.state().saying).toBe('ask');
  speech.heard[0]?.end('finished');
  await settled();
  expect(desk.state().saying).toBe('yes');
  speech.heard[1]?.end('finished');
  await settled();
  expect(speech.heard.map(({ what }) => what)).toEqual(['ask', 'yes']);
  expect(desk.state()).toMatchObject({ saying: null, silent: 'odpowiedz' });
});

test('stopping in the middle of several ends all of them', async () => {
  const { desk, speech } = await setUp();
  desk.say([say('ask'), say('yes')]);
  await settled();
  desk.stop();
  await settled();
  expect(speech.heard.map(({ what }) => what)).toEqual(['ask']);
});

test('slower and louder hold for what is being said and for what comes, and come round again', async () => {
  const { desk, player } = await setUp();
  desk.say(say('ask', { clip: clip('a') }));
  await settled();
  desk.slower();
  desk.louder();
  expect(player.heard[0]?.manner).toEqual({ pace: 0.8, gain: 1.8 });
  desk.repeat();
  await settled();
  expect(player.heard).toHaveLength(2);
  expect(player.heard[0]?.over()).toBe(true);
  expect(player.heard[1]?.manner).toEqual({ pace: 0.8, gain: 1.8 });
  desk.slower();
  desk.slower();
  desk.louder();
  desk.louder();
  expect(desk.state().manner).toEqual({ pace: 1, gain: 1 });
});

test('words without any letters are not spoken, and a voice on the internet is never asked', async () => {
  const { desk, speech } = await setUp([{ ...ENGLISH, local: false }]);
  desk.say(say('ask'));
  desk.say(say('empty', { words: ' ' }));
  await settled();
  expect(speech.heard).toEqual([]);
  expect(desk.state().silent).toBe('empty');
});
