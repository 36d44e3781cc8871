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

interface Names {
  /** The code of its data point. */
  readonly code: string
  /** `unlock_type` of the routes that do not use data points. */
  readonly type: string
}

const names: Readonly<Record<string, Names>> = {
  fingerprint: { code: 'unlock_fingerprint', type: 'fingerprint' },
  password: { code: 'unlock_password', type: 'password' },
  card: { code: 'unlock_card', type: 'card' },
  face: { code: 'unlock_face', type: 'face' },
  hand: { code: 'unlock_hand', type: 'hand' },
  'finger-vein': { code: 'unlock_finger_vein', type: 'finger_vein' },
  eye: { code: 'unlock_eye', type: 'eye' },
  'remote-control': { code: 'unlock_telecontrol_kit', type: 'remoteControl' },
}

const kinds = Object.keys(names)

/** The kind of a name in one of the vendor's vocabularies; an unknown name stays. */
const kindIn =
  (vocabulary: keyof Names) =>
  (name: string): MethodKind =>
    kinds.find((kind) => names[kind]?.[vocabulary] === name) ?? name

const nameIn =
  (vocabulary: keyof Names) =>
  (kind: MethodKind): string =>
    names[kind]?.[vocabulary] ?? kind

export const kindOfType = /*#__PURE__*/ kindIn('type')
export const codeOfKind = /*#__PURE__*/ nameIn('code')

const kindOfStandardCode = /*#__PURE__*/ kindIn('code')

/** The kind of a code, and the code if the kind does not lead back to it. */
export const kindOfCode = (code: string): Pick<UnlockMethod, 'kind' | 'code'> => {
  const kind = kindOfStandardCode(standardCode(code))
  return codeOfKind(kind) === code ? { kind } : { kind, code }
}
export const typeOfKind = /*#__PURE__*/ nameIn('type')

/** The second half of an `unlockId`. */
export const numberOfUnlockId = (unlockId: string): number =>
  Number(unlockId.slice(unlockId.lastIndexOf('-') + 1))
