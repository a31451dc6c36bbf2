/** Fragments about handing figures and papers up, shared by the rules on returns. */

/** Sending up, filling in or writing down for somebody above; single characters only where no other word begins. */
export const SEND =
  '(?:上报|填报|呈报|报送|报备|汇报|(?<![日周月旬季年晚早预通情简捷海画电举警谎瞒误虚直学数])报(?![名酬警社纸刊废销修考到价关答恩头料喜案业复批表告刊])|(?<=[日周月旬季年晚早学])报(?=[一1两二三次送给到至县镇乡局数])|报告(?![厅会])|填|(?<![成移外社提])交(?![通流往易友叉警涉替错际代房班警换])|提交|递交|(?<![转护派运递输配接])送(?![医别行餐货礼达水到户])|回传|传(?=[给到至来回上一])|上传|反馈|回复|发(?=[给到至来回我俺群送往]|当日)|推送|录入|补录|誊|抄(?![表送])|造册|汇总上|收[一1两][次回]|收齐|统计(?=上[来报]|给我|出来[报给])|登记(?=[后并]?(?:上报|报))|回(?=个?[数信话](?!访)|执表)|寄(?=[给到至回送往])|给我|[丢甩扔贴]到?(?=[^□。;,]{0,3}群)|更新(?=[^□。;,]{0,4}(?:台账|进度表|数据[并后]))|列(?=[成出]?[个张份]?(?:表|单子?)报))';

/** Words that say it was asked or given before: 仍请另填. */
export const AGAIN =
  '(?:仍|还(?!款|书)|再(?!次利用|生)|另(?!外有|类|行通知)|照样|依然|重新|重复|一并|同步|同时|也(?=[请要须得应报填]))';

/** Somebody other than the issuer that figures go to. */
export const OFFICE =
  '[\\p{Script=Han}]{0,8}?(?:局|办|委|科|股|室|处|厅|府|部|站|所|会|中心|大队|中队|邮箱|镇|街道|县里|市里|银行|公司)';
