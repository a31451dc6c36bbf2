/** Hands a file to the browser's downloads. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[\\/:*?"<>|]/gu, '_');
  link.click();
  // The browser has taken the file once the click has been handled; a minute is more than enough.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
