import { render } from 'preact';
import { Gallery } from '../../src/gallery/gallery.tsx';
import { startLanguage } from '../../src/i18n/use-language.ts';
import '../../src/ui/styles/base.css';

/** The gallery alone, without the rest of the app round it. */
await startLanguage({ language: 'en', readingMode: 'standard' });
render(<Gallery />, document.body);
