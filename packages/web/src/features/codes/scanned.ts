/** In characters, separators included; what is longer is the signed text of a QR code. */
const LONGEST_CODE = 30;

/** The code or signed text in what was typed or scanned: a QR code holds an address that ends with it. */
export function codeWithin(text: string): string {
  const last = text.trim().split('/').at(-1) ?? '';
  return last.length > LONGEST_CODE ? last : last.toUpperCase();
}

/** What stands in the field: nobody wants to read the signed text. */
export function shownCode(text: string): string {
  return text.length > LONGEST_CODE ? '' : text;
}

/** Whether this browser can read QR codes from the camera by itself. */
export function knowsScanning(): boolean {
  return 'BarcodeDetector' in globalThis && 'mediaDevices' in navigator;
}
