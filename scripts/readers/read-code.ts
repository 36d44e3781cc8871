import type * as helpers from '../../actions/shared/reader-helpers'

/** A function of the vocabulary that generated code calls. */
export type Helper = keyof typeof helpers

/** How generated code reads a value. At least one of the two is given. */
export interface ReadCode {
  /** A condition that is true if the value of a variable is in its decoded shape. */
  readonly isInShape?: (variable: string) => string
  /**
   * An expression that decodes another expression, or throws where only the codec can. Where `isInShape` is given, it is
   * used only for a variable that is not in its shape.
   */
  readonly decoded?: (value: string) => string
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
