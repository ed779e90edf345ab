/** Every key of ours in the browser's storage starts with the name of the page. */
const page = 'qbusiness-policies';

/** What stands in the form of each tab. */
export const tabPrefix = `${page}:tab:`;
/** The drafts with names. */
export const namedDraftsKey = `${page}:drafts`;
/** `off` while the person wants nothing saved. */
export const autosaveKey = `${page}:autosave`;
/** The form of this tab, in the tab's own storage. */
export const sessionFormKey = `${page}:form`;
/** What was entered into the change record, in the tab's own storage. */
export const sessionRecordKey = `${page}:change-record`;
/** The rows of many applications, in the tab's own storage. */
export const sessionBatchKey = `${page}:batch`;
/** Everything of a tab that a start reads. */
export const restoredKeys = {
  localPrefix: tabPrefix,
  sessionKeys: [sessionFormKey, sessionRecordKey, sessionBatchKey],
} as const;
