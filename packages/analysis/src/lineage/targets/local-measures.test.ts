import { describe, expect, it } from 'vitest';
import { readDocument, type OfficialDocument } from '../../document/read-document.ts';
import { plainSource } from '../../document/source-text.ts';
import { DocumentPair } from './document-pair.ts';
import { countMeasures, findLocalMeasures } from './local-measures.ts';

function textOf(words: string): OfficialDocument {
  return readDocument(plainSource(`云溪镇人民政府关于做好有关工作的通知\n各村:\n${words}\n`));
}

describe('measures with a name, a place, a sum or a date of their own', () => {
  it.each([
    ['由镇农业农村办牵头开展撂荒地整治。'],
    ['镇便民服务中心开设老年人窗口,安排专人导办。'],
    ['县交通运输局负责完善农村公路安全设施。'],
    ['分管副镇长每半月召开一次调度会。'],
    ['党政办负责汇总各村报送的情况。'],
    ['在石桥村建设日间照料中心。'],
    ['对青龙水库大坝进行除险加固改造。'],
    ['推进柳河段清淤治理。'],
    ['投入12万元维修文化广场。'],
    ['安排三十万元购置应急物资。'],
    ['6月底前完成危房改造。'],
    ['2026年底建成三处口袋公园。'],
    ['5月20日前完成河道清障。'],
    ['综治中心每日组织两支队伍开展夜间巡查。'],
    ['农技站组织技术员到田间开展指导培训。'],
    ['在幸福社区推行错时服务。'],
    ['整治人民路口违规停车。'],
    ['县水利局会同灌区开展渠道清理。'],
    ['镇卫生院组织家庭医生上门体检服务。'],
    ['派出所牵头开展反诈宣传进村。'],
    ['宣传由红星、滨江两个社区的志愿者承担。'],
    ['护林员陈大贵负责片区巡护。'],
    ['宣传点就设在洗溪汽车站候车室。'],
    ['舞蹈师资由县文化馆上门培训。'],
  ])('%s', (words) => {
    expect(findLocalMeasures(textOf(words), null)).toHaveLength(1);
  });
});

describe('measures that could stand anywhere', () => {
  it.each([
    ['各村要切实加强组织领导,推动工作落实。'],
    ['加大宣传力度,营造良好氛围。'],
    ['各单位要建立健全长效机制。'],
    ['有关部门要加强协调配合,形成工作合力。'],
    ['进一步完善基层治理体系,提升服务能力。'],
    ['全镇上下要统一思想,抓好落实。'],
    ['在行政村推行积分制管理。'],
    ['打造美丽乡村示范村,培育文明乡风。'],
    ['各社区要组织志愿者开展服务活动。'],
    ['云溪镇要加强风险排查,做好矛盾化解。'],
    ['每个村建立一支应急队伍。'],
    ['加快推进农业农村现代化建设。'],
    ['落实属地管理责任,强化源头治理。'],
    ['推动资源下沉到村到组,保障基层运转。'],
    ['实施乡村振兴战略,发展特色产业。'],
    ['强化部门联动,推进信息共享。'],
    ['每处工程建设经费不少于3万元。'],
    ['可由村干部兼任联络员,开展宣传。'],
  ])('%s', (words) => {
    expect(countMeasures(textOf(words))).toEqual({ measures: 1, local: 0 });
  });

  it('is known by a name that the superior does not have', () => {
    const above = textOf('整治工作由县公安局牵头,每月在各村开展一次清查。');
    const below = textOf('整治工作由县公安局牵头,每月在青龙水库开展一次清查。');
    expect(findLocalMeasures(below, new DocumentPair(below, above).above)).toHaveLength(1);
    expect(findLocalMeasures(above, new DocumentPair(above, above).above)).toEqual([]);
  });

  it('counts only sentences that demand or plan', () => {
    const words =
      '为做好工作,现将有关事项通知如下。\n一、总体要求\n去年3月建成两处。\n加强宣传引导工作。\n由农技站开展培训。';
    expect(countMeasures(textOf(words))).toEqual({ measures: 2, local: 1 });
  });
});
