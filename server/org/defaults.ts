import type { OrgSettings } from '../../src/domain/desk.ts';
import { OFTEN } from '../../src/places/load.ts';

/**
 * What a new organisation starts with. Every number is public, and none is confirmed: the safeguarding lead checks each
 * before the field. Periods are a proposal; the organisation's own schedule decides.
 */
export const DEFAULT_SETTINGS: Omit<OrgSettings, 'name' | 'confirmed'> = {
  languages: ['en', 'ar'],
  phones: [
    { id: 'emergency', label: 'Emergency: danger now', number: '999', confirmed: false },
    { id: 'police', label: 'Police, when it is not an emergency', number: '101', confirmed: false },
    { id: 'nspcc', label: 'NSPCC: worried about a child', number: '0808 800 5000', confirmed: false },
    { id: 'childline', label: 'Childline: for children and young people', number: '0800 1111', confirmed: false },
    { id: 'domestic-abuse', label: 'Domestic abuse helpline', number: '0808 2000 247', confirmed: false },
    { id: 'samaritans', label: 'Samaritans: somebody to talk to', number: '116 123', confirmed: false },
  ],
  keyHolder: '',
  retentionMonths: 24,
  voiceMonths: 12,
  releaseAfterDays: null,
  lockAfterSeconds: 120,
  loadLimit: OFTEN,
};
