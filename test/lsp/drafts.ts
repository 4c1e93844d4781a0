/** Drafts that the tests of the server share: short, but reports by every measure. Marks show what is due where. */


/** A gap in the numbers, a chain with a gap, a doubled stop. */
export const flawed = `某市2024年法治政府建设年度报告

2024年，我市深入学习贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：

一、主要举措和成效

（一）强化党的领导

市委、市政府主要负责人认真履行推进法治建设第一责任人职责，全年召开专题会议9次。

⟪numbering/sequence|（三）⟫规范行政执法

全年办理行政处罚案件35件，培训行政执法人员120人次⟪text/doubled-mark|。。⟫

二、存在的问题和原因

一年来，法治政府建设仍存在一些薄弱环节。一是执法力量不足。⟪numbering/enumeration|三是⟫普法形式单一。主要原因是基层人员变动较大。

三、2025年工作安排

2025年，我市将进一步加强行政执法规范化建设。
`;

export const flawedCodes = ['numbering/sequence', 'text/doubled-mark', 'numbering/enumeration'] as const;
