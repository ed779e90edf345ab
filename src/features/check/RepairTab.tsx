import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo, useState } from 'react';
import { accountIdField } from '@/qbusiness/form/accountId';
import { applicationIdField } from '@/qbusiness/form/applicationId';
import { regionField } from '@/qbusiness/form/region';
import { roleNameField } from '@/qbusiness/form/roleName';
import type { TextField } from '@/qbusiness/form/textField';
import { isPlaceholder } from '@/qbusiness/placeholder';
import type { RoleTemplate } from '@/qbusiness/request';
import type { CheckInput, RepairTaskInput } from '@/state/check/checkTasks';
import type { RoleReport } from '@/state/check/roleReports';
import { useTask } from '@/state/worker/useTask';
import type { MonacoMode } from '@/ui/code/loadMonaco';
import { EmptyState } from '@/ui/EmptyState';
import { TextInput } from '@/ui/TextInput';
import { RepairResult } from './RepairResult';
import { TaskNotice } from '@/panels/tasks/TaskNotice';

const Confirm = styled('section')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  '& > h2': theme.typography.h2,
  '& > div': {
    display: 'grid',
    gap: theme.spacing(1, 1.5),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
  },
}));

const fields = {
  roleName: roleNameField,
  region: regionField,
  accountId: accountIdField,
  applicationId: applicationIdField,
} as const satisfies Readonly<Record<string, TextField>>;

type Name = keyof typeof fields;

// The keys of the object above.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const names = Object.keys(fields) as Name[];

interface RepairTabProps {
  readonly input: CheckInput;
  readonly role: RoleReport | undefined;
  readonly template: RoleTemplate;
  readonly monaco: MonacoMode;
}

/** Repair of a role: the person confirms its name and application, then the result is shown. */
export function RepairTab({ role, ...props }: RepairTabProps) {
  if (!role || role.documents === 0) {
    return (
      <EmptyState title="Nothing to repair yet">
        Add the policies of a role to get corrected files and the commands that update it.
      </EmptyState>
    );
  }
  // With a key, so that another role starts with its own values.
  return <Repair key={role.key} role={role} {...props} />;
}

function Repair({ input, role, template, monaco }: RepairTabProps & { readonly role: RoleReport }) {
  const [typed, setTyped] = useState<Partial<Readonly<Record<Name, string>>>>({});
  const values = { ...valuesFromForm(template), ...valuesFromRole(role), ...typed };
  const problems = Object.fromEntries(
    names.map((name) => [name, problemOf(fields[name], values[name])]),
  );
  const isComplete = names.every((name) => problems[name] === undefined);
  const { roleName, region, accountId, applicationId } = values;
  const question = useMemo(
    (): RepairTaskInput => ({
      ...input,
      role: role.key,
      roleName,
      expected: { saidBy: 'you', region, accountId, applicationIds: [applicationId] },
    }),
    [input, role.key, roleName, region, accountId, applicationId],
  );
  const settled = useDeferredValue(isComplete ? question : undefined);
  const state = useTask('repair', settled);
  return (
    <>
      <Confirm>
        <h2>Confirm what the role is for</h2>
        <div>
          {names.map((name) => (
            <TextInput
              key={name}
              label={fields[name].label}
              monospace
              value={values[name]}
              onChange={({ target }) =>
                setTyped({ ...typed, [name]: fields[name].clean(target.value).text })
              }
              error={values[name] === '' ? undefined : problems[name]}
              example={values[name] === '' ? fields[name].example : undefined}
              required
            />
          ))}
        </div>
      </Confirm>
      {!isComplete && (
        <EmptyState title="Fill in what is missing">
          The corrected files and the commands that update the role follow at once.
        </EmptyState>
      )}
      {isComplete && <TaskNotice state={state} doing="Repairing" />}
      {isComplete && state.answered && (
        <RepairResult
          repair={state.answered.answer}
          roleName={state.answered.input.roleName}
          isOutdated={!state.isCurrent}
          monaco={monaco}
        />
      )}
    </>
  );
}

function problemOf(field: TextField, value: string): string | undefined {
  return value === '' ? `${field.label} is missing` : field.problem(value);
}

function valuesFromForm(template: RoleTemplate): Readonly<Record<Name, string>> {
  const known = (value: string) => (isPlaceholder(value) ? '' : value);
  const { region, accountId, applicationIds } = template;
  return {
    roleName: '',
    region: known(region),
    accountId: known(accountId),
    applicationId: known(applicationIds[0]),
  };
}

/** The values in the documents of the role, which take precedence over those of the form. */
function valuesFromRole({ name, arn, application }: RoleReport): Partial<Record<Name, string>> {
  const account = arn?.split(':')[4];
  return {
    ...(account !== undefined && { accountId: fields.accountId.clean(account).text }),
    ...application,
    roleName: fields.roleName.clean(name ?? arn?.split('/').at(-1) ?? '').text,
  };
}
