/** A stored time in the words of the person’s own language and zone. */
export function formatTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? 'at an unknown time'
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
