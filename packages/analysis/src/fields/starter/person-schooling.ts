import { SCHOOLING_STAGES } from './code-lists.ts';
import { elementsOf } from './elements-of.ts';

export const PERSON_SCHOOLING = elementsOf(
  'person',
  {
    source: '教育',
    updatePeriod: 'half-yearly',
    sharing: 'conditional',
    personal: 'personal',
    legalBasis: '《中华人民共和国义务教育法》第十一条',
  },
  {
    'schooling-stage': {
      name: '就学阶段',
      aliases:
        '在校生状况 在读阶段 就读阶段 学段 在校情况 就读学段 目前就读阶段 在读学段 在校阶段 就学情况 就学状况 上学阶段 就学状态 上学情况 学历阶段 就读情况',
      type: 'choice',
      options: SCHOOLING_STAGES,
      definition: '自然人在本学期所处的在学阶段。',
    },
    'school-name': {
      name: '就读学校',
      aliases: '学校名称 所在学校 在读学校 就读学校名称 学校 现就读学校 就读院校 所读学校 在校学校',
      definition: '学生本学期就读的学校的全称。',
    },
    'school-class': {
      name: '年级班级',
      aliases: '班级 年级 所在班级 就读年级 就读班级 年级及班级 所在年级 现读年级 班别',
      definition: '学生本学期所在的年级和班级。',
    },
    'student-number': {
      name: '学籍号',
      aliases: '全国学籍号 学生学籍号 学号 全国学籍号码',
      definition: '全国学籍系统赋予学生终身不变的学籍号码。',
      updatePeriod: 'once',
    },
    'is-boarding': {
      name: '是否寄宿生',
      aliases: '是否寄宿 是否住校 住校生 是否住宿生 是否寄宿学生',
      type: 'boolean',
      definition: '学生本学期是否在学校寄宿。',
    },
    'has-dropped-out': {
      name: '是否失学辍学',
      aliases: '是否辍学 失学辍学情况 辍学情况',
      type: 'boolean',
      definition: '义务教育阶段适龄儿童少年本学期是否应当在学而未在学。',
    },
    'dropout-reason': {
      name: '失学辍学原因',
      aliases: '辍学原因 未入学原因 未在校原因 未就学原因',
      definition: '适龄儿童少年本学期应当在学而未在学的原因。',
    },
    'student-aid': {
      name: '教育资助金额',
      aliases: '学生资助金额 助学金金额 享受教育资助金额 资助金额 教育补助金额 雨露计划补助金额',
      type: 'number',
      unit: '元',
      definition: '学生本学年享受的各项国家教育资助的合计，以元计。',
      updatePeriod: 'yearly',
      legalBasis: null,
    },
    'enrolment-date': {
      name: '入学时间',
      aliases: '入学日期 入学年月 入校时间 入校年月 报到入学时间',
      type: 'date',
      definition: '学生进入现就读学校的日期。',
    },
  },
);
