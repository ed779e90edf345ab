import { announce } from '@/ui/announcer';
import { showToast } from '@/ui/toast';

/** Says why nothing left the page, also when the field concerned has the focus already. */
export function showRefusal(reason: string): void {
  announce(reason);
  showToast({ message: reason });
}
