import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { defaultRoleName, NAMED_ID_LENGTH } from '@/qbusiness/draft';
import { applicationIdField } from '@/qbusiness/form/applicationId';
import { descriptionField } from '@/qbusiness/form/description';
import { maxSessionDurationField } from '@/qbusiness/form/maxSessionDuration';
import { otherApplicationsField } from '@/qbusiness/form/otherApplications';
import { attachmentField } from '@/qbusiness/form/attachment';
import { includeWebExperienceField } from '@/qbusiness/form/includeWebExperience';
import { originsField } from '@/qbusiness/form/origins';
import { permissionsBoundaryField } from '@/qbusiness/form/permissionsBoundary';
import { policyNameField } from '@/qbusiness/form/policyName';
import { roleNameField } from '@/qbusiness/form/roleName';
import { pathField } from '@/qbusiness/form/path';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { useDraft, useRoleForm } from '@/state/roleForm';
import { CheckboxInput } from '@/ui/CheckboxInput';
import { Disclosure } from '@/ui/Disclosure';
import { SelectInput } from '@/ui/SelectInput';
import { counted, showNumber } from '@/words/counts';
import { ApiOptions } from './ApiOptions';
import { EntryList } from './EntryList';
import { RoleTextField } from './RoleTextField';
import { TagList } from './TagList';
import { useIsExistingRole } from './useIsExistingRole';

const Fields = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(1.5) }));

interface OptionsProps {
  readonly title: string;
  /** A summary of the options' values in a few words; the section renders only when it changes. */
  readonly summarize: (values: RoleFormValues) => string;
  readonly children: ReactNode;
}

function Options({ title, summarize, children }: OptionsProps) {
  const { control } = useRoleForm();
  const summary = useWatch({ control, compute: summarize });
  return (
    <Disclosure title={title} headingLevel={2} summary={summary}>
      <Fields>{children}</Fields>
    </Disclosure>
  );
}

const listed = (texts: readonly string[], none = 'default'): string => {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  return given.length === 0 ? none : given.join(', ');
};

const countOrNone = (count: number): string => (count === 0 ? 'none' : showNumber(count));

/** Options that most roles leave at their defaults, in collapsed sections with summaries. */
export function OptionSections() {
  const { control } = useRoleForm();
  const accessMode = useWatch({ control, name: 'accessMode' });
  const isExistingRole = useIsExistingRole();
  return (
    <div>
      <Options
        title="Role and policy names"
        summarize={({ roleName, policyName }) => listed([roleName, policyName])}
      >
        {!isExistingRole && (
          <RoleTextField path="roleName" field={roleNameField} monospace help={<DefaultName />} />
        )}
        <RoleTextField
          path="policyName"
          field={policyNameField}
          monospace
          help={isExistingRole ? <DefaultName /> : 'If empty: the name of the role'}
        />
      </Options>
      <Options title="Attachment, path and boundary" summarize={summarizeSettings}>
        <Attachment />
        {!isExistingRole && (
          <>
            <RoleTextField path="path" field={pathField} hasExample monospace />
            <RoleTextField path="description" field={descriptionField} multiline />
            <RoleTextField
              path="permissionsBoundary"
              field={permissionsBoundaryField}
              hasExample
              monospace
            />
            <RoleTextField
              path="maxSessionDuration"
              field={maxSessionDurationField}
              monospace
              inputMode="numeric"
            />
          </>
        )}
      </Options>
      {accessMode === 'web-experience' ? (
        <Options title="Web experience" summarize={summarizeWebExperience}>
          <IncludeWebExperience />
          <EntryList name="origins" list={originsField} />
        </Options>
      ) : (
        <Options title="API actions and network" summarize={summarizeApi}>
          <ApiOptions />
        </Options>
      )}
      {!isExistingRole && (
        <Options title="Tags" summarize={({ tags }) => countOrNone(tags.length)}>
          <TagList />
        </Options>
      )}
      <Options
        title="More applications for this role"
        summarize={({ otherApplications }) => countOrNone(otherApplications.length)}
      >
        <EntryList
          name="otherApplications"
          list={otherApplicationsField}
          legendHidden
          help={otherApplicationsField.help}
        />
      </Options>
    </div>
  );
}

const summarizeSettings = (values: RoleFormValues): string =>
  listed([
    values.attachment === 'managed' ? 'managed' : '',
    values.path,
    values.description === '' ? '' : 'description',
    values.permissionsBoundary === '' ? '' : 'boundary',
    values.maxSessionDuration === '' ? '' : `${values.maxSessionDuration} s`,
  ]);

const summarizeWebExperience = ({ origins, includeWebExperience }: RoleFormValues): string =>
  listed([
    includeWebExperience ? 'created by templates' : '',
    origins.length === 0 ? '' : counted(origins.length, 'origin'),
  ]);

const summarizeApi = ({ apiActions, networkLimit }: RoleFormValues): string =>
  listed([
    apiActions === 'chat-sync' ? 'ChatSync only' : '',
    networkLimit === 'none' ? '' : 'network limited',
  ]);

function Attachment() {
  const { register, getValues } = useRoleForm();
  return (
    <SelectInput
      {...register('attachment')}
      defaultValue={getValues('attachment')}
      label={attachmentField.label}
      options={attachmentField.choices}
    />
  );
}

function IncludeWebExperience() {
  const { control } = useRoleForm();
  const { field } = useController({ control, name: 'includeWebExperience' });
  const { value, onChange, ...rest } = field;
  return (
    <CheckboxInput
      {...rest}
      label={includeWebExperienceField.label}
      help={includeWebExperienceField.help}
      checked={value}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

/** Help text with the default name of a role, or of the policy of an existing role. */
function DefaultName() {
  const name = useDraft(({ template }) =>
    defaultRoleName(template.accessMode, template.applicationIds[0]),
  );
  const prefix = name.replace(applicationIdField.token, '');
  return (
    <>
      If empty: <code>{prefix}</code>
      {prefix !== name && ` and the first ${NAMED_ID_LENGTH} characters of the application ID`}
    </>
  );
}
