/** Milliseconds after which the URL of a download is revoked; Safari begins to read it late. */
const releaseAfterMs = 40_000;

/** Starts a download; whether it succeeds cannot be known. */
export function saveFile(
  name: string,
  contents: string | Uint8Array<ArrayBuffer> | Blob,
  mime: string,
) {
  const url = URL.createObjectURL(new Blob([contents], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs);
}
