/**
 * Gives that many bytes, each from 0 to 255, that nobody can guess. WeChat's is asynchronous; `Math.random` is none.
 */
export type SecureRandom = (count: number) => PromiseLike<ArrayLike<number>> | ArrayLike<number>

/** What `crypto` of a webview or of Node is asked. */
export interface WebCryptoLike {
  getRandomValues(bytes: Uint8Array): unknown
}

/** The random source of a webview or of Node: `webSecureRandom(crypto)`. */
export const webSecureRandom =
  (host: WebCryptoLike): SecureRandom =>
  (count) => {
    const bytes = new Uint8Array(count)
    host.getRandomValues(bytes)
    return bytes
  }

/** What WeChat's host object is asked, from base library 2.15.0 on. */
export interface WxRandomLike {
  getRandomValues(init: {
    readonly length: number
    success(answer: { readonly randomValues: ArrayBuffer }): void
    fail(failure: unknown): void
  }): unknown
}

/** The random source of a mini-program: `wxSecureRandom(wx)`. */
export const wxSecureRandom =
  (host: WxRandomLike): SecureRandom =>
  (length) =>
    new Promise((resolve, reject) => {
      host.getRandomValues({
        length,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: () => reject(new Error('getRandomValues failed')),
      })
    })
