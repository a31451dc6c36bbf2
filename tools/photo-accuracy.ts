/**
 * How well photos are read: notices and lists are drawn by a browser, turned, soiled and stamped, and read again. Prints
 * the share of signs that are right, and the seconds. `node tools/photo-accuracy.ts [FOLDER]` keeps the pictures there.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBytes } from '../packages/readers/src/index.ts';
import { launchBrowser } from '../packages/web/browser.config.ts';

const NOTICE = [
  '清河县民政局文件',
  '清民发〔2026〕15号',
  '关于报送困难群众住房情况的通知',
  '各乡镇人民政府、街道办事处：',
  '为做好2026年度农村危房摸底工作，请于3月20日17时前',
  '将《困难群众住房情况登记表》报县民政局社会救助股。',
  '联系人：李明，电话：0319-8161234。',
  '一、登记范围为低保户、特困供养人员和低保边缘家庭。',
  '二、住房建成年份、结构类型、面积以户为单位填写。',
  '清河县民政局',
  '2026年3月5日',
];
const LIST = [
  ['序号', '姓名', '身份证号', '人口', '住址'],
  ['1', '王建国', '130534197503120016', '4', '东风村三组'],
  ['2', '刘秀英', '130534196811250024', '2', '柳林村一组'],
  ['3', '赵小军', '13053419901108003X', '5', '前进村五组'],
];

interface Drawing {
  readonly name: string;
  readonly content: 'notice' | 'list';
  readonly degrees: number;
  readonly isSoiled: boolean;
  readonly isStamped: boolean;
}

const DRAWINGS: readonly Drawing[] = [
  { name: 'clean', content: 'notice', degrees: 0, isSoiled: false, isStamped: false },
  { name: 'turned', content: 'notice', degrees: 2, isSoiled: false, isStamped: false },
  { name: 'soiled', content: 'notice', degrees: 0, isSoiled: true, isStamped: false },
  { name: 'stamped', content: 'notice', degrees: 1, isSoiled: true, isStamped: true },
  { name: 'list', content: 'list', degrees: 0, isSoiled: false, isStamped: false },
  { name: 'turned-list', content: 'list', degrees: 2, isSoiled: true, isStamped: false },
];

const WIDTH = 860;
const HEIGHT = 800;

const { browser, reason } = await launchBrowser();
if (browser === null) throw new Error(reason);
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: 1.5 });
for (const drawing of DRAWINGS) {
  await page.setContent(markupOf(drawing));
  const picture = new Uint8Array(await page.screenshot());
  const folder = process.argv[2];
  if (folder !== undefined) writeFileSync(join(folder, `${drawing.name}.png`), picture);
  const start = performance.now();
  const { source } = await readBytes(picture, 'photo.png', { recognise: true });
  const seconds = (performance.now() - start) / 1000;
  const expected = (drawing.content === 'notice' ? NOTICE : LIST.flat()).join('');
  const right = 1 - distance(source.text.replace(/\s/gu, ''), expected) / expected.length;
  console.log(
    JSON.stringify({ name: drawing.name, right: Number(right.toFixed(3)), seconds: Number(seconds.toFixed(1)) }),
  );
}
await browser.close();

function markupOf({ content, degrees, isSoiled, isStamped }: Drawing): string {
  const body =
    content === 'notice'
      ? NOTICE.map((line, index) => `<p class="line${Math.min(index, 3)}">${line}</p>`).join('')
      : `<table>${LIST.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const style = `
    body { margin: 0; background: #fff; }
    main { width: 760px; padding: 40px; font: 22px/1.9 'Noto Serif CJK SC', serif; transform: rotate(${degrees}deg); }
    p { margin: 2px 0; } .line0 { font-size: 38px; color: #c00; text-align: center; } .line1, .line2 { text-align: center; }
    table { border-collapse: collapse; font-size: 19px; } td { border: 1px solid #000; padding: 4px 10px; }
    .stamp { position: absolute; left: 430px; top: 560px; width: 170px; height: 170px; border-radius: 50%;
      border: 6px solid rgba(210, 0, 0, 0.75); color: rgba(210, 0, 0, 0.75); text-align: center; font: 60px/170px serif; }
    svg { position: absolute; left: 0; top: 0; }`;
  const stamp = isStamped ? '<div class="stamp">★</div>' : '';
  return `<style>${style}</style><main>${body}</main>${stamp}${isSoiled ? speckles() : ''}`;
}

/** Specks in places that are the same every time. */
function speckles(): string {
  let seed = 7;
  const dots = Array.from({ length: 6000 }, () => {
    const [x, y, grey] = [WIDTH, HEIGHT, 160].map((most) => {
      seed = (seed * 16_807) % 2_147_483_647;
      return Math.round((seed / 2_147_483_647) * most);
    });
    return `<rect x="${x ?? 0}" y="${y ?? 0}" width="1.4" height="1.4" fill="rgb(${grey ?? 0},${grey ?? 0},${grey ?? 0})"/>`;
  });
  return `<svg width="${WIDTH}" height="${HEIGHT}" opacity="0.5">${dots.join('')}</svg>`;
}

/** Signs to be changed, added or taken out to turn one text into the other. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, sign] of Array.from(left).entries()) {
    const next = [index + 1];
    for (let at = 1; at <= right.length; at += 1) {
      const change = (row[at - 1] ?? 0) + (sign === right.charAt(at - 1) ? 0 : 1);
      next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
