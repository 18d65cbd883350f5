import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeLanguage, loadTexts } from '../../src/i18n/catalogue.ts';
import { specimens as talks } from '../../src/kinds/conversation/specimens.ts';
import { Summary as ConversationSummary } from '../../src/kinds/conversation/summary.tsx';
import { KINDS } from '../../src/kinds/registry.ts';
import { loadSummary } from '../../src/kinds/views.ts';

beforeEach(async () => {
  await changeLanguage('en', 'standard');
  await loadTexts(['lists', 'common', ...Object.keys(KINDS).map((kind) => `kind-${kind}`)]);
});
afterEach(cleanup);

const specimensOf = import.meta.glob<{ specimens: Record<string, unknown> }>('../../src/kinds/*/specimens.ts');

describe.each(Object.keys(KINDS))('the summary of %s', (kind) => {
  test.each(['en', 'ar'])('shows every specimen with words for every code (%s)', async (language) => {
    await changeLanguage(language, 'standard');
    const Summary = await loadSummary(kind);
    const load = specimensOf[`../../src/kinds/${kind}/specimens.ts`];
    if (Summary === null || load === undefined) throw new Error('there is no summary');
    for (const [name, body] of Object.entries((await load()).specimens)) {
      const { container } = render(<Summary body={body} />);
      const shown = container.textContent;
      expect(shown, name).not.toBe('');
      expect(shown, name).not.toContain('{{');
      cleanup();
    }
  });
});

test('own words carry the language and direction they were said in; the gist stands apart', () => {
  const body = talks['otherLanguage'];
  if (body === undefined) throw new Error('the specimen is gone');
  render(<ConversationSummary body={body} />);
  const said = screen.getByText(body.said);
  expect(said.getAttribute('lang')).toBe('ar');
  expect(said.getAttribute('dir')).toBe('rtl');
  const gist = screen.getByText(body.gist);
  expect(gist.closest('section')).not.toBe(said.closest('section'));
  expect(gist.getAttribute('lang')).toBeNull();
});

test('nothing is written about a person who gave no permission', () => {
  const { short } = talks;
  if (short === undefined) throw new Error('the specimen is gone');
  render(<ConversationSummary body={short} />);
  expect(screen.queryByText('About the person')).toBeNull();
});
