import { defineRule } from '../rule.ts';
import { pattern, wording } from '../wording.ts';

const DEPARTMENT =
  '(?:县|市|区|州|省)?[\\p{Script=Han}]{1,8}?(?:局|厅|委员会|科协|残联|妇联|团委|总工会|工会|文联|中心|办公室|科|股|委|办|公司)';
const TOWNSHIP =
  '(?:各)?(?:乡镇|镇街|街镇|[镇乡](?:党委|政府|人民政府)?|街道|县区)(?:党委政府|党委|政府|人民政府|办事处|党工委)?';
const GRADE = '(?:考核|考评|打分|评定(?:等次|优良|等级)?|定档|评分|评等|测评|量化|排名|评价打分|综合评价)';

export const departmentAssessesTownship = defineRule({
  id: 'inspection/department-assesses-township',
  title: '部门考核乡镇',
  basis: ['provisions-2024.inspection-plan', 'gansu-2018'],
  message: '「{quote}」由部门考核乡镇，或往年度考核里加自己的内容。',
  suggestion: '部门不单独考核乡镇；确需的并入县里统一考核项，并由统筹办公室审定。',
  cues: '考核 考评 打分 评定 定档 评分 评等 测评',
  saves: 'receive-inspection',
  examples: {
    bad: [
      '⟦年底由县文旅局对各乡党委评定等次⟧。',
      '⟦县水利局按季对各乡镇人民政府进行考核打分⟧。',
      '⟦将垃圾分类纳入县住建局对乡镇的年度考核⟧。',
      '⟦县医保局考核结果直接计入各镇综合绩效分值⟧。',
    ],
    good: [
      '部门不得单独组织对乡镇的考核。',
      '各乡镇给县直部门打分。',
      '县水利局对局属管理站进行年度考核。',
      '部门考核乡镇过多过滥,应予清理。',
      '县文旅局请各乡党委给本局提意见。',
    ],
  },
  find: wording({
    view: 'announced',
    when: [
      pattern(
        `${DEPARTMENT}[^□。;]{0,16}?(?:对|给|为)[^□。;,]{0,10}?${TOWNSHIP}[^□。;]{0,16}?${GRADE}`,
        `(?:纳入|列入)[^□。;,]{0,10}?${DEPARTMENT}[^□。;,]{0,4}?对[^□。;,]{0,4}?${TOWNSHIP}[^□。;,]{0,8}?考核`,
        `${DEPARTMENT}[^□。;,]{0,6}?(?:考核|测评|评分)(?:结果|得分|分数)[^□。;,]{0,10}?(?:计入|纳入|折算)[^□。;,]{0,4}?${TOWNSHIP}[^□。;,]{0,10}?(?:绩效|考核|分值|得分)`,
      ),
    ],
    unless: [
      {
        pattern: /(?:县委|县政府|市委|市政府|区委|区政府)(?:决定)?(?:对|考核)|考核办统筹|考核委员会(?:对|统一)/u,
        class: 'MERGED',
        reason: '县里统一考核',
      },
      { pattern: /不得|不再|不单独|过多|清理|局属|提意见/u, class: 'NEG', reason: '不考核乡镇' },
    ],
  }),
});
