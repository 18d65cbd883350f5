import type { Locator, Page } from 'playwright-core';
import { PILES, sortPiles } from '../../../src/questions/sort-piles/schema.ts';
import type { Survey, SurveyQuestion } from '../../../src/domain/survey.ts';
import { atRest } from '../at-rest.ts';
import type { Hands } from './hands.ts';
import type { Say } from './plans.ts';
import { axeFaults, screenFaults } from './screen-faults.ts';
import { plain, wordsOf, type Reader, type Words } from './words.ts';

/** An answer as the record must hold it. */
export interface Expected {
  readonly outcome: 'answered' | 'not-sure' | 'skipped';
  readonly value: unknown;
  readonly language: string;
  readonly readingMode: 'standard' | 'easy';
}

const SPEAKS_MS = 1800;
const SEEN_MS = 60_000;

/**
 * One person on the screens of one survey: goes where they want to go by the hands they have, knows what each screen
 * must say, and looks at every one of them.
 */
export class Walk {
  /** What is wrong with the screens so far. */
  readonly faults: string[] = [];
  /** What was said, by question. */
  readonly said = new Map<string, Expected>();
  page: Page;
  hands: Hands;
  reader: Reader;
  readonly survey: Survey;
  readonly axe: boolean;
  private looked = new Set<string>();

  constructor(parts: { page: Page; hands: Hands; reader: Reader; survey: Survey; axe: boolean }) {
    this.page = parts.page;
    this.hands = parts.hands;
    this.reader = parts.reader;
    this.survey = parts.survey;
    this.axe = parts.axe;
  }

  words(namespace: string, key: string): Words {
    return wordsOf(this.reader, namespace, key);
  }

  askedIn(code: string): Words {
    if (this.question(code) === undefined) return this.words('common-questions', `${code}.ask`);
    return this.words(`survey-${this.survey.surveyId}`, `${code}.ask`);
  }

  question(code: string): SurveyQuestion | undefined {
    return this.survey.questions.find((question) => question.code === code);
  }

  bar(name: 'notSure' | 'skip' | 'stop' | 'back' | 'listen' | 'next'): Locator {
    return this.page.locator(`.player-bar__button--${name}`);
  }

  async take(target: Locator): Promise<void> {
    await this.hands.take(target);
  }

  async next(): Promise<void> {
    await this.take(this.bar('next'));
  }

  /** Waits until this heading stands there, and looks at the screen. */
  async see(heading: Words, name: string): Promise<void> {
    const says = plain(heading.words);
    await this.page
      .waitForFunction(
        (says) =>
          (document.querySelector('h1')?.textContent ?? '')
            .replaceAll(/[\u2066-\u2069\u200E\u200F]/g, '')
            .replaceAll(/\s+/g, ' ')
            .trim()
            .startsWith(says),
        says,
        { timeout: SEEN_MS },
      )
      .catch(async () => {
        throw new Error(`${name}: waited for "${says}", and there stands: ${await this.glass()}`);
      });
    await this.look(name, heading);
  }

  /** Looks at the screen as it is. Once for each name. */
  async look(name: string, heading: Words | null): Promise<void> {
    if (this.looked.has(name)) return;
    this.looked.add(name);
    await this.page.evaluate(() => document.fonts.ready);
    await atRest(this.page);
    const found = await screenFaults(this.page, heading, this.reader.language);
    if (this.axe) found.push(...(await axeFaults(this.page)));
    this.faults.push(...found.map((fault) => `${name}: ${fault}`));
  }

  async glass(): Promise<string> {
    return plain(await this.page.locator('body').innerText()).slice(0, 400);
  }

  async language(): Promise<void> {
    await this.take(this.page.locator(`.tongue:has(bdi[lang="${this.reader.language}"]) .tongue__name`));
  }

