import { readEnrolCode } from '../../domain/enrol-code.ts';

/** The code in the fragment of an enrolment link, or '' where there is none that can be one. */
export function codeOfFragment(fragment: string): string {
  const raw = fragment.replace(/^#/, '');
  let text = raw;
  try {
    text = decodeURIComponent(raw);
  } catch {
    return '';
  }
  return readEnrolCode(text) ?? '';
}
