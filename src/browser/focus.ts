function openAround(element: Element) {
  for (
    let details = element.closest('details');
    details !== null;
    details = details.parentElement?.closest('details') ?? null
  ) {
    details.open = true;
  }
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function focusElement(element: HTMLElement | null): boolean {
  if (element === null) return false;
  openAround(element);
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', behavior: reducedMotion() ? 'auto' : 'smooth' });
  return document.activeElement === element;
}

/** Focuses the element, opens what it is folded into and scrolls it into view. False when it is not there or takes no focus. */
export function focusById(id: string): boolean {
  return focusElement(document.getElementById(id));
}

/** As `focusById`, for a form control; of several with the name (radios) the checked one, else the first. */
export function focusByName(name: string): boolean {
  const controls = [...document.getElementsByName(name)];
  const checked = controls.find(
    (control) => control instanceof HTMLInputElement && control.checked,
  );
  return focusElement(checked ?? controls[0] ?? null);
}

/** Scrolls no further than needed, without moving the focus. */
export function scrollIntoNearestView(id: string) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
}

/** Focuses the first form control inside the element with the id. False when there is none. */
export function focusFirstControlIn(id: string): boolean {
  const control = document
    .getElementById(id)
    ?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea');
  return focusElement(control ?? null);
}
