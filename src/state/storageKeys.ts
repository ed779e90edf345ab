/** The prefix of all keys in the browser's storage. */
const page = 'qbusiness-policies';

/** Prefix of the keys for the form of each tab, in local storage. */
export const tabPrefix = `${page}:tab:`;
/** The named drafts, in local storage. */
export const namedDraftsKey = `${page}:drafts`;
/** `off` if the person has switched off autosave. */
export const autosaveKey = `${page}:autosave`;
/** The form of this tab, in session storage. */
export const sessionFormKey = `${page}:form`;
/** The entries of the change record, in session storage. */
export const sessionRecordKey = `${page}:change-record`;
/** The rows of the batch, in session storage. */
export const sessionBatchKey = `${page}:batch`;
/** The keys that a start restores. */
export const restoredKeys = {
  localPrefix: tabPrefix,
  sessionKeys: [sessionFormKey, sessionRecordKey, sessionBatchKey],
} as const;
