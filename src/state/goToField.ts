import { flushSync } from 'react-dom';
import { focusByName } from '@/browser/focus';
import { mediaStore } from '@/browser/media';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleForm } from './roleForm';
import { getRoute, navigate } from './route';

/** On these screens, the form is shown beside its results. */
const sideBySide = '(min-width: 900px)';

const hasRoomForBoth = mediaStore(sideBySide, true);

const firstEntryOf = {
  'vpcEndpoints.0.value': 'vpcEndpoints',
  'vpcs.0.value': 'vpcs',
  'ipRanges.0.value': 'ipRanges',
} as const;

const isFirstEntry = (path: FieldPath): path is keyof typeof firstEntryOf =>
  Object.hasOwn(firstEntryOf, path);

/** Shows the form on screens where it is not beside the results. */
export function showForm(): void {
  if (getRoute().workspace === 'build' && hasRoomForBoth.getSnapshot()) return;
  flushSync(() => navigate({ workspace: 'build' }));
}

/** Shows and focuses the field; turns the page of its list, and adds an empty entry to one that needs its first. */
export function goToField(
  { getValues, setValue, pages }: Pick<RoleForm, 'getValues' | 'setValue' | 'pages'>,
  path: FieldPath,
): void {
  showForm();
  if (isFirstEntry(path) && getValues(firstEntryOf[path]).length === 0) {
    flushSync(() => setValue(firstEntryOf[path], [{ value: '' }]));
  }
  flushSync(() => pages.turnToEntry(path));
  focusByName(path);
}
