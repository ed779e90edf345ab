/** Time a browser may take to begin reading a download; Safari reads late. */
const releaseAfterMs = 40_000;

/** Hands the file to the browser's download; whether the browser keeps it cannot be known. */
export function saveFile(name: string, contents: string | Uint8Array<ArrayBuffer>, mime: string) {
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
