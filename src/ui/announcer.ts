export interface Announcement {
  /** Increases with every announcement, so that a repeated message is announced again. */
  readonly number: number;
  readonly message: string;
}

let current: Announcement = { number: 0, message: '' };
const listeners = new Set<() => void>();

/** Speaks the message once, politely, through the page's `StatusAnnouncer`. */
export function announce(message: string) {
  current = { number: current.number + 1, message };
  for (const listener of listeners) listener();
}

export const announcementStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  getSnapshot: () => current,
};
