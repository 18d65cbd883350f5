import type { Role } from '../../../domain/roles.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';

const ROLES = ['champion', 'volunteer', 'staff', 'lead', 'admin'] as const satisfies readonly Role[];

/** Whether this role signs in to the desk, and so needs a sign-in name and a password. */
export const worksAtDesk = (role: Role): boolean => role !== 'champion' && role !== 'volunteer';

/** `tabletOnly`: somebody without a sign-in name cannot take a role at the desk. */
export function RoleChoice(props: { value: Role; onChange: (role: Role) => void; tabletOnly?: boolean }) {
  const t = useText('desk-people');
  return (
    <ChoiceList
      label={t.el('role')}
      choices={ROLES.filter((role) => props.tabletOnly !== true || !worksAtDesk(role)).map((role) => ({
        value: role,
        label: t.el(`desk-frame:roles.${role}`),
        detail: t.el(`roles.${role}`),
      }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
