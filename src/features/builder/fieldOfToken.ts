import { callerOf } from '@/qbusiness/callers';
import {
  accountIdField,
  applicationIdField,
  ipRangeField,
  regionField,
  vpcEndpointIdField,
  vpcIdField,
} from '@/qbusiness/form/fields';
import type { RoleDraft } from '@/qbusiness/request';
import type { FieldPath, TextField } from '@/qbusiness/form/textField';

interface PlacedField {
  readonly path: FieldPath;
  readonly label: string;
}

const fixedFields: readonly (readonly [FieldPath, TextField])[] = [
  ['region', regionField],
  ['accountId', accountIdField],
  ['applicationId', applicationIdField],
];

const networkFields: readonly (readonly [FieldPath, TextField])[] = [
  ['vpcEndpoints', vpcEndpointIdField],
  ['vpcs', vpcIdField],
  ['ipRanges', ipRangeField],
];

/** The field whose value a placeholder in the documents stands for. */
export function fieldOfToken(
  template: RoleDraft['template'],
  token: string,
): PlacedField | undefined {
  const fixed = fixedFields.find(([, field]) => field.token === token);
  if (fixed) return { path: fixed[0], label: fixed[1].label };
  if (template.accessMode !== 'api-only') return undefined;
  const network = networkFields.find(([, field]) => field.token === token);
  if (network) return { path: `${network[0]}.0.value`, label: network[1].label };
  const caller = callerOf(template.caller).fields.find(
    (field) => field.kind === 'text' && field.token === token,
  );
  return caller && { path: `callers.${template.caller}.${caller.name}`, label: caller.label };
}
