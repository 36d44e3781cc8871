/** The kinds that the vendor's tables know; a lock may have others, under the name of their data point. */
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
  /** Not told by panel APIs. */
  readonly kind?: MethodKind
  /** Its number on the lock among those of its kind. */
  readonly number: number
  /** The numbers of its data point and of the method, such as 1-2: panel APIs name a method by it. */
  readonly unlockId?: string
  readonly name?: string
  /** It raises a duress alarm. */
  readonly duress?: boolean
}

/** What names a method: one that was listed, or its kind and number, or over panel APIs its `unlockId`. */
export type MethodRef = Partial<Pick<UnlockMethod, 'kind' | 'number' | 'unlockId'>>

interface Names {
  /** The code of its data point. */
  readonly code: string
  /** In the routes that write neither code nor number of the data point, `unlock_type`. */
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

/** A kind by what one of the vendor's vocabularies calls it; an unknown name stays what it is. */
const kindIn =
  (vocabulary: keyof Names) =>
  (name: string): MethodKind =>
    kinds.find((kind) => names[kind]?.[vocabulary] === name) ?? name

const nameIn =
  (vocabulary: keyof Names) =>
  (kind: MethodKind): string =>
    names[kind]?.[vocabulary] ?? kind

export const kindOfCode = /*#__PURE__*/ kindIn('code')
export const kindOfType = /*#__PURE__*/ kindIn('type')
export const codeOfKind = /*#__PURE__*/ nameIn('code')
export const typeOfKind = /*#__PURE__*/ nameIn('type')

/** The second half of an `unlockId`. */
export const numberOfUnlockId = (unlockId: string): number =>
  Number(unlockId.slice(unlockId.lastIndexOf('-') + 1))
