import type { Problem } from '../../domain/problems.ts';
import type { OpenDraft } from './use-open-draft.ts';

/** What both layouts of a capture are given. */
export interface CaptureLayoutProps {
  readonly kind: string;
  readonly open: OpenDraft;
  readonly problem: Problem | null;
  readonly finishing: boolean;
  readonly onFinish: () => void;
  readonly onLeave: () => void;
}
