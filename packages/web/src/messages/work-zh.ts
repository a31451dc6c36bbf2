import { accountZh } from './account-zh.ts';
import { administrationZh } from './administration-zh.ts';
import { codesZh } from './codes-zh.ts';
import { capsZh } from './caps-zh.ts';
import { consultationsZh } from './consultations-zh.ts';
import { demandsZh } from './demands-zh.ts';
import { detailsZh } from './details-zh.ts';
import { leaderZh } from './leader-zh.ts';
import { planningZh } from './planning-zh.ts';
import { inboxZh } from './inbox-zh.ts';
import { officesZh } from './offices-zh.ts';
import { returnsZh } from './returns-zh.ts';
import { screeningZh } from './screening-zh.ts';
import { webhooksZh } from './webhooks-zh.ts';

/** The words of the pages behind the account in Chinese. */
export const workZh = {
  ...accountZh,
  ...demandsZh,
  ...detailsZh,
  ...consultationsZh,
  ...inboxZh,
  ...administrationZh,
  ...codesZh,
  ...leaderZh,
  ...capsZh,
  ...planningZh,
  ...officesZh,
  ...returnsZh,
  ...screeningZh,
  ...webhooksZh,
  failures: {
    unreachable: '连不上服务器。',
    unreachableAdvice: '您填的都还在。请看看网络，再试一次。',
    retryAfter: (seconds: number): string =>
      seconds < 90 ? `请等 ${String(seconds)} 秒再试。` : `请等 ${String(Math.ceil(seconds / 60))} 分钟再试。`,
    place: (pointer: string): string => placeName(pointer),
    again: '再试一次',
  },
  loading: '正在取数据…',
};

/** What every language must say on these pages. */
export type WorkWords = typeof workZh;

function placeName(pointer: string): string {
  const name = detailsZh.fields[pointer.split('/').at(-1) ?? ''];
  return name === undefined ? '' : `“${name}”：`;
}
