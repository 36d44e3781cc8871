import type * as helpers from '../../actions/shared/reader-helpers'

/** A function of the vocabulary that generated code calls. */
export type Helper = keyof typeof helpers

/** How generated code reads a value that is in a variable. At least one of the two is given. */
export interface ReadCode {
  /** A condition that is true if the value is in its decoded shape. */
  readonly isInShape?: (variable: string) => string
  /**
   * An expression: the decoded value, or undefined if only the codec can read it. Where `isInShape` is given, it is used
   * only for a value that is not in its shape.
   */
  readonly decoded?: (variable: string) => string
  /** The name of a function that does the same as `decoded`. */
  readonly reader?: string
}

/** The functions of one generated reader. */
export interface ReaderWriter {
  /** The code that reads values of a codec, or undefined if only the codec can. */
  codeOf(codec: unknown): ReadCode | undefined
  /** Adds a function of one parameter `v`, and returns its name. Equal functions are one. */
  addFunction(body: string): string
  /** Notes that the code calls the helper, and returns its name. */
  helper(name: Helper): string
}
