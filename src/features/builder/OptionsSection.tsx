import { useWatch } from 'react-hook-form';
import { styled } from '@mui/material/styles';
import { changedFields } from '@/qbusiness/form/appliesTo';
import type { FieldName } from '@/qbusiness/form/formFields';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
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

/** Fields that stand elsewhere in the form. */
const outside: ReadonlySet<FieldName> = new Set([
  'region',
  'accountId',
  'applicationId',
  'accessMode',
  'caller',
  'callers',
  'roleName',
  'policyName',
]);

/** How many of the options that apply differ from the empty form. */
const countChanged = (values: RoleFormValues): number =>
  changedFields(values).filter((name) => !outside.has(name)).length;
