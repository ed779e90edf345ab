import type { RoleSummary } from '@/state/check/roleReports';
import { CompactSelect } from '@/ui/CompactSelect';
import { nameOfRole } from './roleNames';

interface RoleSelectProps {
  readonly roles: readonly RoleSummary[];
  readonly shown: string | undefined;
  readonly onShow: (key: string) => void;
}

/** Options of the select; with thousands, it would take a second to open. */
const mostOptions = 500;

const countOf = ({ findings }: RoleSummary) =>
  findings.error + findings.securityWarning + findings.warning + findings.suggestion;

/** A select for the role, on screens without room for the list. */
export function RoleSelect({ roles, shown, onShow }: RoleSelectProps) {
  const at = Math.max(
    0,
    roles.findIndex(({ key }) => key === shown),
  );
  const from = Math.max(0, Math.min(at - mostOptions / 2, roles.length - mostOptions));
  return (
    <CompactSelect
      label="Role"
      value={roles[at]?.key ?? ''}
      onChange={onShow}
      options={roles.slice(from, from + mostOptions).map((role) => ({
        value: role.key,
        label: `${nameOfRole(role)} (${countOf(role)})`,
      }))}
    />
  );
}
