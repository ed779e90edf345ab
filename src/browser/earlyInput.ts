type Control = HTMLInputElement | HTMLTextAreaElement;

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const typed = new Map<string, string | boolean>();

function note(control: Control) {
  if (control.name === '') return;
  if (control instanceof HTMLInputElement && control.type === 'radio') {
    if (control.checked && !control.defaultChecked) typed.set(control.name, control.value);
  } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked !== control.defaultChecked) typed.set(control.name, control.checked);
  } else if (control.value !== control.defaultValue || typed.has(control.name)) {
    typed.set(control.name, control.value);
  }
}

const handleInput = ({ target }: Event) => {
  if (isControl(target)) note(target);
};

/** Records what is entered into the prerendered page before its scripts run, until `takeEarlyInput`. */
export function rememberEarlyInput(root: Element): void {
  for (const control of root.querySelectorAll('input, textarea')) {
    if (isControl(control)) note(control);
  }
  document.addEventListener('input', handleInput, { capture: true });
}

/** What was entered before hydration, by the names of the controls. Later calls return nothing. */
export function takeEarlyInput(): ReadonlyMap<string, string | boolean> {
  document.removeEventListener('input', handleInput, { capture: true });
  const taken = new Map(typed);
  typed.clear();
  return taken;
}
