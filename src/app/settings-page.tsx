import type { VNode } from 'preact';
import { SettingsScreen } from '../features/tablet-settings/settings-screen.tsx';
import { useLook } from './use-look.ts';

/** The settings with how this tablet looks: home does without either. */
export const SettingsPage = (props: { version: string }): VNode => (
  <SettingsScreen version={props.version} {...useLook()} />
);