  /** From the tiles of languages to the practice question. */
  async begin(): Promise<void> {
    await this.language();
    await this.see(this.words('player', 'how.question'), 'how');
    await this.take(this.page.locator('.tiles--big .tile').nth(this.reader.layer === 'easy' ? 2 : 1));
    await this.see(this.words(`survey-${this.survey.surveyId}`, 'title'), 'purpose');
    await this.next();
    await this.consent('talk', 'yes');
    await this.consent('use', 'yes');
    await this.see(this.words('player', 'who.whoQuestion'), 'who');
    await this.take(this.page.locator('.tiles .tile').first());
    await this.see(this.words('common-questions', 'practice.ask'), 'practice');
    await this.take(this.page.locator('.player__answer input[value="yes"]'));
    await this.next();
  }

  async consent(layer: string, answer: 'yes' | 'no'): Promise<void> {
    await this.see(this.words('consent', `layers.${layer}.question`), `consent ${layer}`);
    const tile = this.page.locator('.tiles--two .tile').nth(answer === 'yes' ? 0 : 1);
    if ((await tile.getAttribute('aria-pressed')) !== 'true') await this.take(tile);
    await this.next();
  }

  /** Says it on the screen that is there, and does not go on. */
  async say(code: string, say: Say): Promise<void> {
    const value = typeof say === 'string' ? null : await this.touch(code, say);
    if (typeof say === 'string' && say === 'on') return;
    this.said.set(code, {
      outcome: typeof say === 'string' ? (say as 'not-sure' | 'skipped') : 'answered',
      value,
      language: this.reader.language,
      readingMode: this.reader.layer,
    });
  }

  async answer(code: string, say: Say): Promise<void> {
    await this.see(this.askedIn(code), code);
    await this.page.locator('.player__answer > *').first().waitFor();
    await this.say(code, say);
    await this.goOn(say);
  }

  async goOn(say: Say): Promise<void> {
    await this.take(this.bar(say === 'not-sure' ? 'notSure' : say === 'skipped' ? 'skip' : 'next'));
  }

  private async touch(code: string, say: Exclude<Say, string>): Promise<unknown> {
    const card = (value: string): Locator => this.page.locator(`.player__answer input[value="${value}"]`);
    const isWords = this.question(code)?.type === 'short-words';
    if ('one' in say) {
      await this.take(card(say.one));
      return { code: say.one };
    }
    if ('piles' in say) return { sorted: await this.sort(code, say.piles) };
    for (const choice of 'some' in say ? (say.some ?? []) : []) await this.take(card(choice));
    if (!isWords && 'some' in say) return { codes: say.some };
    if ('words' in say) await this.write(say.words);
    const media = 'voice' in say ? await this.speak() : [];
    return { words: 'words' in say ? say.words : '', codes: 'some' in say ? (say.some ?? []) : [], media };
  }

  private async write(words: string): Promise<void> {
    const box = this.page.locator('.player__answer textarea');
    const open = this.words('question-short-words', 'writeInstead').words;
    await this.take(this.page.getByRole('button', { name: open, exact: true }));
    await box.waitFor();
    await this.look('writing', null);
    await this.take(box);
    await this.page.keyboard.type(words);
  }

  /** Asked first, recorded, ended. Its id is not known here. */
  private async speak(): Promise<unknown> {
    const named = (namespace: string, key: string): Locator =>
      this.page.getByRole('button', { name: this.words(namespace, key).words, exact: true });
    await this.take(named('answer', 'media.speak'));
    await this.page.locator('.consent-question').waitFor();
    await this.look('may we record', null);
    await this.take(this.page.locator('.consent-question input').first());
    // "Stop" in the bar stops the survey; this one says what it stops.
    const stop = this.page.locator('.voice-note').getByRole('button', {
      name: this.words('capture', 'media.stop').words,
      exact: true,
    });
    await stop.waitFor();
    await this.page.waitForTimeout(SPEAKS_MS);
    await this.look('recording', null);
    await this.take(stop);
    await this.page.locator('.player__answer audio').waitFor();
    await this.look('recorded', null);
    return 'one';
  }

