import { styled } from '@mui/material/styles';
import type { AccessReport } from '@/documents/accessTexts';
import { askedWords } from '@/documents/accessWords';
import { CompactSelect } from '@/ui/CompactSelect';
import { Notice } from '@/ui/Notice';
import { WordBreaks } from '@/ui/WordBreaks';

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0.5, 1),
  color: theme.vars.palette.text.secondary,
  '& > .MuiInputBase-root': { minInlineSize: 0, maxInlineSize: '100%' },
}));

interface TestedApplicationProps {
  readonly reports: readonly AccessReport[];
  readonly shown: AccessReport;
  readonly onShow: (position: number) => void;
}

/** The application of the answers; a select if the documents name several. */
export function TestedApplication({ reports, shown, onShow }: TestedApplicationProps) {
  const { missing, notTested } = shown;
  return (
    <>
      <Line>
        <span>Tested:</span>
        {reports.length > 1 ? (
          <CompactSelect
            label="Tested"
            value={String(reports.indexOf(shown))}
            onChange={(value) => onShow(Number(value))}
            options={reports.map(({ application }, i) => ({
              value: String(i),
              label: askedWords(application),
            }))}
          />
        ) : (
          <span>
            <WordBreaks>{askedWords(shown.application)}</WordBreaks>
          </span>
        )}
      </Line>
      {notTested.length > 0 && <Notice tone="info">Not tested: {notTested.join(', ')}.</Notice>}
      {missing.length > 0 && (
        <Notice tone="warning" title="Policies are missing">
          What depends on them is not decided: <WordBreaks>{missing.join(', ')}</WordBreaks>
        </Notice>
      )}
    </>
  );
}
