/** One contradiction between a sample and its table, as a change of the documented form. */
export interface Quirk {
  readonly name: string
  /** Returns the sampled form; does not change the value itself. */
  apply(documented: unknown): unknown
  /** Fields of the result that the sampled form omits, as paths such as `records[].nick_name`. */
  readonly omits: readonly string[]
}
