import { styled } from '@mui/material/styles';
import { SAMPLE_VALUE } from '@/qbusiness/facts';
import type { FieldPath } from '@/qbusiness/form/textField';
import type { RoleDraft } from '@/qbusiness/request';
import { goToField } from '@/state/goToField';
import { useDraft, useRoleForm } from '@/state/roleForm';
import type { Tone } from '@/theme/tokens';
import { StatusChip } from '@/ui/StatusChip';
import { useLater } from '@/ui/useLater';
import { visuallyHidden } from '@/ui/VisuallyHidden';
import { counted } from '@/words/counts';

const Chips = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: theme.spacing(0.75),
  '@media (min-width: 900px)': { minInlineSize: '10rem' },
  '@media (max-width: 899.95px)': { justifyContent: 'flex-start' },
  // Several chips in words are wider than their place in a row: it would wrap, and all below it would move.
  '@media (max-width: 1599.95px)': { '&:has(> * + * + *) .more': visuallyHidden },
  '@media (min-width: 1250px) and (max-width: 1599.95px)': {
    '&:has(> * + *) .more': visuallyHidden,
  },
}));

/** Whether the role is complete; each remark is a link to its field. */
export function RoleState() {
  const form = useRoleForm();
  const draft = useLater(useDraft((current) => current));
  const found = remarks(draft);
  return (
    <Chips role="status" aria-label="State of the role">
      {found.length === 0 && <StatusChip tone="success">Ready</StatusChip>}
      {found.map(({ tone, words, path }) => (
        <StatusChip
          key={words}
          tone={tone}
          title={`${words}: go to the field`}
          onClick={() => {
            if (tone !== 'warning') form.store.noteRefusal();
            goToField(form, path);
          }}
        >
          <ShortenedWords words={words} />
        </StatusChip>
      ))}
    </Chips>
  );
}

/** Of which only the first word, the number, is seen where there is no room for all. */
function ShortenedWords({ words }: { readonly words: string }) {
  const end = words.indexOf(' ');
  return (
    <>
      {words.slice(0, end)}
      <span className="more">{words.slice(end)}</span>
    </>
  );
}

interface Remark {
  readonly tone: Tone;
  readonly words: string;
  /** The first field that the remark is about. */
  readonly path: FieldPath;
}

/** The remarks on a draft. With sample values, a remark takes the place of "Ready". */
function remarks(draft: RoleDraft): readonly Remark[] {
  const issues = draft.status === 'ready' ? [] : draft.issues;
  const samples = draft.cautions.filter(({ message }) => message === SAMPLE_VALUE);
  const others = draft.cautions.filter(({ message }) => message !== SAMPLE_VALUE);
  const [sample] = samples;
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
    ...(sample ? [{ tone: 'warning', words: 'Sample values', path: sample.path } as const] : []),
    ...remark('warning', others, ['warning', 'warnings']),
  ];
}

function remark(
  tone: Tone,
  places: readonly { readonly path: FieldPath }[],
  [one, many]: readonly [string, string],
): readonly Remark[] {
  const [first] = places;
  if (first === undefined) return [];
  return [{ tone, words: counted(places.length, one, many), path: first.path }];
}
