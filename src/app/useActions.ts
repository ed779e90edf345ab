import { saveFile } from '@/browser/download';
import { focusById } from '@/browser/focus';
import { altShift, primaryOutsideFields, type Action } from '@/features/actions/action';
import { PASTE_FIELD_ID } from '@/features/paste/PasteField';
import type { RolePlan } from '@/qbusiness/plan';
import { useCompleteRole } from '@/state/exportRole';
import { applicableFields } from '@/state/applicableFields';
import { goToField, showForm } from '@/state/goToField';
import { navigate, workspaces } from '@/state/route';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import {
  copyDocument,
  copyPermissionsPolicy,
  copyTrustPolicy,
} from '@/features/build/documentActions';
import { showRefusal } from '@/features/build/refusal';
import { useDownloadFolder } from '@/features/build/useDownloadFolder';

export type OpenedDialog = 'share' | 'drafts';

/** All actions of the page, for the list of actions and for shortcuts. */
export function useActions({
  onDialog,
}: {
  readonly onDialog: (dialog: OpenedDialog) => void;
}): readonly Action[] {
  const form = useRoleForm();
  const completeRole = useCompleteRole(showRefusal);
  const download = useDownloadFolder();
  const withPlan = (act: (plan: RolePlan) => void | Promise<void>) => () => {
    const role = completeRole();
    if (role) void act(role.plan);
  };
  const goToFirstIssue = () => {
    const draft = form.store.readNow();
    if (draft.status === 'ready') return;
    form.store.noteRefusal();
    goToField(form, draft.issues[0].path);
  };
  return [
    {
      id: 'paste',
      title: 'Paste an ARN, a console URL or AWS CLI output',
      shortcut: altShift('P'),
      run: () => {
        showForm();
        focusById(PASTE_FIELD_ID);
      },
    },
    { id: 'download', title: 'Download folder', run: download },
    {
      id: 'copy-permissions',
      title: 'Copy permissions policy',
      run: withPlan(copyPermissionsPolicy),
    },
    {
      id: 'copy-trust',
      title: 'Copy trust policy',
      run: withPlan(copyTrustPolicy),
    },
    ...(['sh', 'powershell'] as const).map((shell) => ({
      id: `copy-commands-${shell}`,
      title: `Copy commands for ${shell === 'sh' ? 'sh' : 'PowerShell'}`,
      run: withPlan(async (plan) => {
        const { commandsText } = await import('@/exporters/commands');
        copyDocument('Commands', commandsText(plan, shell));
      }),
    })),
    {
      id: 'download-change-record',
      title: 'Download change record',
      run: withPlan(async (plan) => {
        const { exporters } = await import('@/exporters/index');
        const [file] = exporters.find(({ id }) => id === 'change-record')?.render(plan) ?? [];
        if (file)
          saveFile(file.path.slice(file.path.lastIndexOf('/') + 1), file.contents, 'text/plain');
      }),
    },
    {
      id: 'share',
      title: 'Share a link to this form',
      shortcut: altShift('L'),
      run: () => onDialog('share'),
    },
    { id: 'drafts', title: 'Drafts', shortcut: altShift('D'), run: () => onDialog('drafts') },
    {
      id: 'issue',
      title: 'Go to the first missing or refused value',
      shortcut: altShift('M'),
      run: goToFirstIssue,
    },
    {
      id: 'undo',
      title: 'Undo the last change of the form',
      shortcut: primaryOutsideFields('Z'),
      run: () => {
        if (form.undo.undo()) announce('Change undone');
      },
    },
    {
      id: 'redo',
      title: 'Redo the change',
      shortcut: primaryOutsideFields('Z', true),
      run: () => {
        if (form.undo.redo()) announce('Change made again');
      },
    },
    ...workspaces.build.map(({ id, label }) => ({
      id: `build-${id}`,
      title: `Show ${label}`,
      run: () => navigate({ workspace: 'build', tab: id }),
    })),
    ...workspaces.check.map(({ id, label }) => ({
      id: `check-${id}`,
      title: `Check roles: ${label}`,
      run: () => navigate({ workspace: 'check', tab: id }),
    })),
    { id: 'aws', title: 'Show AWS’s page', run: () => navigate({ workspace: 'aws' }) },
    ...applicableFields(form.getValues()).map(({ path, label }) => ({
      id: `field-${path}`,
      title: `Go to field: ${label}`,
      run: () => goToField(form, path),
    })),
  ];
}
