import { styled } from '@mui/material/styles';
import type { PastedChange } from '@/qbusiness/recognise/recognition';
import { VisuallyHidden } from '@/ui/VisuallyHidden';

const List = styled('dl')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(0.75),
  margin: 0,
  '& dt': { fontWeight: 600 },
  '& dd': { margin: 0 },
  '& del': { color: theme.vars.palette.text.secondary },
}));

/** The fields that would change, with their values before and after. */
export function ChangeList({ changes }: { changes: readonly PastedChange[] }) {
  if (changes.length === 0)
    return <p>Nothing would change: the form holds these values already.</p>;
  return (
    <List aria-label="Changes">
      {changes.map(({ path, label, before, after }) => (
        <div key={path}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && (
              <>
                <VisuallyHidden>from </VisuallyHidden>
                <del>
                  <code>{before}</code>
                </del>{' '}
                <span aria-hidden>→ </span>
                <VisuallyHidden>to </VisuallyHidden>
              </>
            )}
            {after === '' ? 'emptied: it belongs to the other application' : <code>{after}</code>}
          </dd>
        </div>
      ))}
    </List>
  );
}
