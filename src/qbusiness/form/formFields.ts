import { accessModeField } from './accessMode';
import { accountIdField } from './accountId';
import { apiActionsField } from './apiActions';
import { applicationIdField } from './applicationId';
import { attachmentField } from './attachment';
import { callerField, callerValuesField } from './caller';
import { descriptionField } from './description';
import type { FormField } from './formField';
import { includeWebExperienceField } from './includeWebExperience';
import { ipRangesField } from './ipRanges';
import { maxSessionDurationField } from './maxSessionDuration';
import { networkLimitField } from './networkLimit';
import { originsField } from './origins';
import { otherApplicationsField } from './otherApplications';
import { pathField } from './path';
import { permissionsBoundaryField } from './permissionsBoundary';
import { policyNameField } from './policyName';
import { regionField } from './region';
import { roleNameField } from './roleName';
import { tagsField } from './tags';
import { vpcEndpointsField } from './vpcEndpoints';
import { vpcsField } from './vpcs';
import { webExperienceIdField } from './webExperienceId';

/**
 * Every field of the form. Types, empty values, reading, links, drafts, JSON requests, options of
 * the program and their help follow from the list. Links have the same order, so a new field may go
 * anywhere, but the others keep theirs. A field follows those whose values its own rules use.
 */
export const formFields = [
  regionField,
  accountIdField,
  applicationIdField,
  otherApplicationsField,
  accessModeField,
  webExperienceIdField,
  originsField,
  includeWebExperienceField,
  apiActionsField,
  callerField,
  callerValuesField,
  networkLimitField,
  vpcEndpointsField,
  vpcsField,
  ipRangesField,
  roleNameField,
  policyNameField,
  attachmentField,
  pathField,
  descriptionField,
  tagsField,
  permissionsBoundaryField,
  maxSessionDurationField,
] as const satisfies readonly FormField[];

export type DeclaredField = (typeof formFields)[number];

export type FieldName = DeclaredField['name'];

const byName: ReadonlyMap<string, FormField> = new Map(
  formFields.map((field) => [field.name, field]),
);

/** The declaration of a form value; undefined for a name that is none. */
export const formFieldOf = (name: string): FormField | undefined => byName.get(name);
