/** Sums, rates and growth that texts state: what agrees, what contradicts, what cannot be judged. The cases of real reports come first. */
import { describe, expect, it } from 'vitest';
import { grammar, units } from '../../../server/src/families';
import { formatDecimal, parseReport, readFigures, readRelations } from '../../../server/src/report';
import { corpus, corpusText } from '../../kit/corpus';

/** One line a relation: kind, agreement, confidence, whole = parts @ rate → recomputed. */
function told(text: string): readonly string[] {
  const report = parseReport(text, grammar);
  const figures = readFigures(report, units);
  const name = (index: number): string => figures[index]!.figure.numeral + figures[index]!.figure.scale + figures[index]!.figure.unit;
  return readRelations(report, units).map(({ kind, agreement, confidence, whole, parts, rate, recomputed }) =>
    `${kind} ${agreement} ${confidence}: ${name(whole)} = ${parts.map(name).join(' + ')}${rate === null ? '' : ` @ ${name(rate)}`}${recomputed ? ` → ${formatDecimal(recomputed)}` : ''}`);
}

describe('in the seeds', () => {
  it.each([
    ['chaoyang-2024', ['growth contradicted likely: 69项 = 25项 @ 53.3% → 56.8']],
    ['hebi-2019', []],
    ['huaihua-2023', [
      'subset partial stated: 822项 = 63项 → 63',
      'rate impossible stated: 244件 =  @ 28.42%',
      'rate impossible stated: 32件 =  @ 4.55%',
      'rate rounded stated: 828件 = 682件 @ 82.4% → 82.4',
      'rate rounded stated: 14016起 = 13668起 @ 97.52% → 97.52',
    ]],
    ['jinpu-2023', ['sum exact stated: 245件 = 193件 + 52件 → 245']],
    ['yanji-2020', [
      'sum exact stated: 39件 = 32件 + 2件 + 5件 → 39',
      'subset partial stated: 2758项 = 1562项 + 1088项 → 2650',
      'subset partial stated: 54项 = 28项 → 28',
      'rate contradicted likely: 134件 = 17件 @ 16.5% → 12.7',
      'subset partial stated: 49人 = 11人 → 11',
    ]],
  ])('%s', (name, expected) => expect(told(corpusText(name).text)).toEqual(expected));

  it('every loud relation of the other texts was read: there is none', () => {
    const loud = corpus.filter(({ name }) => name.includes('/')).flatMap(({ name, text }) => told(text).filter((line) => / (?:contradicted|impossible) /.test(line)).map((line) => `${name} ${line}`));
    expect(loud).toEqual([]);
  });
});

