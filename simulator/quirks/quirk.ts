/** One contradiction between a sample and its table, as a change of the documented form. */
export interface Quirk {
  readonly name: string
  /** Gives the sampled form; leaves the value itself alone. */
  apply(documented: unknown): unknown
  /** Fields of the result that the sampled form no longer says, as paths such as `records[].nick_name`. */
  readonly forgets: readonly string[]
}
