import { useState } from 'react';
import { summarizeForm } from '@/qbusiness/form/summarizeForm';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import type { RoleFormValues } from '@/qbusiness/form/formValues';
import { Button } from '@/ui/Button';
import { Disclosure } from '@/ui/Disclosure';
import { Row, RowActions } from './DraftRow';
import { changedPaths } from '@/state/history';
import { formatTime } from './formatTime';
import { earlierForms } from '@/state/tabDraft';

interface EarlierFormsProps {
  readonly onOpen: (values: RoleFormValues, name: string) => void;
}

/** The forms of other tabs, closed ones included. */
export function EarlierForms({ onOpen }: EarlierFormsProps) {
  const [forms] = useState(() =>
    earlierForms().filter(({ values }) => changedPaths(emptyFormValues, values).length > 0),
  );
  if (forms.length === 0) return null;
  return (
    <Disclosure title="Forms of other tabs" headingLevel={3} summary={String(forms.length)}>
      <ul>
        {forms.map(({ id, savedAt, values }) => (
          <Row key={id}>
            <small>
              {summarizeForm(values)} · saved {formatTime(savedAt)}
            </small>
            <RowActions>
              <Button size="small" onClick={() => onOpen(values, 'form of another tab')}>
                Open a copy
              </Button>
            </RowActions>
          </Row>
        ))}
      </ul>
    </Disclosure>
  );
}
