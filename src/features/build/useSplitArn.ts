import { useCallback } from 'react';
import { useRoleForm } from '@/state/roleForm';

/** Reads pastes; loaded when an ARN stands where an ID belongs. */
const loadRecognition = () =>
  Promise.all([
    import('@/qbusiness/recognise/recognise'),
    import('@/qbusiness/recognise/applyPaste'),
  ]);

const looksLikeArn = (text: string) => /^\s*arn:[a-z-]+:\w+:/.test(text);

/** Splits an ARN that stands in a field for an ID over the fields that it has values for. */
export function useSplitArn(): (text: string) => void {
  const { getValues, fill } = useRoleForm();
  return useCallback(
    (text) => {
      if (!looksLikeArn(text)) return;
      void loadRecognition().then(([{ recognise }, { applyPaste }]) => {
        const [candidate, another] = recognise(text).candidates;
        // What is still being typed has no values yet.
        if (candidate === undefined || another !== undefined) return;
        const filled = Object.keys(candidate.values).length;
        if (filled < 2) return;
        fill(applyPaste(candidate.values, getValues()), `ARN split into ${filled} values`);
      });
    },
    [getValues, fill],
  );
}
