/** Returns `count` cryptographically random bytes. WeChat's source is asynchronous; `Math.random` is not secure. */
export type SecureRandom = (count: number) => PromiseLike<ArrayLike<number>> | ArrayLike<number>

/** The part of `crypto` of a webview or of Node. */
export interface WebCryptoLike {
  /** Fills the array with random bytes. */
  getRandomValues(bytes: OwnBytes): unknown
}

/** `Uint8Array<ArrayBuffer>`, as the DOM of TypeScript 6 requires; before 5.7 the type has no parameter. */
type OwnBytes = ReturnType<typeof Uint8Array.of>

/**
 * The random source of a webview or of Node.
 *
 * @example
 * ```ts
 * const secureRandom = webSecureRandom(crypto)
 * const bytes = await secureRandom(16)
 * ```
 */
export const webSecureRandom =
  (host: WebCryptoLike): SecureRandom =>
  (count) => {
    const bytes = new Uint8Array(count)
    host.getRandomValues(bytes)
    return bytes
  }

interface WxRandomAnswer {
  /** The random bytes. */
  readonly randomValues: ArrayBuffer
}

/** The part of WeChat's `wx`, from base library 2.15.0. */
export interface WxRandomLike {
  /** Generates random bytes asynchronously. */
  getRandomValues(init: {
    /** The number of bytes. */
    readonly length: number
    /** Called with the bytes. */
    success(answer: WxRandomAnswer): void
    /** Called if WeChat has no random bytes. */
    fail(failure: unknown): void
  }): unknown
}

/**
 * The random source of a mini-program: `wxSecureRandom(wx)`.
 *
 * @example
 * ```ts
 * const bytes = new Uint8Array([1, 2, 3])
 * const host: WxRandomLike = { getRandomValues: ({ success }) => success({ randomValues: bytes.buffer }) }
 * const random = await wxSecureRandom(host)(3)
 * ```
 */
export const wxSecureRandom =
  (host: WxRandomLike): SecureRandom =>
  (length) =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error('getRandomValues failed'))
      const returned = host.getRandomValues({
        length,
        success: (answer: Partial<WxRandomAnswer> | undefined) => {
          const randomValues = answer?.randomValues
          if (randomValues?.byteLength === length) resolve(new Uint8Array(randomValues))
          else fail()
        },
        fail,
      })
      // A wrapper may return a promise, too.
      Promise.resolve(returned).then(undefined, fail)
    })
