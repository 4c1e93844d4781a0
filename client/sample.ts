/**
 * The sample reports, as the client brings them along: names and texts. It lies outside src/ because names of reports hold words of their genre, which code does not.
 */
import draft from '../sample/某市2025年度法治政府建设情况的报告.report.txt';
import lastYear from '../sample/某市2024年法治政府建设年度报告.report.txt';

/** Last year's report first. */
export const sampleReports = [
  { name: '某市2024年法治政府建设年度报告.report.txt', text: lastYear },
  { name: '某市2025年度法治政府建设情况的报告.report.txt', text: draft },
] as const;
