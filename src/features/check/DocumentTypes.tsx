import FormLabel from '@mui/material/FormLabel';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { documentKindWords } from '@/qbusiness/auditDocuments';
import type { DocumentKind } from '@/iam/documentKind';
import type { RoleReportDocument } from '@/state/check/roleReports';
import { CompactSelect } from '@/ui/CompactSelect';

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(0.5, 2),
  padding: theme.spacing(0.5, 1.5),
  maxBlockSize: '7rem',
  overflowY: 'auto',
  borderBlockStart: `1px solid ${theme.vars.palette.divider}`,
  '&:empty': { display: 'none' },
  '& > div': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    maxInlineSize: '100%',
  },
  '& label': {
    ...theme.typography.caption,
    margin: 0,
    overflowWrap: 'break-word',
    minInlineSize: 0,
  },
  '& .MuiOutlinedInput-root': { minHeight: 30, flex: '0 0 auto' },
}));

const kinds = ['identity', 'trust', 'resource'] as const satisfies readonly DocumentKind[];

/** Documents that are listed. */
const mostShown = 8;

interface DocumentTypesProps {
  readonly documents: readonly RoleReportDocument[];
  /** The name of the shown role, which is left out of the labels. */
  readonly roleName: string | undefined;
  readonly onKind: (position: number, kind: DocumentKind) => void;
}

/** The recognised kind of each document, which the person can change. */
export function DocumentTypes({ documents, roleName, onKind }: DocumentTypesProps) {
  const id = useId();
  return (
    <Row>
      {documents.slice(0, mostShown).map(({ label, kind, recognisedKind, position }) => (
        <div key={position}>
          <FormLabel htmlFor={`${id}-${position}`}>
            {documents.length > 1 ? `Type: ${label.replace(` of ${roleName}`, '')}` : 'Type'}
          </FormLabel>
          <CompactSelect
            id={`${id}-${position}`}
            value={kind}
            onChange={(next) => onKind(position, next)}
            options={kinds.map((value) => ({
              value,
              label: `${documentKindWords[value]}${value === recognisedKind ? ' (recognised)' : ''}`,
            }))}
          />
        </div>
      ))}
    </Row>
  );
}
