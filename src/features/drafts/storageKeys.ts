/** Every key of ours in local storage starts with the name of the page. */
const page = 'qbusiness-policies';

/** What stands in the form of each tab. */
export const tabPrefix = `${page}:tab:`;
/** The drafts with names. */
export const namedDraftsKey = `${page}:drafts`;
/** `off` while the person wants nothing saved by itself. */
export const autosaveKey = `${page}:autosave`;
