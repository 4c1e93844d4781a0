// The part of picomatch that is used; the package ships no types.
declare module 'picomatch' {
  interface Options {
    readonly windows?: boolean;
    readonly nocase?: boolean;
    readonly dot?: boolean;
  }
  function picomatch(glob: string | readonly string[], options?: Options): (path: string) => boolean;
  export default picomatch;
}
