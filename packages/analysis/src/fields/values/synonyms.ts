/** Words that offices use for one option, the national codes among them. Each row names one thing. */

const ROWS: readonly string[] = [
  // GB/T 2261.1
  '男|男性|男士|M|1',
  '女|女性|女士|F|2',
  // GB/T 4762
  '中共党员|党员|中共正式党员|正式党员|共产党员|中国共产党党员|01',
  '中共预备党员|预备党员|02',
  '共青团员|团员|03',
  '群众|普通群众|普通公民|13',
  // GB/T 4658
  '研究生|硕士|博士|硕士研究生|博士研究生|研究生及以上',
  '大学本科|本科|大学|学士',
  '大学专科|大专|专科|高职',
  '中等专科|中专|中等专业学校|中职',
  '高中|普通高中|高级中学',
  '初中|初级中学',
  '小学|小学毕业',
  '文盲或半文盲|文盲|半文盲|文盲及半文盲|不识字|未上学',
  // GB/T 2261.2
  '未婚|单身|10',
  '已婚|有配偶|初婚|再婚|20',
  '丧偶|30',
  '离婚|离异|40',
  '农业户口|农业|农村|农业户籍',
  '非农业户口|非农业|非农|城镇|城镇户口|居民户口',
  '户主|本人|本人或户主',
  '配偶|妻|夫|妻子|丈夫|爱人|老婆|老公',
  '之子|子|儿子|长子|次子|三子|独生子',
  '之女|女儿|长女|次女|三女|独生女',
  '之儿媳|儿媳|媳妇|儿媳妇',
  '之女婿|女婿',
  '之孙子|孙子|孙|长孙',
  '之孙女|孙女',
  '之父|父|父亲',
  '之母|母|母亲',
  '健康|良好|健康或良好|一般或较弱',
  '长期慢性病|慢性病|患慢性病',
  '患有大病|大病|重病|患大病',
  '残疾|残疾人',
  '一级|1级|壹级|Ⅰ级|I级',
  '二级|2级|贰级|Ⅱ级|II级',
  '三级|3级|叁级|Ⅲ级|III级',
  '四级|4级|肆级|Ⅳ级|IV级',
  '脱贫户|已脱贫户|建档立卡户|建档立卡贫困户',
  '特困供养户|特困户|五保户|特困人员',
  '低保户|低保|最低生活保障户',
  '完全不能自理|不能自理|失能|全失能',
  '部分自理|半自理|半失能|部分失能',
  '完全自理|能自理|自理|全自理',
  '是|有|√|✓|对|Y',
  '否|无|×|不是|没有|N',
];

const ROWS_OF: ReadonlyMap<string, readonly number[]> = rowsByWord();

function rowsByWord(): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const [at, row] of ROWS.entries()) {
    for (const word of row.split('|'))
      rows.set(word.normalize('NFKC'), [...(rows.get(word.normalize('NFKC')) ?? []), at]);
  }
  return rows;
}

/** Which rows a word stands in, by number; two words that share one mean the same. */
export function synonymRows(word: string): readonly number[] {
  return ROWS_OF.get(word.normalize('NFKC').toUpperCase()) ?? [];
}
