import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { asNotSent } from '../shared/as-not-sent'
import { expectParam, failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { isNotListed, listMethods } from './list'
import {
  codeOfKind,
  halvesOf,
  isSameMethod,
  kindOfUnlockId,
  type MethodFailure,
  type MethodRef,
  type RefWith,
  type UnlockMethod,
} from './method'
import { methodsOfMember, otherReaders } from './of-member'
import { canListUnassigned, unassignedMethods } from './unassigned'

const isIdentified = ({ kind, number, unlockId, id }: MethodRef): boolean =>
  id !== undefined || unlockId !== undefined || (kind !== undefined && number !== undefined)

/** With the fields that follow from others and the numbers of the data points. */
const derived = ({ options: { schema } }: LockContext, ref: MethodRef): MethodRef => {
  const { unlockId, kind, number, code } = ref
  if (unlockId !== undefined)
    return { ...kindOfUnlockId(unlockId, schema), number: halvesOf(unlockId)[1], ...ref }
  const dpId = kind === undefined ? undefined : schema?.idOf(code ?? codeOfKind(kind))
  return dpId === undefined || number === undefined
    ? ref
    : { ...ref, unlockId: `${dpId}-${number}` }
}

interface Found {
  readonly method: UnlockMethod | undefined
  /** The lists that were read contain every method. */
  readonly isComplete: boolean
}

/** Reads the member of the method if it is known, and the unassigned methods; else every list. */
const find = async (lock: LockContext, ref: MethodRef, options: CallOptions): Promise<Found> => {
  const same = (methods: readonly UnlockMethod[]) =>
    methods.find((method) => isSameMethod(ref, method))
  if (ref.memberId === undefined) {
    const { methods, missing } = await listMethods(lock, options)
    return { method: same(methods), isComplete: missing.length === 0 }
  }
  const ofMember = same(await methodsOfMember(lock, ref.memberId, options))
  if (ofMember !== undefined || !canListUnassigned(lock))
    return { method: ofMember, isComplete: false }
  return { method: same(await unassignedMethods(lock, options)), isComplete: true }
}

/** Reads a method; undefined if the lists do not show it. */
export const findMethod = async (
  lock: LockContext,
  ref: MethodRef,
  options: CallOptions,
): Promise<UnlockMethod | undefined> => (await find(lock, derived(lock, ref), options)).method

export const getMethod = async (lock: LockContext, ref: MethodRef): Promise<UnlockMethod> => {
  const origin = { action: 'methods.get' }
  expectIdentified(ref, origin)
  const { method, isComplete } = await find(lock, derived(lock, ref), {})
  if (method !== undefined) return method
  return isComplete
    ? failWith<MethodFailure>(origin, 'not-found', 'List the methods to see what the lock has.')
    : failWith<MethodFailure>(
        origin,
        'not-listed',
        'This panel cannot list every method, so the lock may have it.',
      )
}

const expectIdentified = (ref: MethodRef, origin: ErrorOrigin, path = 'method'): void =>
  expectParam(isIdentified(ref), origin, path, 'expected a kind and a number, an unlockId or an id')

const hasFields = <Field extends keyof MethodRef>(
  ref: MethodRef,
  fields: readonly Field[],
): ref is RefWith<Field> => fields.every((field) => ref[field] !== undefined)

/** What the lists showed of a method before a command. */
export interface Located<Field extends keyof MethodRef> {
  readonly ref: RefWith<Field>
  /** Undefined if the lists do not show it, or were not read. */
  readonly before?: UnlockMethod | undefined
}

/**
 * The method with the fields that a command requires. Reads the lists for absent ones, or always with `mustRead`, if the
 * panel has lists. Fails as `not-sent`, or with a ParamsError that names the first absent field.
 */
export const locate = async <Field extends keyof MethodRef>(
  lock: LockContext,
  origin: ErrorOrigin,
  given: MethodRef,
  fields: readonly Field[],
  { path = 'method', mustRead = false } = {},
): Promise<Located<Field>> => {
  const own = derived(lock, given)
  if (hasFields(own, fields) && !mustRead) return { ref: own }
  expectIdentified(given, origin, path)
  const before = await findMethod(lock, own, {}).catch((error: unknown) => {
    if (isUnsupportedError(error) || isNotListed(error)) return undefined
    throw asNotSent(error, origin)
  })
  const ref = await readOthers(lock, { ...before, ...own }, fields).catch((error: unknown) => {
    throw asNotSent(error, origin)
  })
  if (hasFields(ref, fields)) return { ref, before }
  throw new ParamsError(
    origin,
    fields
      .filter((field) => ref[field] === undefined)
      .map((field) => ({
        path: `${path}.${field}`,
        message: 'required: the lists of this panel do not contain it',
      })),
  )
}

/** Reads the other lists of its member until every field is known. */
const readOthers = async (
  lock: LockContext,
  ref: MethodRef,
  fields: readonly (keyof MethodRef)[],
): Promise<MethodRef> => {
  let known = ref
  for (const read of otherReaders(lock)) {
    if (known.memberId === undefined || hasFields(known, fields)) break
    const listed = await read(lock, known.memberId, {})
    known = { ...listed.find((method) => isSameMethod(known, method)), ...known }
  }
  return known
}
