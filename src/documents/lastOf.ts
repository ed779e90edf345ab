/** What a task with pauses comes to, for whoever does not have to answer in between. */
export function lastOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
