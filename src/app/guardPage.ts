import { ignoreDroppedFiles } from '@/browser/droppedFiles';
import { refuseLongTexts } from '@/browser/longTexts';
import { refuseTangledTexts } from '@/browser/tangledText';
import { beyondLimit, MAX_PASTE_LENGTH } from '@/qbusiness/textLimits';
import { showToast } from '@/ui/toast';

/** Keeps what would freeze a field, or take the place of the page, away from both; until the page goes. */
export function guardPage(): void {
  ignoreDroppedFiles();
  refuseLongTexts(MAX_PASTE_LENGTH, (length) =>
    showToast({
      message: `Nothing was inserted. ${beyondLimit('The text', length, MAX_PASTE_LENGTH)}`,
    }),
  );
  refuseTangledTexts(() =>
    showToast({
      message: 'Nothing was inserted. A line with thousands of open brackets cannot be shown',
    }),
  );
}
