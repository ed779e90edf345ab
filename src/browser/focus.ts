/** Opens every collapsed section around the element. True if one of them has to expand first. */
function openAround(element: Element): boolean {
  let hasOpened = false;
  for (
    let details = element.closest('details');
    details !== null;
    details = details.parentElement?.closest('details') ?? null
  ) {
    details.open = true;
  }
  for (
    let region = element.closest('[role="region"][id]');
    region !== null;
    region = region.parentElement?.closest('[role="region"][id]') ?? null
  ) {
    const opener = document.querySelector<HTMLElement>(
      `[aria-controls="${CSS.escape(region.id)}"][aria-expanded="false"]`,
    );
    opener?.click();
    hasOpened ||= opener !== null;
  }
  return hasOpened;
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function show(element: HTMLElement, block: ScrollLogicalPosition = 'nearest') {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block, behavior: reducedMotion() ? 'auto' : 'smooth' });
}

function focusElement(element: HTMLElement | null): boolean {
  if (element === null) return false;
  // Elements in a collapsed section cannot be focused before it has begun to expand.
  if (openAround(element)) {
    setTimeout(() => show(element));
    return true;
  }
  show(element);
  return document.activeElement === element;
}

/** Focuses the element, opening collapsed sections around it, and scrolls it into view. False if it does not exist or cannot be focused. */
export function focusById(id: string): boolean {
  return focusElement(document.getElementById(id));
}

/** As `focusById`, for a form control; of several with the name the checked radio, else the first in sight. */
export function focusByName(name: string): boolean {
  const controls = [...document.getElementsByName(name)];
  const checked = controls.filter(
    (control) => control instanceof HTMLInputElement && control.checked,
  );
  return [...checked, ...controls].some((control) => focusElement(control));
}

/** Whether nothing has the focus, for example because what had it is gone. */
export const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Focuses the element and scrolls its beginning to the top. */
export function goTo(element: HTMLElement | null): void {
  if (element !== null) show(element, 'start');
}

/** Focuses the cell of a grid that Tab would reach, or the control in it. */
export function focusCellIn(element: Element | null): void {
  const cell = '[role="gridcell"]';
  element?.querySelector<HTMLElement>(`${cell}[tabindex="0"], ${cell} [tabindex="0"]`)?.focus();
}

/** Focuses the first form control inside the element with the id. False when there is none. */
export function focusFirstControlIn(id: string): boolean {
  const control = document
    .getElementById(id)
    ?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea');
  return focusElement(control ?? null);
}
