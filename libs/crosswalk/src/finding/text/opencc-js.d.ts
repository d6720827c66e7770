/** The package names a file of types for this entry that it does not have. */
declare module 'opencc-js/t2cn' {
  export function Converter(between: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string;
}
