import { ignoreDroppedFiles } from '@/browser/droppedFiles';
import { guardTexts, type TextRefusal } from '@/browser/textGuard';
import { beyondLimit, MAX_PASTE_LENGTH } from '@/qbusiness/textLimits';
import { showToast } from '@/ui/toast';

/** Keeps what would freeze a field, or take the place of the page, away from both; until the page goes. */
export function guardPage(): void {
  ignoreDroppedFiles();
  guardTexts(MAX_PASTE_LENGTH, (refusal) =>
    showToast({ message: `Nothing was inserted. ${reason(refusal)}` }),
  );
}

function reason(refusal: TextRefusal): string {
  switch (refusal.kind) {
    case 'long':
      return beyondLimit('The text', refusal.length, MAX_PASTE_LENGTH);
    case 'tangled':
      return 'A line with thousands of open brackets cannot be shown';
    case 'early':
      return 'The page was still loading: insert the text again';
  }
}
