/**
 * Splits a text into the words that the search compares: at punctuation, so that `GET /v1.0/devices` has its parts; at camel
 * case, so that `temporary` finds `createTemporaryPassword`; and Chinese into its words.
 *
 * VitePress sends the source of this function to the page, so it refers to nothing outside of itself.
 */
export const tokenize = (text: string): string[] => {
  const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
  const segmentsOf = (run: string): string[] =>
    Array.from(chinese.segment(run), ({ segment }) => segment)
  const partsOf = (word: string): string[] => {
    const parts = word.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []
    return parts.length > 1 ? [word, ...parts] : [word]
  }
  return text
    .split(/[\p{P}\p{S}\p{Z}\p{C}]+/u)
    .flatMap((word) => word.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? [])
    .flatMap((run) => (/\p{Script=Han}/u.test(run) ? segmentsOf(run) : partsOf(run)))
}
