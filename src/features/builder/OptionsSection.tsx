import { useWatch } from 'react-hook-form';
import { styled } from '@mui/material/styles';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/request';
import { Disclosure } from '@/ui/Disclosure';
import { ApiOptions } from './ApiOptions';
import { RoleOptions } from './RoleOptions';
import { SharedOptions } from './SharedOptions';
import { useRoleForm } from './roleForm';
import { WebOptions } from './WebOptions';

const Fields = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(2) }));

/** What most roles leave as it is. */
export function OptionsSection() {
  const { control } = useRoleForm();
  const accessMode = useWatch({ control, name: 'accessMode' });
  const changed = useWatch({ control, compute: countChanged });
  return (
    <Disclosure
      title="Options"
      headingLevel={2}
      summary={changed === 0 ? 'all defaults' : `${changed} changed`}
    >
      <Fields>
        {accessMode === 'web-experience' ? <WebOptions /> : <ApiOptions />}
        <SharedOptions />
        <RoleOptions />
      </Fields>
    </Disclosure>
  );
}

type OptionName = keyof RoleFormValues;

const roleOptions = [
  'path',
  'description',
  'tags',
  'permissionsBoundary',
  'maxSessionDuration',
] as const;
const shared: readonly OptionName[] = ['otherApplications', 'attachment'];

/** How many of the options that apply differ from the empty form. */
function countChanged(values: RoleFormValues): number {
  const isExistingRole = values.accessMode === 'api-only' && values.caller === 'existing-role';
  const names: readonly OptionName[] = [
    ...shared,
    ...(values.accessMode === 'web-experience'
      ? (['webExperienceId', 'origins'] as const)
      : (['apiActions', 'networkLimit'] as const)),
    ...(isExistingRole ? [] : roleOptions),
  ];
  return names.filter((name) => {
    const value = values[name];
    return Array.isArray(value) ? value.length > 0 : value !== emptyFormValues[name];
  }).length;
}
