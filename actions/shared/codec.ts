import * as t from 'io-ts'
import type { CodecSchema } from '../../src/core/contract/codec-schema'
import {
  MAX_ISSUES,
  type TolerantContract,
  type TolerantReading,
} from '../../src/core/contract/contract'

/** The result of a reader for an invalid value. */
export const INVALID: unique symbol = Symbol('invalid')
export type Invalid = typeof INVALID

type Path = readonly (string | number)[]

interface DecodeIssue {
  readonly path: Path
  readonly message: string
}

interface Drift extends DecodeIssue {
  count: number
}

/** An index of a list is left out. */
const kindOf = (path: Path, message: string): string =>
  `${path.map((key) => (typeof key === 'number' ? '' : key)).join('.')} ${message}`

/** The current path of a decode, and what was found. One for each decode. */
export class DecodeContext {
  /** Unknown keys are rejected, in this object and below. */
  closed = false
  readonly path: (string | number)[] = []
  readonly issues: DecodeIssue[] = []
  /**
   * Deviations that a tolerant read passes over: dropped rows, missing documented fields, unreadable values. Those of all
   * rows of a list are one, counted.
   */
  readonly drift = new Map<string, Drift>()

  /** An answer is read tolerantly: a bad row costs that row, a bad field that field. Parameters never are. */
  constructor(private readonly tolerant = false) {}

  get isTolerant(): boolean {
    return this.tolerant && !this.closed
  }

  fail(message: string): Invalid {
    this.addIssue(this.path, message)
    return INVALID
  }

  /** A later issue than the last that is kept only matters if its row is left out, so it counts as drift. */
  addIssue(path: Path, message: string): void {
    if (this.issues.length < MAX_ISSUES) this.issues.push({ path: path.slice(), message })
    else this.addDrift(message, path)
  }

  addDrift(message: string, path: Path = this.path, count = 1): void {
    const kind = kindOf(path, message)
    const known = this.drift.get(kind)
    if (known !== undefined) known.count += count
    else if (this.drift.size < MAX_ISSUES)
      this.drift.set(kind, { path: path.slice(), message, count })
  }

  /** Turns the issues since `count` into drift, because what they belong to is left out. */
  leaveOut(count: number): void {
    for (const { path, message } of this.issues.splice(count)) this.addDrift(message, path)
  }

  /** A context for one form of several, at the same path. */
  fork(tolerant: boolean): DecodeContext {
    const forked = new DecodeContext(tolerant)
    forked.closed = this.closed
    for (const key of this.path) forked.path.push(key)
    return forked
  }
}

/** Returns the value in its decoded shape; the same reference if nothing changed. */
export type Reader<A> = (value: unknown, context: DecodeContext) => A | Invalid
export type Writer<A> = (value: A) => unknown

/** A codec of the vocabulary: an io-ts type with a reader, and with its schema as plain data. */
export interface Codec<A> extends t.Type<A, unknown, unknown>, TolerantContract<A> {
  readonly read: Reader<A>
}

/** A codec whose missing value has an empty form: `''` for a text, `[]` for a list, as the vendor writes "none". */
export interface EmptyWhenMissing<A> {
  readonly whenMissing: A
}

/** The empty form of a codec, for a codec that wraps it. */
export type EmptyOf<C> = C extends EmptyWhenMissing<infer A> ? EmptyWhenMissing<A> : unknown

class VocabularyType<A> extends t.Type<A, unknown, unknown> implements TolerantContract<A> {
  constructor(
    name: string,
    readonly read: Reader<A>,
    write: Writer<A>,
  ) {
    super(
      name,
      // A reader returns a value itself only if it is already in the decoded shape.
      (value): value is A => read(value, new DecodeContext()) === value,
      (value, context) => {
        const decoding = new DecodeContext()
        const decoded = read(value, decoding)
        return decoded === INVALID
          ? t.failures(errorsOf(decoding.issues, context, this))
          : t.success(decoded)
      },
      write,
    )
  }

  readTolerantly(value: unknown): TolerantReading<A> {
    const context = new DecodeContext(true)
    const decoded = this.read(value, context)
    return decoded === INVALID
      ? { ok: false, errors: errorsOf(context.issues, [], this) }
      : { ok: true, value: decoded, drift: errorsOf([...context.drift.values()], [], this) }
  }
}

/** The issues as io-ts errors, with paths and sentences but without values, because an error may be logged. */
const errorsOf = (
  issues: readonly DecodeIssue[],
  context: t.Context,
  type: t.Decoder<unknown, unknown>,
): t.Errors =>
  issues.map(({ path, ...issue }) => ({
    value: undefined,
    context: [...context, ...path.map((key) => ({ key: String(key), type }))],
    ...issue,
  }))

/** The only place in `actions/` that creates an io-ts type, so that the vocabulary stays closed. */
export const codec = <A>(
  schema: CodecSchema,
  name: string,
  read: Reader<A>,
  write: Writer<A>,
): Codec<A> => Object.assign(new VocabularyType(name, read, write), schema)

/** Gives a codec the empty form of the one that it wraps. */
export const withEmptyOf = <C, A>(inner: C, wrapper: Codec<A>): Codec<A> & EmptyOf<C> => {
  const { whenMissing } = inner as Partial<EmptyWhenMissing<A>>
  return Object.assign(wrapper, whenMissing !== undefined && { whenMissing }) as Codec<A> &
    EmptyOf<C>
}

/** Reads with any io-ts codec, because an app may use its own inside a record. */
export const readWith = <A>(
  type: t.Type<A, unknown, unknown>,
  value: unknown,
  context: DecodeContext,
): A | Invalid => {
  const { read } = type as Partial<Codec<A>>
  if (read !== undefined) return read(value, context)
  const decoded = type.decode(value)
  if (decoded._tag === 'Right') return decoded.right
  for (const error of decoded.left) {
    const path = error.context.map(({ key }) => key).filter((key) => key !== '')
    context.addIssue(
      [...context.path, ...path],
      error.message ??
        `expected ${error.context[error.context.length - 1]?.type.name ?? type.name}`,
    )
  }
  return INVALID
}
