/** Three-valued logic: `unknown` is what cannot be decided. */
export type Truth = boolean | 'unknown';

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}

/** False as soon as one is false; true only if all are. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** True as soon as one is true; false only if all are. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}
