import { styled } from '@mui/material/styles';
import { goToField } from '@/features/builder/goToField';
import { useDraft, useRoleForm } from '@/features/builder/roleForm';
import { DownloadFolder } from '@/features/exports/DownloadFolder';
import type { RoleDraft } from '@/qbusiness/request';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { Tone } from '@/theme/tokens';
import { StatusChip } from '@/ui/StatusChip';
import { useLater } from '@/ui/useLater';
import { useExportGate } from './useExportGate';

const Bar = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.spacing(1),
  padding: theme.spacing(1, 3),
  backgroundColor: theme.vars.palette.background.paper,
  borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
  '& > :last-child': { marginInlineStart: 'auto' },
  '@media (max-width: 600px)': { padding: theme.spacing(1, 2) },
}));

const Chips = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
}));

const ChipButton = styled('button')(({ theme }) => ({
  padding: theme.spacing(0.5),
  // Room to press, not to see: every chip begins where the others do.
  margin: theme.spacing(-0.5),
  border: 0,
  borderRadius: '1rem',
  background: 'none',
  cursor: 'pointer',
  '&:hover': { backgroundColor: theme.vars.palette.control.hoverSurface },
}));

/** How complete the role is, and what takes it out of the page. */
export function StatusBar() {
  const form = useRoleForm();
  const draft = useLater(useDraft((current) => current));
  const blocked = useExportGate(draft);
  return (
    <Bar>
      <Chips role="status" aria-label="State of the role">
        {draft.status === 'ready' && <StatusChip tone="success">Ready</StatusChip>}
        {remarks(draft).map(({ tone, words, path }) => (
          <ChipButton
            key={tone}
            type="button"
            title="Go to the field"
            onClick={() => {
              if (tone !== 'warning') form.drafts.noteRefusal();
              goToField(form, path);
            }}
          >
            <StatusChip tone={tone}>{words}</StatusChip>
          </ChipButton>
        ))}
      </Chips>
      <DownloadFolder draft={draft} blocked={blocked} />
    </Bar>
  );
}

interface Remark {
  readonly tone: Tone;
  readonly words: string;
  /** The first field concerned. */
  readonly path: FieldPath;
}

function remarks(draft: RoleDraft): readonly Remark[] {
  const issues = draft.status === 'ready' ? [] : draft.issues;
  return [
    ...remark(
      'info',
      issues.filter(({ kind }) => kind === 'missing'),
      ['value missing', 'values missing'],
    ),
    ...remark(
      'error',
      issues.filter(({ kind }) => kind === 'invalid'),
      ['problem', 'problems'],
    ),
    ...remark('warning', draft.cautions, ['warning', 'warnings']),
  ];
}

function remark(
  tone: Tone,
  places: readonly { readonly path: FieldPath }[],
  [one, many]: readonly [string, string],
): readonly Remark[] {
  const [first] = places;
  if (first === undefined) return [];
  return [
    { tone, words: `${places.length} ${places.length === 1 ? one : many}`, path: first.path },
  ];
}
