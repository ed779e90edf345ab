import { styled } from '@mui/material/styles';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { listedValues, visibleText, type ListedValue } from '@/state/listedValues';
import { RowTable } from '@/ui/RowTable';
import { showNumber } from '@/words/counts';

const Value = styled('bdi')(({ theme }) => ({
  fontFamily: theme.typography.monospace,
  fontSize: '0.75rem',
}));

const Refusal = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  fontWeight: 600,
  color: theme.vars.palette.tone.error.text,
}));

/** Entries of one list that are shown; whatever a list holds, the values after it are in reach. */
const maxEntries = 20;

/** The values of a form, one below the other, with the reason for each that the form refuses. */
export function ValueTable({ title, values }: { title: string; values: RoleFormValues }) {
  const listed = shortened(listedValues(values));
  if (listed.length === 0) return <p>{title} nothing but defaults.</p>;
  return (
    <RowTable
      label={title}
      columns={[{ label: title, width: '32%' }, { label: 'Value' }]}
      rows={listed.map(({ path, label, text, problem }) => ({
        key: path,
        cells: [
          <bdi key="label">{visibleText(label)}</bdi>,
          <div key="value">
            <Value>{text}</Value>
            {problem !== undefined && <Refusal>refused: {problem}</Refusal>}
          </div>,
        ],
      }))}
    />
  );
}

/** The values, of each list the first ones and how many more there are. */
function shortened(listed: readonly ListedValue[]): readonly ListedValue[] {
  const left = new Map<string, ListedValue[]>();
  const shown = listed.filter((value) => {
    const [, list = '', index] = /^([^.]+)\.(\d+)\./.exec(value.path) ?? [];
    if (index === undefined || Number(index) < maxEntries) return true;
    left.set(list, [...(left.get(list) ?? []), value]);
    return false;
  });
  return shown.concat(
    [...left].map(([list, values]) => ({
      path: list,
      label: values[0]?.label.replace(/ ?\d{1,9}$/, '') ?? list,
      text: `and ${showNumber(values.length)} more`,
      problem: undefined,
    })),
  );
}