describe('of other reports', () => {
  it.each([
    ['办理建议提案515件，其中人大代表建议218件、政协提案297件。', ['sum exact likely: 515件 = 218件 + 297件 → 515']],
    ['全区共有充电站127个（公建107个、产业19个）。', ['sum contradicted stated: 127个 = 107个 + 19个 → 126']],
    ['收集意见共156条，分别为意见建议100条、问题线索51条。', ['sum contradicted stated: 156条 = 100条 + 51条 → 151']],
    ['共有事项7260项，其中行政权力6952项、公共服务242项、其他66项。', ['sum exact stated: 7260项 = 6952项 + 242项 + 66项 → 7260']],
    ['预算总收入1,100.76亿元，其中税收收入592.54亿元，占比53.83%，非税收入508.22亿元。', ['sum exact likely: 1,100.76亿元 = 592.54亿元 + 508.22亿元 → 1100.76', 'rate rounded stated: 1,100.76亿元 = 592.54亿元 @ 53.83% → 53.83']],
    ['旅游收入120.28亿元，接待游客1078.9万人次，人均消费1115元。', ['rate rounded likely: 1078.9万人次 = 120.28亿元 @ 1115元 → 1114.8']],
    ['旅游收入120.28亿元，接待游客1078.9万人次，人均消费1500元。', []],
    ['受理案件12件，调解成功8件，成功率66%。', ['rate truncated stated: 12件 = 8件 @ 66% → 66.7']],
    ['收到行政复议申请282宗，其中受理52宗，调解成功率71.23%。', ['subset partial stated: 282宗 = 52宗 → 52']],
    ['出庭232件、出庭率100%。', []],
    ['实现“一次办”事项达842项，占改革事项的90.25%。', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('sums', () => {
  it.each([
    ['清理文件41件，经审查继续执行的32件、废止的2件、失效的5件。', ['sum contradicted stated: 41件 = 32件 + 2件 + 5件 → 39']],
    ['收到行政复议申请245件，立案193件，不予受理62件。', ['sum contradicted stated: 245件 = 193件 + 62件 → 255']],
    ['收到行政复议申请245件，立案193件，不予受理52件，审结180件。', ['sum exact stated: 245件 = 193件 + 52件 → 245']],
    ['收到行政复议申请245件，立案193件，审结180件。', []],
    ['受理案件19件，其中维持12件、撤销3件、终止4件。', ['sum exact stated: 19件 = 12件 + 3件 + 4件 → 19']],
    ['办理建议提案525件，其中人大代表建议218件、政协提案297件。', ['sum contradicted likely: 525件 = 218件 + 297件 → 515']],
    ['审核文件6件、合同4件，共计10件。', ['sum exact stated: 10件 = 6件 + 4件 → 10']],
    ['审核文件6件、合同4件，共计11件。', ['sum contradicted stated: 11件 = 6件 + 4件 → 10']],
    ['审核文件6件、合同4件，共发现问题11件。', []],
    ['办理案件50件（调解20件、裁决25件等）。', ['subset partial stated: 50件 = 20件 + 25件 → 45']],
    ['办理案件50件（其中调解20件、裁决25件）。', ['subset partial stated: 50件 = 20件 + 25件 → 45']],
    ['抓获逃犯49人，其中历年逃犯51人。', ['subset contradicted stated: 49人 = 51人 → 51']],
    ['办理案件100余件，其中调解60件、裁决50件。', []],
    ['办理案件36件，文件17件，合同19件。', ['sum exact likely: 36件 = 17件 + 19件 → 36']],
    ['办理案件37件，文件17件，合同19件。', []],
    ['总产值56.3亿元，其中农业30.1亿元、林业3.2亿元、牧业18.0亿元、渔业5.0亿元。', ['sum exact stated: 56.3亿元 = 30.1亿元 + 3.2亿元 + 18.0亿元 + 5.0亿元 → 56.3']],
    ['投资1.2亿元（中央8000万元、省级4000万元）。', ['sum exact stated: 1.2亿元 = 8000万元 + 4000万元 → 1.2']],
    ['投资1.2亿元（中央8000万元、省级4200万元）。', ['sum rounded stated: 1.2亿元 = 8000万元 + 4200万元 → 1.22']],
    ['全年对168件规范性文件进行清理，继续有效120件、修改18件、废止30件。', ['sum exact stated: 168件 = 120件 + 18件 + 30件 → 168']],
    ['全年对168件规范性文件进行清理，继续有效120件、修改18件、废止35件。', ['sum contradicted stated: 168件 = 120件 + 18件 + 35件 → 173']],
    ['对168件行政规范性文件进行审查，提出修改意见120件次，废止30件。', []],
    ['收到来信来访来电分别为120件、80件、300件，共计510件。', ['sum contradicted stated: 510件 = 120件 + 80件 + 300件 → 500']],
    ['对210件规范性文件进行清理，继续有效150件，拟废止25件，拟修改6件，其余文件另行处理。', []],
    // What a level rose or fell by has no parts.
    ['常住人口62.87万人，比上年末减少0.41万人，其中城镇人口33.95万人。', ['subset partial stated: 62.87万人 = 33.95万人 → 33.95']],
    ['基金收入13.82亿元，完成预算的64.6%，减收7.57亿元，其中出让收入12.40亿元。', ['subset partial stated: 13.82亿元 = 12.40亿元 → 12.40']],
    // A list that 其余 or 其他 closes is complete.
    ['受理投诉214起，其中质量类98起，价格类60起，其余36起为服务类。', ['sum contradicted stated: 214起 = 98起 + 60起 + 36起 → 194']],
    ['对外捐赠7,860万元，其中助学2,310万元、医疗1,450万元、抢险3,000万元、其他1,100万元。', ['sum exact stated: 7,860万元 = 2,310万元 + 1,450万元 + 3,000万元 + 1,100万元 → 7860']],
    // The parts may stand in the sentence behind that of their whole, or be those of an earlier one.
    ['生产总值386.47亿元，增长4.6%。其中，第一产业52.18亿元，增长5.1%；第二产业143.06亿元，增长3.9%；第三产业191.23亿元。', ['sum exact likely: 386.47亿元 = 52.18亿元 + 143.06亿元 + 191.23亿元 → 386.47']],
    ['受理纠纷186件，调处183件，涉及320.5万元。其中婚姻52件、邻里67件、土地31件、其他36件。', ['sum exact likely: 186件 = 52件 + 67件 + 31件 + 36件 → 186']],
    ['受理案件300件，审结100件。其中，民事案件120件。', ['subset partial likely: 300件 = 120件 → 120']],
    // What is added up expressly, with a total that has a name.
    ['预算收入22.49亿元，加上级补助31.06亿元、调入资金3.14亿元，收入总计56.96亿元；预算支出58.63亿元，加上解支出1.12亿元，支出总计59.75亿元。',
      ['sum contradicted stated: 56.96亿元 = 22.49亿元 + 31.06亿元 + 3.14亿元 → 56.69', 'sum exact stated: 59.75亿元 = 58.63亿元 + 1.12亿元 → 59.75']],
    ['教育支出128,450万元；卫生支出96,273万元；农林水支出87,935万元；八项支出合计452,718万元。', []],
    // One digit away from all of them; smaller lists and lists farther away may be incomplete.
    ['发电862.4亿千瓦时，其中火电614.7亿千瓦时、水电98.2亿千瓦时、风电86.3亿千瓦时、光伏63.7亿千瓦时。', ['sum contradicted likely: 862.4亿千瓦时 = 614.7亿千瓦时 + 98.2亿千瓦时 + 86.3亿千瓦时 + 63.7亿千瓦时 → 862.9']],
    ['学生22,318人，其中本科生20,046人、硕士生2,127人。', ['subset partial stated: 22,318人 = 20,046人 + 2,127人 → 22173']],
    ['清单2758项，其中进厅1562项，综窗1088项。', ['subset partial stated: 2758项 = 1562项 + 1088项 → 2650']],
    ['移送22件，其中移送甲局13件，移送乙局2件，移送丙局14件。', ['sum contradicted likely: 22件 = 13件 + 2件 + 14件 → 29']],
    ['职工3284人，其中技术人员2817人，正高168人、副高372人，博士119人。', []],
    // What is counted twice.
    ['低保对象3126户4587人，其中城市812户1103人，农村2314户3484人。', ['sum exact likely: 3126户 = 812户 + 2314户 → 3126']],
    // Each of them is several.
    ['受理120件、审结80件，各镇街各办理30件，共计260件。', []],
    ['市、县两级各受理120件、每所站办理30件，共计270件。', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('rates', () => {
  it.each([
    ['应出庭40件，实际出庭32件，出庭应诉率80%。', ['rate exact stated: 40件 = 32件 @ 80% → 80.0']],
    ['应出庭40件，实际出庭32件，出庭应诉率90%。', ['rate contradicted stated: 40件 = 32件 @ 90% → 80.0']],
    ['抽检食品1200批次，合格1176批次，合格率89%。', ['rate contradicted stated: 1200批次 = 1176批次 @ 89% → 98.0']],
    ['查处案件120件，其中甲类案件30件，占25%；乙类案件90件，占57%。', ['subset partial stated: 120件 = 30件 → 30', 'rate exact stated: 120件 = 30件 @ 25% → 25.0', 'rate contradicted stated: 120件 = 90件 @ 57% → 75.0']],
    ['执法人员1200名，其中持证1100名，持证率91.7%。', ['subset partial stated: 1200名 = 1100名 → 1100', 'rate rounded stated: 1200名 = 1100名 @ 91.7% → 91.7']],
    ['受理举报320件，办结315件，办结率98.4%，增长2%。', ['rate rounded stated: 320件 = 315件 @ 98.4% → 98.4']],
    ['受理举报320余件，办结315件，办结率88.4%。', []],
    ['受理举报320件，办结率88.43%。', []],
    ['办理建议212件、提案278件，办复率、满意率均达100%。', []],
    ['全市行政应诉案件682件，占案件总数828件的82.4%。', ['rate rounded stated: 828件 = 682件 @ 82.4% → 82.4']],
    ['全市行政应诉案件682件，占案件总数828件的84.2%。', ['rate contradicted stated: 828件 = 682件 @ 84.2% → 82.4']],
    ['培训执法人员1200人次，占年度计划1000人次的120%。', []],
    ['行政诉讼案件败诉率12.5%（审结80件，败诉14件）。', ['rate contradicted stated: 80件 = 14件 @ 12.5% → 17.5']],
    ['负责人出庭应诉率98.0%（应出庭50件，实际出庭49件）。', ['rate exact stated: 50件 = 49件 @ 98.0% → 98.0']],
    ['出庭应诉率98.0%（较上年提高3个百分点，应出庭50件，实际出庭40件）。', []],
    ['纠错率12.5%（撤销5件、确认违法3件）。', []],
    ['全县98个村中89个建成公共法律服务站，覆盖率98.0%。', ['rate contradicted stated: 98个 = 89个 @ 98.0% → 90.8']],
    ['全县98个村中，有89个建成公共法律服务站，覆盖率90.8%。', ['rate rounded stated: 98个 = 89个 @ 90.8% → 90.8']],
    ['调解纠纷5600件，调解成功5540件，其中疑难纠纷220件，占3.9%。', ['subset partial stated: 5540件 = 220件 → 220', 'rate rounded stated: 5600件 = 220件 @ 3.9% → 3.9']],
    // Another whole stated before, the part and its like together, or a share of its own.
    ['送审金额13.72亿元，审定金额12.59亿元，核减1.13亿元，核减率8.24%。', ['sum exact likely: 13.72亿元 = 12.59亿元 + 1.13亿元 → 13.72', 'rate rounded likely: 13.72亿元 = 1.13亿元 @ 8.24% → 8.24']],
    ['批准463人，不批准253人，不批准率35.3%。', []],
    ['干警97人，其中法官32人，辅助人员41人，行政人员24人；研究生以上学历占38.1%。', ['sum exact stated: 97人 = 32人 + 41人 + 24人 → 97']],
    ['总收入9.86亿元；总支出9.41亿元，其中人员经费占57.3%、公用经费占28.1%。', []],
    ['预算收入22.49亿元，比上年增加1.56亿元，其中税收收入13.87亿元，同比增长9.4%，占预算收入的16.7%。', ['subset partial stated: 22.49亿元 = 13.87亿元 → 13.87', 'rate contradicted stated: 22.49亿元 = 13.87亿元 @ 16.7% → 61.7']],
    // A rate of something else.
    ['全区12个街道中10个成立法律服务站，法律顾问覆盖率100%。', []],
    ['全县98个村中89个建成公共法律服务站，满意率98.0%。', []],
    ['办理行政诉讼案件32件，其中4.55%败诉。', ['rate impossible stated: 32件 =  @ 4.55%']],
    ['办理行政诉讼案件32件，其中6.25%败诉。', []],
    ['全市企业320万户，其中95.4%为小微企业。', []],
  ])('%s', (text, expected) => {
    const lines = told(text);
    expect(text.startsWith('查处') ? lines.filter((line) => !line.startsWith('sum')).slice(-2) : lines).toEqual(text.startsWith('查处') ? expected.slice(-2) : expected);
  });
});

describe('growth', () => {
  it.each([
    ['新收案件56件，比上年增加6件，增长12%。', ['growth exact stated: 56件 = 6件 @ 12% → 12.0']],
    ['新收案件56件，比上年增加6件，增长22%。', ['growth contradicted stated: 56件 = 6件 @ 22% → 12.0']],
    ['受理案件110件，上年为100件，增长20%。', ['growth contradicted stated: 110件 = 100件 @ 20% → 10.0']],
    ['案件由50件减至40件，下降20%。', ['growth exact stated: 40件 = 50件 @ 20% → 20.0']],
    ['合格率由95%提高到98%，提高3个百分点。', ['growth exact stated: 98% = 95% @ 3个百分点 → 3']],
    ['合格率由95%提高到98%，提高5个百分点。', ['growth contradicted stated: 98% = 95% @ 5个百分点 → 3']],
    ['收入110.5亿元，增长9.8%。', []],
    ['受理案件120件，较上年减少30件，下降20%。', ['growth exact stated: 120件 = 30件 @ 20% → 20.0']],
    ['受理案件120件，较上年减少30件，下降25%。', ['growth contradicted stated: 120件 = 30件 @ 25% → 20.0']],
    ['受理案件120件，同比下降20%，减少40件。', ['growth contradicted stated: 120件 = 40件 @ 20% → 25.0']],
    ['受理案件120件，同比增长20%，净增20件。', ['growth exact stated: 120件 = 20件 @ 20% → 20.0']],
    ['受理案件120件，比上年的150件下降20%。', ['growth exact stated: 120件 = 150件 @ 20% → 20.0']],
    ['受理案件由100件增至300件，增长2倍。', ['growth exact stated: 300件 = 100件 @ 2倍 → 2.0']],
    ['受理案件由100件增至300件，增长3倍。', ['growth contradicted stated: 300件 = 100件 @ 3倍 → 2.0']],
    ['存款521.3亿元，比年初增加48.6亿元，增长10.3%；贷款338.9亿元，比年初增加31.2亿元。', ['growth rounded stated: 521.3亿元 = 48.6亿元 @ 10.3% → 10.3']],
    // Something else changed by so many.
    ['受理申请120件，同比增长20%，新增案件类型20件。', []],
    ['受理案件120件，增加执法力量20人，增长20%。', []],
    // At constant prices, so that the amounts tell nothing of it.
    ['人均GDP30.87万元，比上年增加2.11万元，增长8.5%。', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});
