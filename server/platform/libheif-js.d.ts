/** What we use of the package, which types its C interface alone. */
declare module 'libheif-js/wasm-bundle.js' {
  type Photo = {
    is_primary(): boolean
    get_width(): number
    get_height(): number
    /** Fills `data` with red, green, blue and alpha; null where it cannot be read. */
    display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (read: object | null) => void): void
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): Photo[] } }
  export default libheif
}
