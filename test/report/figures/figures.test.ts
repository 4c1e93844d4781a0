/** Reading one figure: numeral, value, scale, unit, qualifiers, subject, period; and what is no figure. */
import { describe, expect, it } from 'vitest';
import { grammar, units } from '../../../server/src/families';
import { figuresOf, formatDecimal, parseReport, readFigures } from '../../../server/src/report';
import type { Figure } from '../../../server/src/report';
import { makeText } from '../../../server/src/text';
import { parseTree } from '../../../server/src/syntax';

function figures(text: string): readonly Figure[] {
  return parseTree(makeText(text), grammar).blocks.flatMap((block) => figuresOf(block, units));
}

const told = (text: string): readonly string[] => figures(text).map(({ numeral, scale, unit }) => `${numeral}|${scale}|${unit}`);

describe('numerals', () => {
  it.each([
    ['全年受理案件17件。', '17', '17', '17', '', '件'],
    ['归集数据1,260万条。', '1,260', '1260', '12600000', '万', '条'],
    ['罚没款138.8404万元。', '138.8404', '138.8404', '1388404', '万', '元'],
    ['收入1,100.76亿元。', '1,100.76', '1100.76', '110076000000', '亿', '元'],
    ['满意率９８．５％。', '９８．５', '98.5', '98.5', '', '%'],
    ['办理案件２８件。', '２８', '28', '28', '', '件'],
    ['生成证照344万个。', '344', '344', '3440000', '万', '个'],
    ['处理案件1 2件。', '1 2', '12', '12', '', '件'],
    ['投资三十万元。', '三十', '30', '300000', '万', '元'],
    ['培训一百二十三人次。', '一百二十三', '123', '123', '', '人次'],
    ['面积5千平方米。', '5', '5', '5000', '千', '平方米'],
    ['覆盖率占.5%。', '.5', '0.5', '0.5', '', '%'],
    ['增加值超过全市三分之一。', '三分之一', '33.33', '33.33', '', ''],
    ['四分之三以上的案件当庭宣判。', '四分之三', '75.00', '75', '', ''],
    ['企业数量占全省1/5，', '1/5', '20.00', '20', '', ''],
    ['受理来信数百件。', '百', '100', '100', '', '件'],
    ['聚集人员几十名。', '十', '10', '10', '', '名'],
  ])('%s', (text, numeral, value, amount, scale, unit) => {
    const [figure, ...more] = figures(text);
    expect(more).toEqual([]);
    expect([figure!.numeral, formatDecimal(figure!.value), formatDecimal(figure!.amount).replace(/\.0+$/, ''), figure!.scale, figure!.unit]).toEqual([numeral, value, amount, scale, unit]);
  });

  it.each(['开展3/15宣传。', '参见2024/3/5文件。', '第1/2批。', '“5/12”防灾日。', '万分之一。', '任务进展1/20。'])('no fraction: %s', (text) => expect(told(text)).toEqual([]));

  it('what was done to somebody counts what was named before', () => {
    const [, given] = figures('梳理行政处罚事项120项，向街道下放4项。');
    expect([given!.subject, given!.inherited, given!.verb]).toEqual(['行政处罚事项', true, '下放']);
  });

  it('several are no exact number', () => expect(figures('化解纠纷几十件，走访数百人，接待几百人次。').map(({ bound }) => bound)).toEqual(['over', 'over', 'over']));

  it('keeps values exact', () => {
    const [figure] = figures('累计9007199254740993件。');
    expect(figure!.value.digits).toBe(9007199254740993n);
    expect(figures('累计123456789012345678901234567890件。')).toEqual([]);
  });

  it('full-width commas do not join numbers', () => {
    expect(told('共办理17，100件另案处理。')).not.toContain('17，100||件');
  });

  it('a wrapped line breaks no numeral', () => {
    const filler = '本单位按照上级要求扎实推进各项工作并取得了明显成效';
    const text = [`一、总体情况`, `${filler}全年受理案件1`, `28件，${filler}审结`, `${filler}${filler.slice(0, 3)}`, `${filler}工作。`].join('\n');
    const read = readFigures(parseReport(text, grammar), units);
    const [first] = read;
    expect(first).toBeDefined();
    expect(['128', '1', '28']).toContain(first!.figure.numeral);
    for (const figure of read) expect(text.slice(figure.numeralAt.start, figure.numeralAt.end).replace(/\s/g, '')).toBe(figure.figure.numeral);
  });
});

describe('units', () => {
  it.each([
    ['办结1716件宗', '1716||件宗'], ['配备装备5707台(套)', '5707||台(套)'], ['与72市（区）合作', '72||市(区)'], ['抽查1725户次', '1725||户次'],
    ['开展活动16场次', '16||场次'], ['压缩至3个工作日', '3||个工作日'], ['提高1.8个百分点', '1.8||个百分点'], ['浓度27.6微克/立方米', '27.6||微克/立方米'],
    ['死亡率3.9‰', '3.9||‰'], ['接待102批458人次', '102||批,458||人次'], ['受理17 件', '17||件'], ['占比超九成', '九||成'], ['下发四批清单', '四||批'],
  ])('%s', (text, expected) => expect(told(text + '。').join()).toBe(expected));

  it('both ends of a range', () => {
    expect(told('用时10—15个工作日。')).toEqual(['10||个工作日', '15||个工作日']);
    expect(figures('引进2-3家企业。').map(({ range, subject }) => `${range}${subject}`)).toEqual(['low企业', 'high企业']);
    expect(told('占15%—30%。')).toEqual(['15||%', '30||%']);
  });
});

