/** Markdown files are bundled as text: rule pages travel inside the program. */
declare module '*.md' {
  const text: string;
  export default text;
}
