import type { DpSchema } from '../../data-points/dp-schema'
import { kindNamed, methodKinds, type NamesOfKind } from '../shared/method-kinds'
import { standardCode } from '../shared/unlock-codes'

/** The kinds of the vendor's tables; other kinds have the name of their data point. */
export type MethodKind =
  | 'fingerprint'
  | 'password'
  | 'card'
  | 'face'
  | 'hand'
  | 'finger-vein'
  | 'eye'
  | 'remote-control'
  | (string & {})

/** Who is notified when the method unlocks the lock. */
export interface MethodNotice {
  /** Through the app, or a public account of WeChat. */
  readonly app?: boolean
  /** A text message to this phone number. */
  readonly messagePhone?: string
  /** A call to this phone number. */
  readonly callPhone?: string
}

/** One fingerprint, card or password that is stored on a lock; fields that an operation does not return are absent. */
export interface UnlockMethod {
  /** Panel APIs return a number of a data point, which has a kind only with the option `schema`. */
  readonly kind?: MethodKind
  /** The code of its data point, if it is not the usual one of its kind, such as `unlock_card_kit`. */
  readonly code?: string
  /** The number of the method on the lock, within its kind. */
  readonly number: number
  /** The numbers of the data point and the method, such as 1-2; the identifier in panel APIs. */
  readonly unlockId?: string
  /** The record in the cloud. */
  readonly id?: string
  /** The name of the method. */
  readonly name?: string
  /** Its member; absent if it is unassigned. */
  readonly memberId?: string
  /** It raises a duress alarm. */
  readonly duress?: boolean
  /** Who is notified when the method opens the lock. */
  readonly notice?: MethodNotice
  /** The lock does not have it as the cloud shows it: it was not stored, or the lock has yet to store or delete it. */
  readonly state?: 'failed' | 'to-be-created' | 'to-be-deleted'
}

/**
 * Identifies a method: a listed one, or its kind and number, or its `unlockId`, or its `id`. A field that an operation
 * requires and that is absent is read from the lists.
 */
export interface MethodRef
  extends Partial<Pick<UnlockMethod, 'kind' | 'code' | 'number' | 'unlockId' | 'id' | 'memberId'>> {
  /** The number of its member on the lock, for a deletion over data points. @default read with the member */
  readonly lockUserId?: number
}

/** A reference that has these fields. */
export type RefWith<Field extends keyof MethodRef> = MethodRef & {
  readonly [Name in Field]-?: NonNullable<MethodRef[Name]>
}

/**
 * The `reason` of a `LockError` of this flow.
 *
 * - `not-done`: the cloud answered success but did not execute, or the lock reported a failure.
 * - `not-found`: the lists do not show the method.
 * - `not-listed`: the panel cannot list all methods, so the method may exist; or the cloud returns whether unassigned
 *   methods exist, but not which.
 */
export type MethodFailure = 'not-done' | 'not-found' | 'not-listed'

const names: Readonly<Record<string, NamesOfKind>> = methodKinds

/** The kind of a code, and the code if the kind does not lead back to it; an unknown name stays. */
export const kindOfCode = (code: string): Pick<UnlockMethod, 'kind' | 'code'> => {
  const standard = standardCode(code)
  const kind = kindNamed('dpCode', standard) ?? standard
  return codeOfKind(kind) === code ? { kind } : { kind, code }
}
export const kindOfType = (type: string): MethodKind => kindNamed('type', type) ?? type
export const codeOfKind = (kind: MethodKind): string => names[kind]?.dpCode ?? kind
export const typeOfKind = (kind: MethodKind): string => names[kind]?.type ?? kind
/** The name in raw data points; undefined if they have none. */
export const rawOfKind = (kind: MethodKind): NamesOfKind['raw'] => names[kind]?.raw

/** The halves of an `unlockId`: the number of the data point, and the number of the method. */
export const halvesOf = (unlockId: string): readonly [dpId: string, number: number] => {
  const at = unlockId.lastIndexOf('-')
  return [unlockId.slice(0, at), Number(unlockId.slice(at + 1))]
}

/** The kind of an `unlockId`, if the host knows the numbers of the data points. */
export const kindOfUnlockId = (
  unlockId: string,
  schema: DpSchema | undefined,
): Pick<UnlockMethod, 'kind' | 'code'> => {
  const code = schema?.codeOf(halvesOf(unlockId)[0])
  return code === undefined ? {} : kindOfCode(code)
}

/** The vendor writes 1-1, 1-01 and 1-001. */
const isSameUnlockId = (one: string, other: string): boolean => {
  const [dpId, number] = halvesOf(one)
  const [otherDpId, otherNumber] = halvesOf(other)
  return dpId === otherDpId && number === otherNumber
}

/** Whether two references have an identifier in common, and no kind or number that differs. */
export const isSameMethod = (one: MethodRef, other: MethodRef): boolean => {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id
  if (one.unlockId !== undefined && other.unlockId !== undefined)
    return isSameUnlockId(one.unlockId, other.unlockId)
  return (
    one.kind !== undefined &&
    one.kind === other.kind &&
    one.number === other.number &&
    (one.code === undefined || other.code === undefined || one.code === other.code)
  )
}
