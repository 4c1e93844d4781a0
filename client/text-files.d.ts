/** Text files are bundled as text: the sample travels inside the client. */
declare module '*.txt' {
  const text: string;
  export default text;
}
