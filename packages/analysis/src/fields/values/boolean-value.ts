/** Yes and no as ticked, written or coded. */
import { foldCode } from './folding.ts';
import { readTicks } from './ticks.ts';
import { faulty, type ValueReading } from './value-reading.ts';

const YES =
  /^(?:是的?|有|对|√|✓|✔|☑|☒|■|●|Y|YES|TRUE|T|1|已(?!故|死|去世|迁|注销).*|符合|同意|享受|参加|需要|愿意|达标|合格|V)$/i;
const NO = /^(?:否|不是|非|无|没有|没|错|×|✗|✘|X|☐|□|○|N|NO|FALSE|F|0|2|未(?!知|详).*|不(?!详|清|知|明).*)$/i;

/** `true` or `false`; a group of boxes counts by the one that is ticked. */
export function readBoolean(raw: string): ValueReading {
  const ticked = readTicks(raw);
  if (ticked !== null && ticked.length > 1) return faulty('several', '勾了不止一项，请只留一项。');
  const folded = undecorated(foldCode(ticked?.[0] ?? raw));
  if (folded === '' || ticked?.length === 0) return faulty('empty', '这里还没有填“是”或“否”。');
  if (YES.test(folded)) return { value: 'true' };
  return NO.test(folded) ? { value: 'false' } : faulty('not-of-type', '这里只填“是”或“否”。');
}

/** 1.是, （是）, 是（2024年）, 有，两辆: the answer without its number and without what is told besides. */
function undecorated(folded: string): string {
  return folded
    .replace(/^\d[.、](?=\D)/, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/(?<=^.{1,4})[,。;(].*$/u, '');
}
