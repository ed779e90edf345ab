export interface ToastRequest {
  readonly message: string;
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
}

export interface Toast extends ToastRequest {
  /** Unique for each message, even if the text is the same. */
  readonly id: number;
}

let lastId = 0;
let current: Toast | undefined;
const listeners = new Set<() => void>();

function set(toast: Toast | undefined) {
  current = toast;
  for (const listener of listeners) listener();
}

/** Shows the message in the innermost `ToastRegion`, in place of the one before. */
export function showToast(toast: ToastRequest) {
  lastId += 1;
  set({ ...toast, id: lastId });
}

/** Closes the toast; does nothing if another one has replaced it. */
export function dismissToast(toast: Toast) {
  if (toast.id === current?.id) set(undefined);
}

let regions: readonly string[] = [];

/** Registers a region; the last one shows the toasts, because a modal dialog makes the others unreachable. */
export function addToastRegion(id: string): () => void {
  regions = [...regions, id];
  for (const listener of listeners) listener();
  return () => {
    regions = regions.filter((other) => other !== id);
    for (const listener of listeners) listener();
  };
}

export const shownToastRegion = () => regions.at(-1);

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  getSnapshot: () => current,
  getServerSnapshot: () => undefined,
};
