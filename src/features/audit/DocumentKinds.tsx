import { styled } from '@mui/material/styles';
import type { AuditedDocument } from '@/documents/auditTexts';
import { documentKindWords } from '@/qbusiness/auditDocuments';
import type { DocumentKind } from '@/iam/documentKind';
import { SelectInput } from '@/ui/SelectInput';

const List = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1, 2),
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(15rem, 100%), 1fr))',
}));

const kinds = ['identity', 'trust', 'resource'] as const satisfies readonly DocumentKind[];

const isKind = (value: string): value is DocumentKind => kinds.some((kind) => kind === value);

/** More would be no list that anyone reads. */
const maxShown = 12;

interface DocumentKindsProps {
  readonly documents: readonly AuditedDocument[];
  readonly onKind: (position: number, kind: DocumentKind) => void;
}

/** What each document was taken for; to be overruled. */
export function DocumentKinds({ documents, onKind }: DocumentKindsProps) {
  return (
    <List>
      {documents.slice(0, maxShown).map(({ label, kind, recognisedKind, start }, position) => (
        <SelectInput
          key={start}
          label={documents.length > 1 ? `Checked as (${position + 1}: ${label})` : 'Checked as'}
          options={kinds.map((value) => ({
            value,
            label:
              value === recognisedKind
                ? `${documentKindWords[value]} (recognised)`
                : documentKindWords[value],
          }))}
          value={kind}
          onChange={({ target }) => {
            if (isKind(target.value)) onKind(position, target.value);
          }}
        />
      ))}
    </List>
  );
}
