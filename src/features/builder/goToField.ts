import { flushSync } from 'react-dom';
import { focusByName } from '@/browser/focus';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleForm } from './roleForm';

const firstEntryOf = {
  'vpcEndpoints.0.value': 'vpcEndpoints',
  'vpcs.0.value': 'vpcs',
  'ipRanges.0.value': 'ipRanges',
} as const;

const isFirstEntry = (path: FieldPath): path is keyof typeof firstEntryOf =>
  Object.hasOwn(firstEntryOf, path);

/** Focuses the field; a list that lacks its first entry gets an empty one. */
export function goToField({ getValues, setValue }: RoleForm, path: FieldPath): void {
  if (isFirstEntry(path) && getValues(firstEntryOf[path]).length === 0) {
    flushSync(() => setValue(firstEntryOf[path], [{ value: '' }]));
  }
  focusByName(path);
}
