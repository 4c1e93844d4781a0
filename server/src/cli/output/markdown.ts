/**
 * A rule's page on a terminal: Markdown with its marks turned into bold and faint. Line by line, no Markdown parser.
 */
import type { Style } from './style';

/** The page with colours; code blocks are indented, everything else keeps its lines. */
export function renderMarkdown(markdown: string, style: Style): string {
  let inCode = false;
  const lines: string[] = [];
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^\s*(?:```|~~~)/.test(line)) inCode = !inCode;
    else if (inCode) lines.push(style.faint(`    ${line}`));
    else lines.push(renderLine(line, style));
  }
  return lines.join('\n');
}

function renderLine(line: string, style: Style): string {
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
  if (heading) return style.strong(heading[1]!);
  return line
    .replace(/`([^`]+)`/g, (_, code: string) => style.info(code))
    .replace(/\*\*([^*]+)\*\*/g, (_, strong: string) => style.strong(strong))
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label: string, target: string) => `${label} ${style.faint(`<${target}>`)}`);
}
