/**
 * What a demand is about: the pairs of characters of its title and its ask, without the words that every official text
 * has. Pairs need no dictionary, and a word added or turned round changes few of them.
 */

/** What of a demand says its subject. */
export interface Subject {
  readonly title: string;
  readonly ask: string;
}

/** Enough to find a demand again; the rest of a long ask only makes the index larger. */
const MOST_PAIRS = 32;

const FRAME = new RegExp(
  [
    '[0-9〇一二三四五六七八九十]+(?:年度?|月份?|日|季度|号|期|次|批|轮)',
    '第[一二三四五六七八九十0-9]+',
    '(?:上|下)半年|本年度?|年度|今年|季度',
    '关于|印发|转发|下发|开展|召开|举办|举行|组织|参加|做好|抓好|进一步|切实|全面|深入|认真|扎实|加强|强化|推进|推动|落实|贯彻|实施|报送|上报|填报|提供',
    '(?:视频|电视电话|动员|部署|推进|调度|专题|培训|座谈|现场|总结|工作)*会议?(?![计员])',
    '通知|通告|公告|函|意见|方案|办法|要点|安排|部署|动员|专项|专题|工作|活动|行动|任务',
    '有关|相关|情况|事项|材料|信息|各(?:乡镇|镇街|镇|村|单位|部门)|全(?:县|市|镇|乡|区)|我(?:县|市|镇)',
  ].join('|'),
  'gu',
);

/** Small words and everything that is neither a Chinese character nor a letter. */
const BREAK = /[的和与及并等对在为将了各请于把被或\s]|[^\p{Script=Han}\p{Letter}]/gu;

/** The pairs of the title, then those of the ask, each once. */
export function topicOf({ title, ask }: Subject): readonly string[] {
  return [...new Set([...pairsOf(title), ...pairsOf(ask)])].slice(0, MOST_PAIRS);
}

/** 0 to 1: shared pairs, twice, by all pairs; of the titles alone or with what is asked, whichever is more. */
export function likeness(one: Subject, other: Subject): number {
  return Math.max(share(pairsOf(one.title), pairsOf(other.title)), share(topicOf(one), topicOf(other)));
}

function share(one: readonly string[], other: readonly string[]): number {
  const [left, right] = [new Set(one), new Set(other)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (left.size + right.size);
}

function pairsOf(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().replaceAll(FRAME, ' ').replaceAll(BREAK, ' ').split(' ');
  return runs.flatMap((run) => {
    const characters = Array.from(run);
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });
}
