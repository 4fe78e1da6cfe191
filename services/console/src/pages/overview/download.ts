/** Gives a file to whoever uses the page. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun by then; kept, the text would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