  /** Cards into piles, by the words on each: their order is another one for each person. */
  private async sort(code: string, piles: readonly string[]): Promise<Record<string, string>> {
    const { cards } = sortPiles.settings.parse(this.question(code)?.settings);
    const codeOf = new Map(
      cards.map((card) => [
        plain(this.words(`survey-${this.survey.surveyId}`, `${code}.o.${card.code}`).words),
        card.code,
      ]),
    );
    const sorted: Record<string, string> = {};
    let before = '';
    for (const pile of piles) {
      const shown = this.page.locator('.one-by-one__words');
      await this.page.waitForFunction(
        (before) => (document.querySelector('.one-by-one__words')?.textContent ?? before) !== before,
        before,
        { timeout: SEEN_MS },
      );
      before = (await shown.textContent()) ?? '';
      const row = codeOf.get(plain(before));
      if (row === undefined) throw new Error(`nobody wrote the card "${before}"`);
      await this.take(
        this.page.locator('.one-by-one .picture-choice').nth(PILES.findIndex((one) => one.code === pile)),
      );
      sorted[row] = pile;
    }
    await this.page.locator('.one-by-one__overview').waitFor();
    await this.look('sorted', null);
    return sorted;
  }

  /** Chooses another language and comes back to this one: the screen stays, and so does what was chosen. */
  async lookInto(reader: Reader, code: string, chosen: string): Promise<void> {
    const own = this.reader;
    for (const to of [reader, own]) {
      await this.take(this.page.locator('.player__globe'));
      await this.see(this.words('player', 'languageQuestion'), `languages over ${this.reader.language}`);
      this.reader = { language: to.language, layer: own.layer };
      await this.language();
      await this.see(this.askedIn(code), `${code} in ${to.language}`);
      const still = this.page.locator(`.player__answer input[value="${chosen}"]`);
      await still.waitFor({ state: 'attached' });
      await atRest(this.page);
      if (!(await still.isChecked())) this.faults.push(`${code}: the answer was lost in ${to.language}`);
    }
    this.reader = own;
  }

  /** From the two questions about the asking to thanks. */
  async end(parts: { recorded: boolean; changes: { code: string; to: string } | undefined; aboutYou: boolean }) {
    await this.answer('E1', { one: 'good' });
    await this.answer('E2', { one: 'bit' });
    const title = this.words('player', 'check.title');
    await this.see(title, 'check');
    if (parts.changes !== undefined) {
      const { code, to } = parts.changes;
      const at = this.survey.questions.findIndex((question) => question.code === code);
      await this.take(this.page.locator('.check').nth(at));
      await this.answer(code, { one: to });
      await this.see(title, 'check again');
    }
    await this.next();
    await this.consent('share', 'yes');
    if (parts.recorded) await this.consent('voice', 'yes');
    await this.consent('hear-back', 'no');
    await this.see(this.words('player', 'about.question'), 'about you');
    if (parts.aboutYou) {
      await this.take(this.page.locator('.tiles--two .tile').first());
      await this.answer('about-age', 'skipped');
      for (const code of ['about-sex', 'about-ethnic', 'about-carer']) await this.answer(code, 'skipped');
      await this.answer('about-condition', { one: 'yes' });
      await this.answer('about-limit', { one: 'not-said' });
    } else await this.take(this.page.locator('.tiles--two .tile').nth(1));
    await this.see(this.words('player', 'done.title'), 'done');
    await this.next();
    await this.page.locator('.receipt').waitFor();
    await atRest(this.page);
    const down = await this.page.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
    if (down > 0) this.faults.push(`receipt: it comes up pushed ${down} px away`);
    // With one switch the glass goes with the ring, down to the ways on.
    await this.look('receipt', this.hands.name === 'switch' ? null : this.words('answer', 'end.title'));
  }
}
