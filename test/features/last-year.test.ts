/** What last year's report has in a place: pairs read by hand in real consecutive reports, and made-up ones for each way of finding. */

import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/analysis';
import { bundledProfile, grammar, units } from '../../server/src/families';
import { lastYearAt } from '../../server/src/features';
import { parseReport } from '../../server/src/report';
import { corpusText } from '../kit/corpus';

/** First words of the place of last year's report for the first words of a place of this year's. */
function found(before: string, now: string, words: string, profile: 'law' | null = null): { readonly by: string; readonly opens: string } | null {
  const { report, alignment } = analyse(now, { profile: profile ? bundledProfile('law-based-government') : null, rules: {}, year: null });
  const offset = now.indexOf(words) + 2;
  const place = lastYearAt({ previous: parseReport(before, grammar), report, alignment: alignment(), units, offset });
  return place && { by: place.by, opens: before.slice(place.at.start, place.at.end).trim() };
}

/** Read by hand: this paragraph of 2017 or 2018 is that one of the year before. */
const READ: readonly (readonly [number, string, string])[] = [
  [2017, '综合考虑，今年经济社会发展', '今年全区经济社会发展主要目标'],
  [2017, '高举总部经济发展大旗', '做大做强总部经济'],
  [2017, '推动现代服务业跨越发展', '大力发展现代服务业'],
  [2017, '加快构建立体交通体系', '道路交通会战'],
  [2017, '打赢治水提质攻坚战', '开展“治水提质”攻坚行动'],
  [2017, '精益求精提升教育品质', '推动教育优质均衡发展'],
  [2017, '多措并举改善医疗服务', '改善医疗卫生服务质量'],
  [2017, '紧扣需求推进文体惠民', '繁荣发展文体事业'],
  [2017, '与此同时，我们也清醒地认识到', '同时，我们也清醒地认识到'],
  [2018, '推动现代服务业蓬勃发展', '推动现代服务业跨越发展'],
  [2018, '夯实基础研究根基', '增强原始创新能力'],
  [2018, '链接全球创新资源', '集聚全球创新能量'],
  [2018, '完善城区交通网络', '加快构建立体交通体系'],
  [2018, '强化城区安全保障', '强化安全生产监管'],
  [2018, '追求教育卓越', '精益求精提升教育品质'],
  [2018, '文体惠民提质增量', '紧扣需求推进文体惠民'],
  [2018, '始终把创新作为引领发展', '强——科技创新实力强'],
  [2018, '大力开展城市管理治理攻坚行动', '大——城市治理力度大'],
];

describe('real consecutive reports', () => {
  test.each(READ)('%i: %s', (year, words, before) => {
    expect(found(corpusText(`gov-work-nanshan/${year - 1}`).text, corpusText(`gov-work-nanshan/${year}`).text, words)).toMatchObject({ by: 'paragraph', opens: expect.stringMatching(new RegExp(`^${before}`)) as unknown });
  });
});

describe('ways to find it', () => {
  const before = '某市2023年工作报告\n现将2023年工作情况报告如下。\n一、主要工作\n（一）培训\n全年举办培训班9次，培训执法人员120人次。\n（二）办案\n全年受理申请17件，办结16件。\n二、存在的问题\n一是力量不足，二是宣传单一。\n三、2024年工作安排\n继续加强培训。\n';
  const now = '某市2024年工作报告\n现将2024年工作情况报告如下。\n一、主要工作\n（一）办案\n全年受理申请21件，办结20件。\n（二）培训\n全年举办培训班11次。\n新开设线上课堂，覆盖各乡镇。\n二、存在的问题\n案多人少，力量不足。\n三、2025年工作安排\n继续加强培训。\n';

  test('a heading by the heading, wherever it stands and whatever its year', () => {
    expect(found(before, now, '（二）培训')).toEqual({ by: 'section', opens: '（一）培训' });
    expect(found(before, now, '三、2025')).toEqual({ by: 'section', opens: '三、2024年工作安排' });
  });

  test('a paragraph by its words and figures; a new one by its section', () => {
    expect(found(before, now, '全年受理')).toEqual({ by: 'paragraph', opens: '全年受理申请17件，办结16件。' });
    expect(found(before, now, '新开设')).toEqual({ by: 'section', opens: '（一）培训' });
  });

  test('the opening by the opening', () => {
    expect(found(before, now, '现将2024')).toEqual({ by: 'paragraph', opens: '现将2023年工作情况报告如下。' });
  });

  test('a section by what it does where last year had no heading for it', () => {
    const last = '某市2023年法治政府建设年度报告\n一、主要举措和成效\n办理行政复议案件17件，开展行政执法培训9次。\n下一步，我市将继续加强行政执法培训，推进法治政府建设。\n';
    const next = '某市2024年法治政府建设年度报告\n一、主要举措和成效\n办理行政复议案件21件，开展行政执法培训9次。\n二、2025年工作安排\n开展乡镇法制审核试点。\n';
    expect(found(last, next, '二、2025', 'law')?.opens).toMatch(/^下一步/);
  });

  test('nothing where last year has nothing of the kind', () => {
    expect(found('某公司2023年年报\n营业收入增长。\n', '某市2024年工作报告\n一、绿化\n种树九千株，建成公园两处。\n', '种树')).toBeNull();
    expect(found('', now, '全年受理')).toBeNull();
  });
});
