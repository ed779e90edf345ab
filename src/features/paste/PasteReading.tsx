import { useMemo, type RefObject } from 'react';
import { focusById } from '@/browser/focus';
import { TaskNotice } from '@/panels/tasks/TaskNotice';
import { cutPaste } from '@/qbusiness/recognise/cutPaste';
import { useTask } from '@/state/worker/useTask';
import { Button } from '@/ui/Button';
import { PASTE_FIELD_ID } from './PasteField';
import { PasteReview } from './PasteReview';

interface PasteReadingProps {
  readonly text: string;
  /** Set to the action of Enter; undefined while the latest text is being read. */
  readonly accept: RefObject<(() => void) | undefined>;
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

/** Reads the paste in a worker, so that no text can block the page. */
export default function PasteReading({ text, accept, onCheck, onClose }: PasteReadingProps) {
  const state = useTask(
    'recognise',
    useMemo(() => cutPaste(text), [text]),
  );
  const { answered, isCurrent } = state;
  const discard = () => {
    onClose();
    focusById(PASTE_FIELD_ID);
  };
  return (
    <>
      <TaskNotice
        state={state}
        doing="Reading the paste"
        actions={<Button onClick={discard}>Discard the paste</Button>}
      />
      {answered && (
        // The result for the former text stays visible, but inert, until the next one arrives.
        <div inert={!isCurrent}>
          <PasteReview
            key={answered.input.text}
            reading={answered.answer}
            isCurrent={isCurrent}
            accept={accept}
            onCheck={onCheck}
            onClose={onClose}
            onDiscard={discard}
          />
        </div>
      )}
    </>
  );
}
