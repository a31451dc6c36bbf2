import { accountZh } from './account-zh.ts';
import { consultationsZh } from './consultations-zh.ts';
import { demandsZh } from './demands-zh.ts';
import { documentsZh } from './documents-zh.ts';
import { detailsZh } from './details-zh.ts';
import { inboxZh } from './inbox-zh.ts';
import { offlineZh } from './offline-zh.ts';
import { returnsZh } from './returns-zh.ts';
import { screeningZh } from './screening-zh.ts';

/** The words of the pages behind the account in Chinese. */
export const workZh = {
  ...accountZh,
  ...demandsZh,
  ...detailsZh,
  ...documentsZh,
  ...consultationsZh,
  ...inboxZh,
  ...offlineZh,
  ...returnsZh,
  ...screeningZh,
  failures: {
    unreachable: '连不上服务器。',
    unreachableAdvice: '您填的都还在。请看看网络，再试一次。',
    stale: '别人刚改过，下面已是最新内容。您填的还在，请看一眼再办。',
    retryAfter: (seconds: number): string =>
      seconds < 90 ? `请等 ${String(seconds)} 秒再试。` : `请等 ${String(Math.ceil(seconds / 60))} 分钟再试。`,
    place: (pointer: string): string => placeName(pointer),
    again: '再试一次',
  },
  loading: '正在取数据…',
  reply: { send: '发出', cancel: '取消' },
  imports: {
    choose: '选表格',
    tryFirst: '先看看会怎样',
    apply: '照此写入',
    working: '正在核对…',
    wouldDo: '照此导入，将会',
    done: '已导入',
    counts: (created: number, updated: number, ignored: number): string =>
      `新增 ${String(created)} 条，改动 ${String(updated)} 条，不变 ${String(ignored)} 条`,
    conflicts: (count: number): string => `有 ${String(count)} 行要改，一行也没有写入。改好表格再来：`,
    line: (line: number): string => `第 ${String(line)} 行`,
  },
};

/** What every language must say on these pages. */
export type WorkWords = typeof workZh;

function placeName(pointer: string): string {
  const name = detailsZh.fields[pointer.split('/').at(-1) ?? ''];
  return name === undefined ? '' : `“${name}”：`;
}
