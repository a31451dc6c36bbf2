/** Draws the icons of the installable app from `public/icon.svg`: `npm run -w packages/web icons`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../browser.config.ts';

const PUBLIC = join(import.meta.dirname, '../public');
const drawing = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8');

// A maskable icon is cut to any shape: the ground fills the square and the sign keeps to the inner four fifths.
const square = drawing.replace(/rx="\d+"/u, 'rx="0"');
const maskable = square.replace('<g ', '<g transform="translate(9.6 9.6) scale(0.7)" ');

const { browser, reason } = await launchBrowser();
if (!browser) throw new Error(`No browser to draw with: ${reason}`);
const page = await browser.newPage();
for (const [name, size, svg] of [
  ['icon-192.png', 192, drawing],
  ['icon-512.png', 512, drawing],
  ['icon-maskable-512.png', 512, maskable],
  ['apple-touch-icon.png', 180, square],
] as const) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(join(PUBLIC, name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
