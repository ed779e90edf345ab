import { announce } from '@/ui/announcer';
import { showToast } from '@/ui/toast';

/** Tells the person why nothing was exported. */
export function showRefusal(reason: string): void {
  announce(reason);
  showToast({ message: reason });
}
