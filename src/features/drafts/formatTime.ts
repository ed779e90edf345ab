/** An ISO 8601 time in the language and time zone of the browser. */
export function formatTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? 'at an unknown time'
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
