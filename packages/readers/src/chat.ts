import type { Block, SourceText } from '@qingzhuang/analysis';

interface Line {
  readonly text: string;
  readonly start: number;
}

interface Header {
  readonly sender: string;
  readonly sentAt: string | undefined;
  /** Where the words of the message begin on this line, when they do. */
  readonly wordsAt: number | undefined;
}

interface HeaderForm {
  readonly pattern: RegExp;
  /** A form with date and time speaks for itself; lines of prose can look like the others, so these need company. */
  readonly dated: boolean;
}

const DATE = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|今天|昨天|前天|星期[一二三四五六日天])`;
const CLOCK = String.raw`(?:上午|下午|中午|晚上|凌晨|早上)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?`;
const NAME = String.raw`(?<sender>[^\s:：[\]【】，。；！？][^:：[\]【】，。；！？]{0,29}?)`;

const FORMS: readonly HeaderForm[] = [
  // 张三 2026-03-02 09:00: copies from WeChat, DingTalk and others.
  { pattern: new RegExp(`^${NAME}\\s+(?<at>${DATE}\\s*${CLOCK})\\s*[:：]?$`, 'u'), dated: true },
  // 2026-03-02 09:00:12 张三(12345678): QQ exports; seconds or a number tell it from a line of an agenda.
  { pattern: new RegExp(`^(?<at>${DATE}\\s*\\d{1,2}:\\d{2}:\\d{2})\\s+${NAME}$`, 'u'), dated: true },
  { pattern: new RegExp(`^(?<at>${DATE}\\s*${CLOCK})\\s+${NAME}[(（<]\\d{5,}[)）>]$`, 'u'), dated: true },
  // [2026-03-02 09:00] 张三: words, and [09:00] 张三: words.
  {
    pattern: new RegExp(`^[[【](?<at>(?:${DATE}\\s*)?${CLOCK})[\\]】]\\s*${NAME}\\s*[:：]\\s*`, 'u'),
    dated: true,
  },
  // 张三 09:00
  { pattern: new RegExp(`^${NAME}\\s+(?<at>${CLOCK})$`, 'u'), dated: false },
  // 张三：words
  { pattern: new RegExp(`^${NAME}[:：]\\s*`, 'u'), dated: false },
];

/** Lines that stand before or between messages: rulers, date lines and the opening of an export. */
const FRAME = new RegExp(
  `^(?:[=\\-—─_*\\s]+|[=\\-—─\\s]*${DATE}(?:\\s*${CLOCK})?[=\\-—─\\s]*|消息(?:记录|分组|对象).*|.{0,30}聊天记录)$`,
  'u',
);

/** Labels that open a line of a notice, a form or an agenda: they are no people. */
const LABEL =
  /时间|地点|地址|形式|方式|内容|议程|议题|人员|范围|要求|事项|主题|主持|附件|抄送|联系|电话|邮箱|单位|说明|备注|如下|通知|标题|日期|编号|名称|对象|目的|依据|程序|步骤|标准|期限|任务|目标|原则|机关|号$|^第|^各|同志们|报到|签到|会议|截止|政府$|局$|委员会$|办公室$/u;

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅付沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const PERSON = new RegExp(
  `(?:^|[-—_ ]|村|社区|办|站|组)(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|[小老][${SURNAMES}])$|(?:书记|主任|镇长|乡长|村长|局长|科长|所长|站长|会计|文书|网格员|组长|老师|总|哥|姐)$`,
  'u',
);

/** Two lines that look like messages make a chat of a text without dates. */
const FEWEST_UNDATED = 2;
const LONGEST_HEADER = 80;

/**
 * Reads a pasted chat log (WeChat, QQ, DingTalk) into one block a message, with sender and time; null when it is none.
 * The text stays as pasted, so offsets stay true; lines with sender and time stand outside the blocks.
 */
export function readChat(text: string): SourceText | null {
  const lines = splitLines(text);
  const first = lines.find((line) => !isFrame(line));
  const form = FORMS.find((candidate) => first !== undefined && headerOf(first, candidate) !== undefined);
  if (form === undefined || !(form.dated || isConversation(lines, form))) return null;
  return { text, blocks: readMessages(lines, form), tables: [], unread: [] };
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

function isFrame({ text }: Line): boolean {
  const words = text.trim();
  return words === '' || (words.length <= LONGEST_HEADER && FRAME.test(words));
}

function headerOf(line: Line, { pattern, dated }: HeaderForm): Header | undefined {
  const indent = indentOf(line);
  // Bounded, because a line may be as long as the text and names, dates and times are not.
  const match = pattern.exec(line.text.slice(indent, indent + LONGEST_HEADER).trimEnd());
  const { sender, at: sentAt } = match?.groups ?? {};
  if (match === null || sender === undefined) return undefined;
  if (LABEL.test(sender) || !(dated || PERSON.test(sender))) return undefined;
  const wordsAt = indent + match[0].length;
  return { sender: sender.trim(), sentAt, wordsAt: line.text.slice(wordsAt).trim() === '' ? undefined : wordsAt };
}

function isConversation(lines: readonly Line[], form: HeaderForm): boolean {
  return lines.filter((line) => headerOf(line, form) !== undefined).length >= FEWEST_UNDATED;
}

function readMessages(lines: readonly Line[], form: HeaderForm): Block[] {
  const blocks: Block[] = [];
  let header: Header | undefined;
  let block: Block | undefined;
  for (const line of lines) {
    const found = headerOf(line, form);
    if (found !== undefined) {
      if (block !== undefined) blocks.push(block);
      header = found;
      block = found.wordsAt === undefined ? undefined : messageBlock(found, line, found.wordsAt);
    } else if (header !== undefined && !isFrame(line)) {
      const end = line.start + line.text.trimEnd().length;
      block = block === undefined ? messageBlock(header, line, indentOf(line)) : { ...block, end };
    }
  }
  if (block !== undefined) blocks.push(block);
  return blocks.map((message, index) => ({ ...message, place: { paragraph: index + 1 } }));
}

function messageBlock({ sender, sentAt }: Header, line: Line, from: number): Block {
  return {
    start: line.start + from,
    end: line.start + line.text.trimEnd().length,
    kind: 'chat-message',
    place: {},
    sender,
    ...(sentAt !== undefined && { sentAt }),
  };
}

function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}
