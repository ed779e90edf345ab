import { flushSync } from 'react-dom';
import { focusByName } from '@/browser/focus';
import { mediaStore } from '@/browser/media';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleForm } from './roleForm';
import { getRoute, navigate } from './route';

/** From here on the form stands beside its results. */
const sideBySide = '(min-width: 900px)';

const hasRoomForBoth = mediaStore(sideBySide, true);

const firstEntryOf = {
  'vpcEndpoints.0.value': 'vpcEndpoints',
  'vpcs.0.value': 'vpcs',
  'ipRanges.0.value': 'ipRanges',
} as const;

const isFirstEntry = (path: FieldPath): path is keyof typeof firstEntryOf =>
  Object.hasOwn(firstEntryOf, path);

/** Shows the form where it is not in sight. */
export function showForm(): void {
  if (getRoute().workspace === 'build' && hasRoomForBoth.getSnapshot()) return;
  flushSync(() => navigate({ workspace: 'build' }));
}

/** Focuses the field wherever the page is; a list that lacks its first entry gets an empty one. */
export function goToField(
  { getValues, setValue }: Pick<RoleForm, 'getValues' | 'setValue'>,
  path: FieldPath,
): void {
  showForm();
  if (isFirstEntry(path) && getValues(firstEntryOf[path]).length === 0) {
    flushSync(() => setValue(firstEntryOf[path], [{ value: '' }]));
  }
  focusByName(path);
}
