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

/** One fingerprint, card or password that is stored on a lock. */
export interface UnlockMethod {
  /** Absent in panel APIs. */
  readonly kind?: MethodKind
  /** The code of its data point, if it is not the usual one of its kind, such as `unlock_card_kit`. */
  readonly code?: string
  /** The number of the method on the lock, within its kind. */
  readonly number: number
  /** The numbers of the data point and the method, such as 1-2; the identifier in panel APIs. */
  readonly unlockId?: string
  readonly name?: string
  /** It raises a duress alarm. */
  readonly duress?: boolean
}

/** Identifies a method: a listed one, or its kind and number, or its `unlockId` for panel APIs. */
export type MethodRef = Partial<Pick<UnlockMethod, 'kind' | 'code' | 'number' | 'unlockId'>>

const names: Readonly<Record<string, NamesOfKind>> = methodKinds

/** The kind of a name in one of the vendor's vocabularies; an unknown name stays. */
/** The kind of a code, and the code if the kind does not lead back to it. */
export const kindOfCode = (code: string): Pick<UnlockMethod, 'kind' | 'code'> => {
  const standard = standardCode(code)
  const kind = kindNamed('dpCode', standard) ?? standard
  return codeOfKind(kind) === code ? { kind } : { kind, code }
}
export const kindOfType = (type: string): MethodKind => kindNamed('type', type) ?? type
export const codeOfKind = (kind: MethodKind): string => names[kind]?.dpCode ?? kind
export const typeOfKind = (kind: MethodKind): string => names[kind]?.type ?? kind

/** The second half of an `unlockId`. */
export const numberOfUnlockId = (unlockId: string): number =>
  Number(unlockId.slice(unlockId.lastIndexOf('-') + 1))
