/** What is pasted into a notice: code, QR code, who asks what until when, and how anyone can check it. */
import type { DeepReadonly, codes } from '@qingzhuang/contract';
import { escapeMarkup } from './markup.ts';

export interface Slip {
  readonly demand: DeepReadonly<codes.RegisteredDemand>;
  /** The signed text in the QR code. */
  readonly token: string;
  /** SVG. */
  readonly qrCode: string;
  /** Where people look a code up, without scheme; undefined where the program does not know its address. */
  readonly host: string | undefined;
}

const MINUTES_PER_HOUR = 60;

export const SLIP_STYLE = `
  @page { size: A4; margin: 20mm }
  body { font: 12pt/1.6 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111; margin: 0 auto; max-width: 170mm; padding: 8mm }
  h1 { font-size: 16pt; margin: 0 0 4mm }
  .code { font: 700 28pt/1.2 ui-monospace, Consolas, monospace; letter-spacing: .08em }
  .slip { display: flex; gap: 8mm; border: 1px solid #111; padding: 6mm; align-items: flex-start }
  .slip svg { width: 52mm; height: 52mm; flex: none }
  .token { font: 8pt/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 1mm 4mm; margin: 3mm 0 0 }
  dt { color: #555 } dd { margin: 0; overflow-wrap: anywhere }
  @media (max-width: 600px) { .slip { flex-direction: column } }
`;

/** A page of HTML that prints on one sheet of A4 and needs nothing else. */
export function renderSlip({ demand, token, qrCode, host }: Slip): string {
  const where = host === undefined ? '在轻装系统输入事项码查询' : `扫描二维码，或打开 ${host} 输入事项码查询`;
  return page(
    `事项码 ${demand.code}`,
    `<h1>事项码</h1>
<div class="slip">${qrCode}<div><div class="code">${escapeMarkup(demand.code)}</div>${describeDemand(demand)}</div></div>
<p>核对方法：${escapeMarkup(where)}，不需要账号。没有事项码、查不到或已失效的要求，基层可以退回。</p>
<p>没有网络时：二维码里是本县签了名的下面这段文字，用 <code>qingzhuang code verify 这段文字 --keys keys.json</code> 核对，公钥
keys.json 事先从本系统的 /api/v1/keys 另存。离线只能核对签名和有效期；是否已撤回或暂停，要联网查。</p>
<p class="token">${escapeMarkup(token)}</p>`,
  );
}

/** Code and QR code as one picture, 60 by 72 units. */
export function renderSlipImage({ demand: { code }, qrCode }: Slip): string {
  const inner = qrCode.replace('<svg', '<svg x="0" y="0" width="60" height="60"');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 72" role="img" aria-label="事项码 ${escapeMarkup(code)}">
<rect width="60" height="72" fill="#fff"/>${inner}
<text x="30" y="67" font-family="ui-monospace, Consolas, monospace" font-weight="700" font-size="6" text-anchor="middle">${escapeMarkup(code)}</text></svg>\n`;
}

function describeDemand(demand: DeepReadonly<codes.RegisteredDemand>): string {
  const { title, ask, issuerName, dueAt, expiresOn, bearerCount, totalMinutes, emergency } = demand;
  const rows: readonly (readonly [string, string | null])[] = [
    ['标题', title],
    ['做什么', ask],
    ['发起单位', issuerName],
    ['最迟办结', dueAt === null ? null : dayInChina(dueAt)],
    ['有效期至', expiresOn],
    ['承接单位', `${bearerCount} 个`],
    [
      '共需',
      totalMinutes === null
        ? null
        : `约 ${hours(totalMinutes.likely)} 小时（${hours(totalMinutes.low)}–${hours(totalMinutes.high)}）`,
    ],
    ['应急', emergency ? '应急先行，事后审查' : null],
  ];
  const shown = rows.filter(([, text]) => text !== null);
  return `<dl>${shown.map(([name, text]) => `<dt>${name}</dt><dd>${escapeMarkup(text ?? '')}</dd>`).join('')}</dl>`;
}

function hours(minutes: number): string {
  return String(Math.round((minutes / MINUTES_PER_HOUR) * 10) / 10);
}

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

function dayInChina(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeMarkup(title)}</title><style>${SLIP_STYLE}</style></head>
<body>${body}</body></html>\n`;
}
