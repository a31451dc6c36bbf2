import { documents } from '@qingzhuang/contract';

/** The words about the texts from above, and about what a draft was taken from, in Chinese. */
export const documentsZh = {
  documents: {
    title: '上级来文',
    lead: '本县收到的上级文件。起草时自动找到依据的那一份，抄了多少、抬高了什么一比就知道。',
    search: '找文件',
    searchHint: '标题或文号里的词，用空格分开',
    levels: documents.levelNames as Readonly<Record<documents.DocumentLevel, string>>,
    level: '层级',
    all: '县以上',
    add: '收进一份',
    addHint: '拖进来也行。标题、文号、日期由文件读出，只需说明是哪一级发的。',
    levelOfFile: '这份是哪一级发的',
    adding: '正在读文件…',
    added: (title: string): string => `已收进：${title}`,
    none: '没有找到。换个词试试，或者收进一份。',
    empty: '还没有上级来文。收进一份，起草时就能比。',
    noNumber: '没有文号',
    characters: (count: number): string => `${String(count)} 字`,
    more: '再看一些',
    back: '回到上级来文',
    ofDemand: '看这件事项',
  },
  superior: {
    title: '上级来文',
    by: {
      named: '正文写明',
      found: '比对找到',
      chosen: '起草人选定',
    } satisfies Record<documents.SuperiorBy, string>,
    compare: '比对上级来文',
    reading: '正在找上级来文…',
    comparing: '正在比…',
    none: '没有找到上级来文。',
    declared: '起草人说明：没有上级来文。',
    noneYet: '没有就不用管；有的话，添上就能看抄了多少、抬高了什么。',
    change: '不是这一份？',
    provide: '有上级来文',
    candidates: '可能是这几份',
    shared: (percent: number): string => `相同 ${String(percent)}%`,
    choose: '选这份',
    chooseOf: (title: string): string => `选这份：${title}`,
    find: '在文库里找',
    addOne: '文库里没有，添一份',
    declareNone: '没有上级来文',
    saveFirst: '有改动没有保存，请先保存再选。',
    changing: '正在重查…',
    copied: (percent: number): string => `抄了 ${String(percent)}%`,
    made: (raised: number, squeezed: number, added: number): string => {
      const parts = [
        raised > 0 ? `抬高 ${String(raised)} 项指标` : '',
        squeezed > 0 ? `提前 ${String(squeezed)} 个时限` : '',
        added > 0 ? `新增 ${String(added)} 条要求` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? '没有抬高指标、提前时限，也没有新增要求' : parts.join('、');
    },
    chainTitle: '一致性比对',
    chainBack: '回到事项',
    chainReading: '正在比各级文件…',
    noChain: '这件事项没有正文，没有可以比的。',
    alone: '还没有找到上级来文，也没有下级照着发的。在起草页选一份上级来文，就能比。',
  },
};

export type DocumentWords = typeof documentsZh;
