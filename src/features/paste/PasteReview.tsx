import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { styled } from '@mui/material/styles';
import { focusByName } from '@/browser/focus';
import { emptyFormValues } from '@/qbusiness/form/formValues';
import { applyPaste, pastedChanges } from '@/qbusiness/recognise/applyPaste';
import type { PasteCandidate, PasteReading } from '@/qbusiness/recognise/recognition';
import { goToField } from '@/state/goToField';
import { changedPaths } from '@/state/history';
import { useRoleForm } from '@/state/roleForm';
import { announce } from '@/ui/announcer';
import { Button } from '@/ui/Button';
import { counted } from '@/words/counts';
import { CandidateTable } from './CandidateTable';
import { ChangeList } from './ChangeList';
import { GapList } from './GapList';
import { ReadingRemarks } from './ReadingRemarks';
import { UnknownPaste } from './UnknownPaste';

const Review = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(1),
  padding: theme.spacing(1, 1.5),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: theme.vars.shape.borderRadius,
  '& > ul': { paddingInlineStart: theme.spacing(2.5) },
}));

const Actions = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1),
}));

interface PasteReviewProps {
  readonly reading: PasteReading;
  /** False while a newer text is being read. */
  readonly isCurrent: boolean;
  /** Set to the action of Enter. */
  readonly accept: RefObject<(() => void) | undefined>;
  readonly onCheck: () => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** The recognised values and the changes they would make. An empty form is filled in without asking. */
export function PasteReview({
  reading,
  isCurrent,
  accept,
  onCheck,
  onClose,
  onDiscard,
}: PasteReviewProps) {
  const roleForm = useRoleForm();
  const { undo, store, fill } = roleForm;
  const form = useSyncExternalStore(undo.subscribe, undo.getState, undo.getState).values;
  const { candidates } = reading;
  const [chosen, setChosen] = useState<readonly number[]>(candidates.length === 1 ? [0] : []);
  /** Until the text has left the field. */
  const [isAccepted, setIsAccepted] = useState(false);
  const [first, ...others] = chosen.flatMap((index) => candidates[index] ?? []);
  const next = first && applyCandidates(first, others, form);
  const changes = first ? pastedChanges(first.values, form) : [];
  const understood = [...new Set(reading.recognitions.map(({ title }) => title))];
  const isUnknown = understood.length === 0;

  const handleAccept = () => {
    if (next === undefined || (changes.length === 0 && others.length === 0)) return;
    fill(next, `Filled in ${counted(changes.length + others.length, 'value')}`);
    setIsAccepted(true);
    onClose();
    // Focus the first missing value, or the download button.
    setTimeout(() => {
      const draft = store.readNow();
      if (draft.status === 'incomplete') goToField(roleForm, draft.issues[0].path);
      else focusByName('download-folder');
    });
  };
  // In an empty form nothing can be lost, and Undo reverts it.
  const goesAtOnce =
    isCurrent &&
    candidates.length === 1 &&
    reading.conflicts.length === 0 &&
    reading.refusals.length === 0 &&
    reading.policies.length === 0 &&
    (first?.warnings.length ?? 0) === 0 &&
    changes.length > 0 &&
    changedPaths(emptyFormValues, form).length === 0;
  useEffect(() => {
    accept.current = isCurrent ? handleAccept : undefined;
    return () => {
      accept.current = undefined;
    };
  });
  const gone = useRef<PasteReading>(undefined);
  useEffect(() => {
    // Once for each paste: after Undo, the form stays as it was.
    if (!goesAtOnce || gone.current === reading) return;
    gone.current = reading;
    handleAccept();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- it is the paste that goes in, not the form
  }, [goesAtOnce, reading]);

  const message = isUnknown
    ? 'Not recognised'
    : `Recognised: ${understood.join(', ')}. ${wordsFor(candidates.length, changes.length)}`;
  useEffect(() => {
    if (!goesAtOnce && !isAccepted) announce(message);
  }, [message, goesAtOnce, isAccepted]);

  if (goesAtOnce || isAccepted) return null;
  if (isUnknown) return <UnknownPaste refusals={reading.refusals} onClose={onDiscard} />;
  return (
    <Review>
      <p>
        <strong>Recognised:</strong> {understood.join(', ')}
      </p>
      <ReadingRemarks reading={reading} candidate={first} onCheck={onCheck} />
      {candidates.length > 1 && (
        <CandidateTable candidates={candidates} chosen={chosen} onChoose={setChosen} />
      )}
      {first && <ChangeList changes={changes} />}
      {first && <GapList reading={reading} values={first.values} form={form} />}
      <Actions>
        {first && (changes.length > 0 || others.length > 0) && (
          <Button look="primary" onClick={handleAccept}>
            Fill in the form
          </Button>
        )}
        <Button onClick={onDiscard}>Discard</Button>
      </Actions>
    </Review>
  );
}

/** Applies the candidates: the first becomes the form's application, the others share the role if possible. */
function applyCandidates(
  first: PasteCandidate,
  others: readonly PasteCandidate[],
  form: Parameters<typeof applyPaste>[1],
) {
  const values = applyPaste(first.values, form);
  if (others.length === 0) return values;
  const ids = others.flatMap(({ values: { applicationId } }) => applicationId ?? []);
  const known = new Set(values.otherApplications.map(({ value }) => value));
  const added = ids.filter((id) => !known.has(id)).map((value) => ({ value }));
  return { ...values, otherApplications: [...values.otherApplications, ...added] };
}

function wordsFor(candidates: number, changes: number): string {
  if (candidates > 1) return `Choose applications (${candidates})`;
  return changes === 0
    ? 'Nothing would change'
    : `${counted(changes, 'change')}: Enter fills in the form`;
}