describe('qualifiers', () => {
  it.each([
    ['发放1000余份', 'over', '余'], ['近百件', 'under', '近'], ['约30件', 'about', '约'], ['300件左右', 'about', '左右'], ['突破500件', 'over', '突破'], ['5件以上', 'least', '以上'],
    ['不少于8件', 'least', '不少于'], ['不超过8件', 'most', '不超过'], ['8件以内', 'most', '以内'], ['达8件', 'exact', ''], ['上百件', 'over', '上'], ['127.23万余元', 'over', '余'], ['4亿多元', 'over', '多'],
  ])('%s', (text, bound, word) => {
    const [figure] = figures(`处理${text}。`);
    expect([figure!.bound, figure!.qualifiers.map((qualifier) => qualifier.word).join()]).toEqual([bound, word]);
  });

  it('tells both of a doubled one', () => expect(figures('约30余件左右。')[0]!.qualifiers.map(({ word }) => word)).toEqual(['约', '余', '左右']));
  it('附近 and 最近 are no qualifiers', () => expect(figures('检查周边附近3家商户。')[0]!.qualifiers).toEqual([]));
});

describe('no figures', () => {
  it.each([
    '2024年3月18日印发', '自2024年1月1日起至12月31日止', '2021—2025年规划', '2024年1—11月', '第711号令', '国办发〔2019〕39号', '第十四届全国人大二次会议', '第12、13条', '名列全省第53名', '进入全国前100名',
    '“1+4+N”预案体系', '1+6+31+N体系', '12345热线', '12348平台', '拨打110、119', '“12.4宪法日”', '12·4国家宪法日', '4.15全民国家安全教育日', '八五普法', '“八五”普法', '三项制度', '“双随机、一公开”', '“七五”普法',
    '“四清单一基准”', '高效办成一件事', '“三个一”', '“一窗受理、集成服务”', 'G107国道', 'A8音乐大厦', '3D显示', '5G移动通信', 'PM2.5年均浓度', '电话：0517-87222000', '邮编：223100', '洪泽湖大道90号', 'GB/T 15835—2011',
    '一是加强组织领导', '一方面', '一些部门', '一个窗口', '地铁12、13、15号线', '7×24小时服务', '过去五年', '三年行动计划', '五年来', '9:30开会', '《关于印发100条措施的通知》', '两个维护', '四个方面', '五大领域', '以1/3计', '第三', '二期工程', '一级响应', '三级网络', '二、三产业', '500强企业',
  ])('%s', (text) => expect(told(`我市推进${text}。`)).toEqual([]));

  it('numbering', () => expect(told('1. 推进改革\n（2）加强监管\n三、工作打算\n3、其他')).toEqual([]));
  it('a table', () => expect(told('| 项目 | 件数 |\n| --- | --- |\n| 许可 | 17件 |')).toEqual([]));
});

describe('subjects', () => {
  const subjects = (text: string): readonly string[] => figures(text).map(({ subject, inherited }) => subject + (inherited ? '^' : ''));
  it.each([
    ['受理行政复议案件17件。', '行政复议案件'], ['共办理17件行政复议案件。', '行政复议案件'], ['受理行政复议案件17件、结案16件。', '行政复议案件,行政复议案件^'], ['全年立案1924件、处分1745人。', '立案,处分'],
    ['一般公共预算收入110.5亿元，增长9.8%。', '一般公共预算收入,一般公共预算收入^'], ['涉及13个县市区299家单位58个乡镇。', '县市区,单位,乡镇'], ['占全部事项的90.25%。', '占全部事项'], ['市政府常务会议4次听取汇报。', '市政府常务会议'],
    ['新增《清单（2023年版）》368项。', '《清单(2023年版)》'], ['汇聚58种51.86万个电子证照。', '电子证照,电子证照'],
  ])('%s', (text, expected) => expect(subjects(text).join()).toBe(expected));

  it('verbs', () => expect(figures('受理案件17件，审结16件，同比增长8%。').map(({ verb }) => verb)).toEqual(['受理', '审结', '增长']));
});

describe('in a report', () => {
  const report = parseReport('关于2023年度工作情况的报告\n一、主要工作\n（一）复议\n受理案件17件，去年受理15件。\n2022年受理14件，较上年增加2件。\n二、2024年打算\n建设3个中心。', grammar);
  const placed = readFigures(report, units);
  it('gives section, year and place', () => {
    expect(placed.map(({ figure, year }) => `${figure.numeral} ${year}`)).toEqual(['17 2023', '15 2022', '14 2022', '2 2022', '3 2023']);
    expect(placed.map(({ section }) => report.sections[section]?.title)).toEqual(['复议', '复议', '复议', '复议', '2024年打算']);
    for (const { numeralAt, figure } of placed) expect(report.tree.text.value.slice(numeralAt.start, numeralAt.end)).toBe(figure.numeral);
  });
  it('is worked out once', () => expect(readFigures(report, units)).toBe(placed));
});
