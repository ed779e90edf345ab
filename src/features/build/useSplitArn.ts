import { useCallback } from 'react';
import { MAX_TEXT_LENGTH } from '@/qbusiness/textLimits';
import { useRoleForm } from '@/state/roleForm';

/** Loaded when an ARN is entered in a field for an ID. */
const loadRecognition = () =>
  Promise.all([
    import('@/qbusiness/recognise/recognise'),
    import('@/qbusiness/recognise/applyPaste'),
  ]);

const looksLikeArn = (text: string) =>
  text.length <= MAX_TEXT_LENGTH && /^\s*arn:[a-z-]+:\w+:/.test(text);

/** Returns a function that distributes the parts of an ARN to the fields for them. */
export function useSplitArn(): (text: string) => void {
  const { getValues, fill } = useRoleForm();
  return useCallback(
    (text) => {
      if (!looksLikeArn(text)) return;
      void loadRecognition().then(([{ recognise }, { applyPaste }]) => {
        const [candidate, another] = recognise(text).candidates;
        // An ARN that is still being typed is not recognised yet.
        if (candidate === undefined || another !== undefined) return;
        const filled = Object.keys(candidate.values).length;
        if (filled < 2) return;
        fill(applyPaste(candidate.values, getValues()), `ARN split into ${filled} values`);
      });
    },
    [getValues, fill],
  );
}
