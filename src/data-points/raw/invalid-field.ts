/** A value that has no bytes; `encode` fails with it as a ParamsError. No Error, whose subclasses ES5 cannot recognise. */
export class InvalidField {
  readonly path: string[] = []

  /** The message must not contain the value. */
  constructor(readonly message: string) {}
}

export const invalid = (message: string): never => {
  throw new InvalidField(message)
}

/** Writes a field; its name is part of the path of a failure. */
export const within = <A>(name: string, write: () => A): A => {
  try {
    return write()
  } catch (error) {
    if (error instanceof InvalidField) error.path.unshift(name)
    throw error
  }
}

/** The value as it was given, or a failure for anything but an object. */
export const objectOf = <A>(value: A): A =>
  typeof value === 'object' && value !== null ? value : invalid('expected an object')

export const listOf = <A>(value: readonly A[]): readonly A[] =>
  Array.isArray(value) ? value : invalid('expected a list')
