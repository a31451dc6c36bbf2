/** The public register as an Atom feed (RFC 4287). */
import type { DeepReadonly, codes } from '@qingzhuang/contract';
import { STATUS_WORDS } from './code-status.ts';
import { escapeMarkup } from './markup.ts';

export interface RegisterFeed {
  readonly county: string;
  readonly countyName: string;
  /** Where people reach the program, `https://gate.example`. */
  readonly url: string;
  /** The last changed first. */
  readonly demands: DeepReadonly<codes.RegisteredDemand[]>;
  /** RFC 3339; stands for the feed when the register is empty. */
  readonly now: string;
}

export function renderRegisterFeed({ county, countyName, url, demands, now }: RegisterFeed): string {
  const self = `${url}/api/v1/register/${county}/feed.atom`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>urn:qingzhuang:register:${county}</id>
<title>${escapeMarkup(countyName)}事项公开登记册</title>
<updated>${demands[0]?.changedAt ?? now}</updated>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>
${demands.map((demand) => renderEntry(demand, url)).join('')}</feed>
`;
}

function renderEntry(demand: DeepReadonly<codes.RegisteredDemand>, url: string): string {
  const { code, status, kind, title, ask, issuerName, expiresOn, changedAt } = demand;
  const summary = `${STATUS_WORDS[status]}。${ask}（有效期至 ${expiresOn}）`;
  return `<entry>
<id>urn:qingzhuang:code:${escapeMarkup(code)}</id>
<title>${escapeMarkup(`${code} ${title}`)}</title>
<updated>${changedAt}</updated>
<author><name>${escapeMarkup(issuerName)}</name></author>
<category term="${kind}"/>
<link rel="alternate" type="text/html" href="${escapeMarkup(`${url}/C/${code}`)}"/>
<summary>${escapeMarkup(summary)}</summary>
</entry>
`;
}
