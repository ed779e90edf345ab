import { flushSync } from 'react-dom';
import { focusByName } from '@/browser/focus';
import { mediaStore } from '@/browser/media';
import { formFields } from '@/qbusiness/form/formFields';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleForm } from './roleForm';
import { getRoute, navigate } from './route';

/** On these screens, the form is shown beside its results. */
const sideBySide = '(min-width: 900px)';

const hasRoomForBoth = mediaStore(sideBySide, true);

const lists = formFields.filter((field) => field.kind === 'list');

/** The list of which this is the path of the first entry. */
const listBeginningAt = (path: FieldPath) => lists.find(({ name }) => path === `${name}.0.value`);

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
  const list = listBeginningAt(path)?.name;
  if (list !== undefined && getValues(list).length === 0) {
    flushSync(() => setValue(list, [{ value: '' }]));
  }
  flushSync(() => pages.turnToEntry(path));
  focusByName(path);
}
