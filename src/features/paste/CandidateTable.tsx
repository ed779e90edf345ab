import Checkbox from '@mui/material/Checkbox';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { styled } from '@mui/material/styles';
import type { PasteCandidate } from '@/qbusiness/recognise/recognition';
import { VisuallyHidden } from '@/ui/VisuallyHidden';
import { firstOf } from '@/words/counts';

const Frame = styled('div')(({ theme }) => ({
  maxBlockSize: '22rem',
  overflow: 'auto',
  '& td:first-of-type, & th:first-of-type': { padding: 0, inlineSize: '2rem' },
  '& td': { verticalAlign: 'top' },
  '& code': { display: 'block', overflowWrap: 'anywhere' },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.tone.warning.text },
}));

/** Nobody picks out of more; the table of many applications takes them all. */
const mostShown = 100;

interface CandidateTableProps {
  readonly candidates: readonly PasteCandidate[];
  /** Positions of the chosen candidates, in the order of choice. */
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
}

/** Why a candidate cannot be chosen: its application is not anonymous. */
const refusalOf = ({ warnings }: PasteCandidate): string | undefined =>
  warnings.find((warning) => /signs its users in/.test(warning));

/** A choice among the applications of a paste. The first chosen one becomes that of the form; the others share the role. */
export function CandidateTable({ candidates, chosen, onChoose }: CandidateTableProps) {
  const { shown, more } = firstOf(candidates, mostShown);
  const first = candidates[chosen[0] ?? -1];
  const sharesRole = ({ values }: PasteCandidate) =>
    first === undefined ||
    (values.region === first.values.region && values.accountId === first.values.accountId);
  return (
    <Frame>
      <Table size="small" aria-label={`Choose applications (${candidates.length})`}>
        <TableHead>
          <TableRow>
            <TableCell>
              <VisuallyHidden>Chosen</VisuallyHidden>
            </TableCell>
            <TableCell>Choose applications ({candidates.length})</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((candidate, index) => {
            const isChosen = chosen.includes(index);
            const refusal =
              refusalOf(candidate) ??
              (sharesRole(candidate) ? undefined : 'Another account or Region: a role of its own');
            return (
              <TableRow key={index}>
                <TableCell>
                  <Checkbox
                    checked={isChosen}
                    disabled={refusal !== undefined && !isChosen}
                    slotProps={{ input: { 'aria-label': titleOf(candidate) } }}
                    onChange={() =>
                      onChoose(
                        isChosen ? chosen.filter((other) => other !== index) : [...chosen, index],
                      )
                    }
                  />
                </TableCell>
                <TableCell>
                  {titleOf(candidate)}
                  {valuesOf(candidate).map((value) => (
                    <code key={value}>{value}</code>
                  ))}
                  {[refusal, ...candidate.warnings.filter((warning) => warning !== refusal)]
                    .filter((warning) => warning !== undefined)
                    .map((warning) => (
                      <small key={warning}>{warning}</small>
                    ))}
                </TableCell>
              </TableRow>
            );
          })}
          {more !== undefined && (
            <TableRow>
              <TableCell />
              <TableCell>and {more}: paste them under Many applications</TableCell>
            </TableRow>
          )}
        </TableBody>
      </Table>
    </Frame>
  );
}

const titleOf = ({ name, values }: PasteCandidate) =>
  name ?? values.applicationId ?? values.webExperienceId ?? values.accountId ?? values.region ?? '';

const valuesOf = (candidate: PasteCandidate): readonly string[] => {
  const { region, accountId, applicationId, webExperienceId } = candidate.values;
  return [region, accountId, applicationId, webExperienceId]
    .filter((value) => value !== undefined)
    .filter((value) => value !== titleOf(candidate));
};
